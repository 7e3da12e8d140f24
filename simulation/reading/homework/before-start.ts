// What stands before the first phase of a room: who is here without a seat, and which seats a lot would give them. Lobby, desk and wall
// ask this before they start, so that all three name the same people.

import type { PersonId, SeatId } from '../../kernel/ids'
import { seatByLot } from '../../questions/seats'
import { sideOf } from '../../secrecy/hearing'
import type { RoomState } from '../../state/room-state'
import { isFree, unseatedPeople } from './attendance'

/** `people` are those who belong to this room: its participants, or those who are connected to it. */
export function beforeStart(state: RoomState, people: readonly PersonId[]) {
  return {
    /** Those of the people given who hold no seat and were not removed; empty once the first phase has started. */
    unseated: state.agenda.status === 'lobby' ? unseatedPeople(state, { people }) : [],
    /** How many seats nobody holds and none is kept for. */
    open: Object.values(state.seats).filter((seat) => isFree(state, seat)).length,
  }
}
export type BeforeStart = ReturnType<typeof beforeStart>

export type Seating = { person: PersonId; seat: SeatId }

/** The seats that lots give these people one after the other (S3, S4); whoever finds none is left out. `draw` gives a number in [0,1). */
export function seatsByLot(state: RoomState, people: readonly PersonId[], draw: () => number): readonly Seating[] {
  let now = state
  return people.flatMap((person): Seating[] => {
    const seat = seatByLot(now, draw(), sideOf(now, person))
    if (!seat) return []
    now = { ...now, seats: { ...now.seats, [seat.id]: { ...seat, holder: person } } }
    return [{ person, seat: seat.id }]
  })
}
