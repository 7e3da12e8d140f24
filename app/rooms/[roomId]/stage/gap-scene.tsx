// The gap of each round at the close: closing positions filled, opening ones hollow, and the final width.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { WidthsProof } from '#record/gap-proofs'
import { roundOf } from '#simulation/agenda/plan'
import { focusGap, gapByRound, revealedValues } from '#simulation/reading/log/gap'
import { meanFocusGap } from '#simulation/reading/positions/findings'
import { GapMini } from '#ui/charts/gap-mini'
import { beginning, gapName, partiesOf } from '#ui/words/delegations.ts'
import { unsigned } from '#ui/words/signed.ts'
import styles from './gap-scene.module.css'
import type { StageContext } from './stage-context'
import { Question } from './stage-parts'
import { looksBack } from './stage-scene'

export function GapScene({ on }: { on: StageContext }) {
  const t = useTranslations('stage.gap')
  const { plan } = on.state
  const rounds = gapByRound(on.state)
  const parties = partiesOf(plan)
  // While it goes on, the rounds "ended" nowhere yet.
  const mean = looksBack(on.state) ? meanFocusGap(on.state) : null
  const width = (gap: number | null) => (gap === null ? '–' : unsigned(gap))
  if (rounds.length === 0) return <Question quiet={t('none')}>{plan.seminarQuestion}</Question>
  return (
    <div className={styles.scene}>
      <Question>
        {mean === null
          ? t('unknown')
          : t('mean', { gap: beginning(parties.focus.name), distance: unsigned(mean), count: rounds.length })}
      </Question>
      <ol className={styles.rounds} style={{ '--rounds': rounds.length } as CSSProperties}>
        {rounds.map(({ round, stage, values }) => (
          <li key={round}>
            <span className={styles.name}>{roundOf(plan, round)?.title}</span>
            <span className={styles.line}>
              <GapMini
                parties={parties}
                positions={values}
                openings={stage === 'closing' ? revealedValues(on.state, round, 'opening') : {}}
              />
            </span>
            <b>{width(focusGap(plan, values))}</b>
          </li>
        ))}
      </ol>
      <div className={`acts quiet ${styles.foot}`}>
        <p className="quiet">{t('note', { gap: beginning(gapName(parties)) })}</p>
        <WidthsProof state={on.state} />
      </div>
    </div>
  )
}
