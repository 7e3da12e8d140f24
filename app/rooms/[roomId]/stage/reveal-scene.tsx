'use client'
// All positions of a round at once, beside what the others guessed.
import { useTranslations } from 'next-intl'
import { roundOf } from '#simulation/agenda/plan'
import { phaseNow } from '#simulation/kernel/room-state'
import { beliefsIn } from '#simulation/reading/believed'
import { latestValues } from '#simulation/reading/gap'
import { Shape } from '#ui/shape'
import { signed } from '../../../_ui/signed'
import { TABLE_ORDER } from '../../../_ui/table-order'
import type { OnStage } from './on-stage'
import styles from './scenes.module.css'
import { Plate, Question, RevealedGap } from './stage-parts'

export function RevealScene({ on }: { on: OnStage }) {
  const t = useTranslations('stage.reveal')
  const common = useTranslations('common')
  const phase = phaseNow(on.state)
  const round = phase?.round ? roundOf(on.state.plan, phase.round) : undefined
  if (!round) return null
  const { values } = latestValues(on.state, round.key)
  const guessed = beliefsIn(on.state, round.key)
  return (
    <div className={styles.three}>
      <Question>{round.question}</Question>
      <RevealedGap on={on} round={round} values={values} />
      <ul className={styles.guesses}>
        {TABLE_ORDER.map((of) => {
          const value = values[of]
          return (
            <li key={of}>
              <Plate delegation={of} size="line" />
              <b>{value === undefined ? t('notFiled') : signed(value)}</b>
              {guessed
                .filter((belief) => belief.of === of)
                .map((belief) => (
                  <span key={belief.by}>
                    <Shape delegation={belief.by} silent />{' '}
                    {t('believed', {
                      capital: common(`delegations.${belief.by}.capital`),
                      value: signed(belief.value),
                    })}
                  </span>
                ))}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
