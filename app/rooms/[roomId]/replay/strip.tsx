// Above the scrubber: who held the floor when, a lane for each delegation, and over it how wide the gap stood.
import { useTranslations } from 'next-intl'
import { AXIS_LENGTH } from '#simulation/kernel/axis'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import type { Delegation } from '#ui/words/delegations.ts'
import styles from './strip.module.css'
import type { Strip } from './timeline'

type StripProps = { strip: Strip; length: number; delegations: readonly Delegation[] }

export function SpokenStrip({ strip: { turns, gaps }, length, delegations }: StripProps) {
  const t = useTranslations('replay.transport')
  const lane = AXIS_LENGTH / delegations.length
  // A gap stands until the next is revealed.
  const line = gaps.flatMap(({ at, gap }, place) => {
    const y = AXIS_LENGTH - gap
    return `${place === 0 ? 'M' : 'L'}${at} ${y} H${gaps[place + 1]?.at ?? length}`
  })
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${Math.max(1, length)} ${AXIS_LENGTH}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('strip')}
    >
      {turns.map(({ from, to, delegation }) => {
        const place = delegations.findIndex(({ id }) => id === delegation)
        return place < 0 ? null : (
          <rect
            key={`${from}/${delegation}`}
            className={`${styles.turn} ${delegationColours(delegations[place])}`}
            x={from}
            y={place * lane}
            width={Math.max(to - from, length / 500)}
            height={lane * 0.8}
          />
        )
      })}
      {line.length > 0 ? <path className={styles.gap} d={line.join(' ')} /> : null}
    </svg>
  )
}
