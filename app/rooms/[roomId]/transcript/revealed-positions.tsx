// The positions of a reveal side by side, each with text, red line and anchors.
import { useLocale, useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { GappedWords } from '#record/gapped-words'
import { dashed } from '#record/off-words.ts'
import { saidAt } from '#record/said-at.ts'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { EventOf } from '#simulation/shapes/room-event'
import { columnsFor, delegationsIn } from '#ui/delegations.ts'
import { PositionCard } from '#ui/position-card'
import styles from './revealed-positions.module.css'

type RevealedPositionsProps = {
  plan: RoomPlan
  positions: EventOf<'PositionsRevealed'>['positions']
  timeZone?: string | undefined
}

export function RevealedPositions({ plan, positions, timeZone }: RevealedPositionsProps) {
  const t = useTranslations('transcript')
  const ui = useTranslations('ui')
  const locale = useLocale()
  const delegations = delegationsIn(plan)
  return (
    <div className={styles.cards} style={{ '--columns': columnsFor(delegations.length) } as CSSProperties}>
      {delegations.map((delegation) => {
        const open = positions[delegation.id]
        if (!open) return <PositionCard key={delegation.id} delegation={delegation} state="revealed" value={null} />
        const { value, text, redLine, anchors } = open.position
        const time = saidAt(locale, plan, open.filedAt, { timeZone })
        const leans = anchors.map((anchor) => (typeof anchor === 'string' ? `¶ ${anchor}` : dashed(anchor.source)))
        const meta = [
          ui('position.filed', { time, how: open.how ?? 'filed' }),
          open.revision > 1 ? t('revision', { number: open.revision }) : null,
          ...leans,
        ]
        return (
          <PositionCard
            key={delegation.id}
            delegation={delegation}
            state="revealed"
            value={value}
            text={text && <GappedWords text={text} {...{ plan, timeZone }} />}
            redLine={redLine && <GappedWords text={redLine} {...{ plan, timeZone }} />}
            meta={meta.filter((part) => part !== null).join(' · ')}
          />
        )
      })}
    </div>
  )
}
