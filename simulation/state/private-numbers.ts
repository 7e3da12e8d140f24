// The numbers of private entries (rule R11). Every audience counts its own entries: one count for all would tell a delegation how much
// the others talk.

import { isFirstEdition, type RoomPlan } from '../agenda/plan'
import type { DelegationId, Pair, PersonId, SeatId } from '../kernel/ids'
import type { Moment } from '../kernel/moment'
import type { NextRoom } from './next-room'
import { type RoomState, reflectionKey } from './room-state'

/** Talk (c), a note of the chair (n), a call for help (h), a post sealed until its deadline (p), an offer (o), chips laid (k), a reading (m), a strategy sheet (s), a case said for another side or its score (e). The first edition counted by this letter alone. */
type Kind = 'c' | 'n' | 'h' | 'p' | 'o' | 'k' | 'm' | 's' | 'e'

/** The next number of this kind in this audience: `north12` and `north-south4` for talk, `n-north2` for a note to a delegation, `h5-1` for the plan's fifth seat. */
export function nextPrivate(state: RoomState, kind: Kind, of: DelegationId | Pair | SeatId): string {
  const prefix = isFirstEdition(state.plan) ? kind : prefixOf(state.plan, kind, of)
  return `${prefix}${(state.counts[prefix] ?? 0) + 1}`
}

function prefixOf(plan: RoomPlan, kind: Kind, of: DelegationId | Pair | SeatId): string {
  const chair = plan.seats.findIndex(({ id }) => id === of) + 1
  if (chair > 0) return `${kind}${chair}-`
  return kind === 'c' ? of : `${kind}-${of}`
}

/**
 * The number of a reflection, the same when it is written again. `r7-2` answers the second prompt and is by the seventh person who took
 * a seat here, an order that everybody saw. For a person who never took a seat, `rx` and the second of the room in which they first
 * wrote stand in for it.
 */
export function reflectionNumber(state: RoomState, person: PersonId, prompt: number, { at }: Moment): string {
  const known = state.reflections[reflectionKey(person, prompt)]
  if (known) return known.no
  if (isFirstEdition(state.plan)) return `r${(state.counts.r ?? 0) + 1}`
  const place = state.seated.indexOf(person) + 1
  if (place > 0) return `r${place}-${prompt + 1}`
  const taken = new Set(Object.values(state.reflections).map(({ no }) => no))
  let second = Math.floor((at - state.openedAt) / 1000)
  while (taken.has(`rx${second}-${prompt + 1}`)) second += 1
  return `rx${second}-${prompt + 1}`
}

/** Raises the count of the audience that this number belongs to, so that `nextPrivate` goes on from it. */
export function countPrivate(room: NextRoom, no: string): void {
  const digits = /\d{1,9}$/.exec(no)?.[0] ?? ''
  const prefix = no.slice(0, no.length - digits.length)
  room.counts = { ...room.counts, [prefix]: Math.max(room.counts[prefix] ?? 0, Number(digits)) }
}
