// What a person is asked about the joint text at one instant: to answer an offer, to settle words, to initial them, to vote or to advise.
import { officeOf } from '../agenda/plan'
import type { DelegationId } from '../kernel/ids'
import { putToVote } from '../questions/ballots'
import { isClosed } from '../questions/motions'
import { offersTo } from '../questions/offers'
import { clauseToInitial, openClauses } from '../questions/text'
import type { Seat } from '../shapes/seats/slice'
import { type RoomState, votesOn } from '../state/room-state'

export type TextTask =
  | { kind: 'settle'; open: number; acts: boolean }
  /** Another delegation's offer awaits the head's answer. */
  | { kind: 'answer-offer'; from: DelegationId }
  /** All clauses are clean, and the head has one to initial. */
  | { kind: 'initial' }
  /** `closed`: a bracket stands open, and the debate on it is closed. */
  | { kind: 'settled'; closed: boolean }
  | { kind: 'cast' | 'advise'; left: number; of: number }
  /** Every bracket stood open when the talks ended. */
  | { kind: 'nothing-to-vote' }
  | { kind: 'voted'; acts: boolean }

/** In the negotiation. */
export function onText(state: RoomState, { delegation }: Seat, acts: boolean): TextTask {
  const [offer] = acts && delegation !== null ? offersTo(state, delegation) : []
  if (offer) return { kind: 'answer-offer', from: offer.from }
  const all = openClauses(state)
  // M5: where the debate is closed a head still stands on other words, and a member drafts none.
  const open = all.filter(({ key }) => acts || !isClosed(state, key)).length
  if (open > 0) return { kind: 'settle', open, acts }
  return acts && delegation !== null && clauseToInitial(state, delegation) !== null
    ? { kind: 'initial' }
    : { kind: 'settled', closed: all.length > 0 }
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
