// The gap by round, at the close: where each delegation stood, hollow where it opened, and how far the allies ended apart.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { roundOf } from '#simulation/agenda/plan'
import { gapByRound, meanGap, revealedValues } from '#simulation/reading/gap'
import { GapMini } from '#ui/gap-mini'
import { unsigned } from '../../../_ui/signed'
import styles from './gap-scene.module.css'
import type { OnStage } from './on-stage'
import { Question } from './stage-parts'

export function GapScene({ on }: { on: OnStage }) {
  const t = useTranslations('stage.gap')
  const { plan } = on.state
  const rounds = gapByRound(on.state)
  const mean = meanGap(on.state)['us-jp']
  if (rounds.length === 0) return <Question quiet={t('none')}>{plan.seminarQuestion}</Question>
  return (
    <div className={styles.scene}>
      <Question>
        {mean === null ? t('unknown') : t('mean', { distance: unsigned(mean), count: rounds.length })}
      </Question>
      <ol className={styles.rounds} style={{ '--rounds': rounds.length } as CSSProperties}>
        {rounds.map(({ round, stage, values, distances }) => (
          <li key={round}>
            <span className={styles.name}>{roundOf(plan, round)?.title}</span>
            <span className={styles.line}>
              <GapMini
                positions={values}
                openings={stage === 'closing' ? revealedValues(on.state, round, 'opening') : {}}
              />
            </span>
            <b>{distances['us-jp'] === null ? '–' : unsigned(distances['us-jp'])}</b>
          </li>
        ))}
      </ol>
      <p className={styles.note}>{t('note')}</p>
    </div>
  )
}
