// Who an actor is in a room: its chair, its clock, somebody in a seat or without one, an understudy, or nobody.
// It must not know what any of them may do.

import type { ActorId, PersonId } from './ids'
import { personId, seatId } from './ids'
import type { RoomState, Seat } from './room-state'
import { seatHeldBy } from './room-state'

/** Who an actor is in this room. */
export type ActorRole =
  | { kind: 'chair'; user: string }
  | { kind: 'clock' }
  | { kind: 'seat'; seat: Seat; person: PersonId | null }
  | { kind: 'unseated'; person: PersonId }
  | { kind: 'removed'; person: PersonId }
  | { kind: 'nobody' }

export function roleOf(state: RoomState, by: ActorId): ActorRole {
  if (by === 'clock') return { kind: 'clock' }
  const [kind, rest = ''] = [by.slice(0, by.indexOf(':')), by.slice(by.indexOf(':') + 1)]
  if (kind === 'chair') return { kind: 'chair', user: rest }
  if (kind === 'understudy') {
    const seat = state.seats[seatId.parse(rest)]
    return seat && seat.holder === null && state.plan.understudies
      ? { kind: 'seat', seat, person: null }
      : { kind: 'nobody' }
  }
  const person = personId.parse(rest)
  if (state.removed.includes(person)) return { kind: 'removed', person }
  const seat = seatHeldBy(state, person)
  return seat ? { kind: 'seat', seat, person } : { kind: 'unseated', person }
}

export const isUnderstudy = (by: ActorId): boolean => by.startsWith('understudy:')
