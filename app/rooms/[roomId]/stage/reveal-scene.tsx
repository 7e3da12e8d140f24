'use client'
// The scene of a reveal: all positions of a round, with the guesses at each.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { roundOf } from '#simulation/agenda/plan'
import { phaseNow } from '#simulation/kernel/room-state'
import { beliefsIn } from '#simulation/reading/believed'
import { latestValues } from '#simulation/reading/gap'
import { columnsFor, type Delegation, delegationIn, delegationsIn } from '#ui/delegations.ts'
import { Shape } from '#ui/shape'
import { signed } from '#ui/signed.ts'
import styles from './scenes.module.css'
import type { StageContext } from './stage-context'
import { Plate, Question, RevealedGap } from './stage-parts'

export function RevealScene({ on }: { on: StageContext }) {
  const t = useTranslations('stage.reveal')
  const { plan } = on.state
  const phase = phaseNow(on.state)
  const round = phase?.round ? roundOf(plan, phase.round) : undefined
  if (!round) return null
  const { values } = latestValues(on.state, round.key)
  const guessed = beliefsIn(on.state, round.key)
  const delegations = delegationsIn(plan)
  const many = delegations.length > 4
  const columns = { '--columns': columnsFor(delegations.length) } as CSSProperties
  return (
    <div className={styles.three}>
      <Question>{round.question}</Question>
      <RevealedGap on={on} round={round} values={values} />
      <ul className={styles.guesses} data-many={many || undefined} style={columns}>
        {delegations.map((of) => {
          const value = values[of.id]
          return (
            <li key={of.id}>
              <Plate delegation={of} size="line" />
              <b>{value === undefined ? t('notFiled') : signed(value)}</b>
              {/* With many delegations, all guesses at all others do not fit on the stage. */}
              {many
                ? null
                : guessed
                    .filter((belief) => belief.of === of.id)
                    .map((belief) => (
                      <Believed key={belief.by} by={delegationIn(plan, belief.by)} value={belief.value} />
                    ))}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Believed({ by, value }: { by: Delegation | undefined; value: number }) {
  const t = useTranslations('stage.reveal')
  if (!by) return null
  return (
    <span>
      <Shape delegation={by} silent /> {t('believed', { capital: by.capital, value: signed(value) })}
    </span>
  )
}
