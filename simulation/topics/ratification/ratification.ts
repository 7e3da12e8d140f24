// The signed text is judged at home: members vote as their offices, the chair may decide instead, and the end of the phase turns all cards
// at once (rules A4–A9).
import { delegationIds, delegationOf } from '../../agenda/parties'
import { opens } from '../../agenda/phase-kinds'
import { officeOf, type PhasePlan, seatIdsOf } from '../../agenda/plan'
import { hasSigned, judged } from '../../questions/ratification'
import { everyone, type NewRow, seatsForGood, seatsUntilDebrief } from '../../shapes/record'
import { accept, refuse } from '../../shapes/verdict'
import { closedTo } from '../../state/clock'
import type { RoomState } from '../../state/room-state'
import type { Rule } from '../topic'

export const voteRatification: Rule<'voteRatification'> = (state, { vote, reason }, who, moment) => {
  if (who.kind !== 'seat') return refuse('not-seated')
  const { delegation } = who.seat
  if (delegation === null) return refuse('not-in-caucus')
  const closed = closedTo(state, moment, 'ratifies')
  if (closed) return refuse(closed)
  if (!hasSigned(state, delegation)) return refuse('nothing-to-ratify')
  if (vote === 'refuse' && reason === null) return refuse('refusal-needs-reason')
  const seat = officeOf(who.seat)
  const office = state.plan.seats.filter((each) => officeOf(each) === seat).map(({ id }) => id)
  return accept(
    seatsForGood(office, { type: 'RatificationVoted', seat, delegation, vote, reason }),
    seatsUntilDebrief(seatIdsOf(state.plan, delegation), { type: 'RatificationSealed', seat, delegation }),
  )
}

export const decideRatification: Rule<'decideRatification'> = (
  state,
  { delegation, ratified, reason },
  who,
  moment,
) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const closed = closedTo(state, moment, 'ratifies')
  if (closed) return refuse(closed)
  if (!delegationOf(state.plan, delegation) || !hasSigned(state, delegation)) return refuse('nothing-to-ratify')
  return accept(
    seatsUntilDebrief(seatIdsOf(state.plan, delegation), { type: 'RatificationDecided', delegation, ratified, reason }),
  )
}

/** A6: the row that turns every side's cards and opens its votes, at the end of a phase that ratifies; none once they are turned. */
export function cardsAtEnd(state: RoomState, phase: PhasePlan): NewRow[] {
  if (!opens(phase, 'ratifies') || state.turned) return []
  return [everyone({ type: 'CardsTurned', sides: delegationIds(state.plan).map((id) => judged(state, id)) })]
}
