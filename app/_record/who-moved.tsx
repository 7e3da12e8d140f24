// Who moved in a round: the finding, the axis with hollow shapes where each opened and plates where it stands, and a row for each
// delegation that says how it came to stand there. Drawn from what is known; what is not is named in its row.
import { useTranslations } from 'next-intl'
import { type CSSProperties, useId } from 'react'
import type { RoundPlan } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import { latestValues, revealedValues } from '#simulation/reading/log/gap'
import { type MoveRow, moveRows, movesFinding } from '#simulation/reading/positions/who-moved'
import type { RoomState } from '#simulation/state/room-state'
import { GapDumbbell } from '#ui/charts/gap-dumbbell'
import { Placard } from '#ui/charts/placard'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import { columnsFor, delegationsIn, partiesOf } from '#ui/words/delegations.ts'
import { signed } from '#ui/words/signed.ts'
import styles from './who-moved.module.css'
import { asTopic } from './words/inside-sentence'
import { useHowMoved, useMovesText } from './words/moves-words'

type WhoMovedProps = { state: RoomState; round: RoundPlan; own?: DelegationId | null }

export function WhoMoved({ state, round, own = null }: WhoMovedProps) {
  const t = useTranslations('record.moves')
  const say = useMovesText()
  const titleId = useId()
  const parties = partiesOf(state.plan)
  const found = movesFinding(state, round.key)
  const { stage, values } = latestValues(state, round.key)
  const title = say(parties, found, asTopic(round.title))
  return (
    <section className={styles.moved} aria-labelledby={titleId}>
      {found.kind === 'nothing' ? (
        <h2 id={titleId} className={styles.nothing}>
          {title}
        </h2>
      ) : (
        <GapDumbbell
          parties={parties}
          axis={round.axis}
          positions={values}
          openings={stage === 'closing' ? revealedValues(state, round.key, 'opening') : undefined}
          then
          heading={2}
          size="large"
          title={<span id={titleId}>{title}</span>}
          sub={stage === 'closing' ? <span className={styles.sub}>{t('sub')}</span> : null}
        />
      )}
      <MoveList state={state} round={round} own={own} />
    </section>
  )
}

/** A row for each delegation: how it came to stand, and from where to where. */
function MoveList({ state, round, own }: Required<WhoMovedProps>) {
  const how = useHowMoved()
  const rows = moveRows(state, round.key)
  const delegations = delegationsIn(state.plan)
  return (
    <ul className={styles.rows} style={{ '--columns': columnsFor(delegations.length) } as CSSProperties}>
      {delegations.map((delegation) => {
        const row = rows.find((each) => each.delegation === delegation.id)
        if (!row) return null
        return (
          <li key={delegation.id} className={delegationColours(delegation)}>
            <Placard delegation={delegation} size="sm" form={row.closing ? 'filled' : 'outline'} silent />
            <span>
              <b>{delegation.name}</b>
              <small>{how(row, delegation.id === own)}</small>
            </span>
            <FromTo row={row} />
          </li>
        )
      })}
    </ul>
  )
}

/** "+1.5 → +2.0", or the one place that is known. */
export function FromTo({ row: { opening, closing } }: { row: MoveRow }) {
  const t = useTranslations('record.moves')
  if (opening === null && closing === null) return null
  if (closing === null)
    return <span className={styles.value}>{t('openedAt', { value: signed(opening?.value ?? 0) })}</span>
  if (opening === null || opening.value === closing.value)
    return <span className={styles.value}>{signed(closing.value)}</span>
  return <span className={styles.value}>{t('fromTo', { from: signed(opening.value), to: signed(closing.value) })}</span>
}
