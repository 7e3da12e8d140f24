// The numbers of private entries (rule R11): every audience counts its own, so that a number says nothing of what others said.
// It must not know what is said, nor who hears it.

import type { RoomPlan } from '../agenda/plan'
import { isFirstEdition } from '../agenda/plan'
import type { DelegationId, Pair, PersonId, SeatId } from './ids'
import type { Moment } from './moment'
import type { NextRoom } from './next-room'
import type { RoomState } from './room-state'
import { reflectionKey } from './room-state'

/** Talk, a note of the chair's, a call for help, a post that is sealed until its deadline; its letter in the first edition. */
type Kind = 'c' | 'n' | 'h' | 'p'

/** The next number of this kind for these: `north12` and `north-south4` for talk, `n-north2` to a delegation, `h5-1` of the table's fifth chair. */
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
 * A reflection keeps its number when it is written again. `r7-2` is the second prompt, answered by the seventh person who sat down
 * here, which everybody saw; whoever never sat is known by the second in which they first wrote.
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

/** Keeps how far an audience has counted, whoever reads: what they may not hear is counted nowhere else. */
export function countPrivate(room: NextRoom, no: string): void {
  const digits = /\d{1,9}$/.exec(no)?.[0] ?? ''
  const prefix = no.slice(0, no.length - digits.length)
  room.counts = { ...room.counts, [prefix]: Math.max(room.counts[prefix] ?? 0, Number(digits)) }
}
