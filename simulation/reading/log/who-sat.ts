// Who held each seat of a record, and how (D22).
import type { PersonId } from '../../kernel/ids'
import { isPlayedByUnderstudy } from '../../questions/seats'
import type { Seat } from '../../shapes/seats'
import type { RoomState } from '../../state/room-state'
import { seatsOfRecord } from './seat-of-record'

export type HeldSeat = { seat: Seat; how: 'person' | 'understudy' | 'nobody'; person: PersonId | null }

/** The seats of the delegations in the plan's order, with whoever holds or last held each; observers' seats only where somebody did. */
export function whoSat(state: RoomState): readonly HeldSeat[] {
  const last = new Map([...seatsOfRecord(state)].map(([person, { id }]) => [id, person]))
  return state.plan.seats.flatMap(({ id }): HeldSeat[] => {
    const seat = state.seats[id]
    if (!seat) return []
    const person = seat.holder ?? last.get(id) ?? null
    if (person !== null) return [{ seat, how: 'person', person }]
    if (seat.delegation === null) return []
    return [{ seat, how: isPlayedByUnderstudy(state, seat) ? 'understudy' : 'nobody', person }]
  })
}
