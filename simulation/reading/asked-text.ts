// What a person is asked about the joint text at one instant: to answer an offer, to settle words, to initial them, to vote or to
// advise, and to judge them at home.
import { officeOf } from '../agenda/plan'
import type { DelegationId } from '../kernel/ids'
import { putToVote } from '../questions/ballots'
import { offersTo } from '../questions/offers'
import { hasSigned, headOffice, memberOffices } from '../questions/ratification'
import { clauseToInitial, openClauses } from '../questions/text'
import type { Seat } from '../shapes/seats/slice'
import { type RoomState, votesOn } from '../state/room-state'

export type TextTask =
  | { kind: 'settle'; open: number; acts: boolean }
  /** Another delegation's offer awaits the head's answer. */
  | { kind: 'answer-offer'; from: DelegationId }
  /** All clauses are clean, and the head has one to initial. */
  | { kind: 'initial' }
  | { kind: 'settled' }
  | { kind: 'cast' | 'advise'; left: number; of: number }
  /** Every bracket stood open when the talks ended. */
  | { kind: 'nothing-to-vote' }
  | { kind: 'voted'; acts: boolean }
  /** At home: to ratify or refuse as one's office, or alone as the head; and why nothing is asked. */
  | { kind: 'ratify' | 'home-sealed' | 'members-decide' | 'nothing-to-ratify' | 'chair-decided' }

/** In the negotiation. */
export function onText(state: RoomState, { delegation }: Seat, acts: boolean): TextTask {
  const [offer] = acts && delegation !== null ? offersTo(state, delegation) : []
  if (offer) return { kind: 'answer-offer', from: offer.from }
  const open = openClauses(state).length
  if (open > 0) return { kind: 'settle', open, acts }
  return acts && delegation !== null && clauseToInitial(state, delegation) !== null
    ? { kind: 'initial' }
    : { kind: 'settled' }
}

export function toVote(state: RoomState, seat: Seat, delegation: DelegationId, acts: boolean): TextTask {
  if (!acts) return toAdvise(state, seat)
  const put = putToVote(state)
  if (put.length === 0) return { kind: 'nothing-to-vote' }
  const left = put.filter(({ key }) => votesOn(state, key).ballots[delegation] === undefined).length
  return left === 0 ? { kind: 'voted', acts } : { kind: 'cast', left, of: put.length }
}

/** Q4: two seats of one office give one advice. */
export function toAdvise(state: RoomState, seat: Seat): TextTask {
  const put = putToVote(state)
  if (put.length === 0) return { kind: 'nothing-to-vote' }
  const office = officeOf(seat)
  const left = put.filter(({ key }) => votesOn(state, key).advice[office] === undefined).length
  return left === 0 ? { kind: 'voted', acts: false } : { kind: 'advise', left, of: put.length }
}

/** A4, A5: members judge the signed text; the head is asked where nobody else of the delegation can be. */
export function atHome(state: RoomState, seat: Seat, delegation: DelegationId): TextTask {
  if (!hasSigned(state, delegation)) return { kind: 'nothing-to-ratify' }
  if (state.homeDecided[delegation]) return { kind: 'chair-decided' }
  const office = officeOf(seat)
  if (office === headOffice(state, delegation) && memberOffices(state, delegation).length > 0)
    return { kind: 'members-decide' }
  return { kind: state.homeVotes[office] ? 'home-sealed' : 'ratify' }
}
