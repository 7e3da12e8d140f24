// The role in which an actor sends a command to a room: its chair, its clock, a seat (held by a person or played by an understudy),
// a person without a seat, a removed person, or nobody. Each topic's `decide` refuses or accepts by this role.

import { type ActorId, type PersonId, personOfActor, seatId } from '../kernel/ids'
import type { Seat } from '../shapes/seats'
import { type RoomState, seatHeldBy } from './room-state'

/** The role of an actor in this room; `person: null` in a seat is its understudy. */
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
  const person = personOfActor(by)
  if (person === null) return { kind: 'nobody' }
  if (state.removed.includes(person)) return { kind: 'removed', person }
  const seat = seatHeldBy(state, person)
  return seat ? { kind: 'seat', seat, person } : { kind: 'unseated', person }
}

/** Whether a chair acts; takes plain text too, which is what the author of an outcome is (topics/topic.ts). */
export const isChair = (by: string): boolean => by.startsWith('chair:')
export const isUnderstudy = (by: ActorId): boolean => by.startsWith('understudy:')
