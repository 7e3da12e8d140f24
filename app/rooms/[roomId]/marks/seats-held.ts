// Which seat each person held last in a room: marks are read after class, when seats may stand empty again. It reads only rows it is given.

import type { RoomPlan } from '#simulation/agenda/plan'
import type { DelegationId, PersonId, SeatId } from '#simulation/kernel/ids'
import { isSealed, type Told } from '#simulation/kernel/record'

export function lastSeats(rows: readonly Told[]): ReadonlyMap<PersonId, SeatId> {
  const seats = new Map<PersonId, SeatId>()
  for (const row of rows) {
    if (isSealed(row) || row.event.type !== 'SeatTaken') continue
    seats.set(row.event.person, row.event.seat)
  }
  return seats
}

export type HeldSeat = { id: SeatId; title: string; delegation: DelegationId | null }

export function seatOf(plan: RoomPlan, seat: SeatId | undefined): HeldSeat | null {
  const found = plan.seats.find(({ id }) => id === seat)
  return found ? { id: found.id, title: found.title, delegation: found.delegation } : null
}
