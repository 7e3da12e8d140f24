'use client'
// The scene of a reveal: all positions of a round, how each came to stand, and the guesses at each.
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { roundOf } from '#simulation/agenda/plan'
import { latestValues } from '#simulation/reading/log/gap'
import { beliefsIn } from '#simulation/reading/positions/believed'
import { moveRows } from '#simulation/reading/positions/who-moved'
import { phaseNow } from '#simulation/state/room-state'
import { Shape } from '#ui/charts/shape'
import { columnsFor, type Delegation, delegationIn, delegationsIn } from '#ui/words/delegations.ts'
import { signed } from '#ui/words/signed.ts'
import styles from './scenes.module.css'
import type { StageContext } from './stage-context'
import { Plate, Question, RevealedGap } from './stage-parts'

export function RevealScene({ on }: { on: StageContext }) {
  const t = useTranslations('stage.reveal')
  const { plan } = on.state
  const phase = phaseNow(on.state)
  const round = phase?.round ? roundOf(plan, phase.round) : undefined
  if (!round) return null
  const { stage, values } = latestValues(on.state, round.key)
  const rows = new Map(moveRows(on.state, round.key).map((row) => [row.delegation, row[stage]]))
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
              {value === undefined ? null : <small>{t('how', { how: rows.get(of.id)?.how ?? 'filed' })}</small>}
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
      <Shape delegation={by} /> {t('believed', { value: signed(value) })}
    </span>
  )
}
