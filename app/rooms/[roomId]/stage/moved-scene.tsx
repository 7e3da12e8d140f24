'use client'
// The scene that closes a round: who moved since the opening, and how each delegation came to stand where it does.
import type { CSSProperties } from 'react'
import { FromTo } from '#record/who-moved'
import { asTopic } from '#record/words/inside-sentence.ts'
import { useHowMoved, useMovesText } from '#record/words/moves-words.ts'
import { roundOf } from '#simulation/agenda/plan'
import { latestValues, revealedValues } from '#simulation/reading/log/gap'
import { moveRows, movesFinding } from '#simulation/reading/positions/who-moved'
import { phaseNow } from '#simulation/state/room-state'
import { GapDumbbell } from '#ui/charts/gap-dumbbell'
import { columnsFor, delegationIn, partiesOf } from '#ui/words/delegations.ts'
import styles from './scenes.module.css'
import type { StageContext } from './stage-context'
import { Plate, Question } from './stage-parts'

export function MovedScene({ on }: { on: StageContext }) {
  const say = useMovesText()
  const how = useHowMoved()
  const { state } = on
  const { plan } = state
  const phase = phaseNow(state)
  const round = phase?.round ? roundOf(plan, phase.round) : undefined
  if (!round) return null
  const parties = partiesOf(plan)
  const found = movesFinding(state, round.key)
  const { stage, values } = latestValues(state, round.key)
  const rows = moveRows(state, round.key)
  return (
    <div className={styles.three}>
      <Question>{say(parties, found, asTopic(round.title))}</Question>
      {found.kind === 'nothing' ? (
        <span />
      ) : (
        <div className={styles.moves}>
          <GapDumbbell
            widest="stage"
            parties={parties}
            axis={round.axis}
            positions={values}
            openings={stage === 'closing' ? revealedValues(state, round.key, 'opening') : undefined}
            then
          />
        </div>
      )}
      <ul
        className={styles.moved}
        data-many={rows.length > 4 || undefined}
        style={{ '--columns': columnsFor(rows.length) } as CSSProperties}
      >
        {rows.map((row) => {
          const delegation = delegationIn(plan, row.delegation)
          return delegation ? (
            <li key={row.delegation}>
              <Plate delegation={delegation} size="line" />
              <span>
                <FromTo row={row} />
                <small>{how(row, false, true)}</small>
              </span>
            </li>
          ) : null
        })}
      </ul>
    </div>
  )
}
