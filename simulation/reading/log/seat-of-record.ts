// The seat of record of a person: the last seat they took. Marks and grades are read after class, when people may have left their
// seats again; with the seat they hold now, the grade file of everybody who left would name no seat and no delegation.
import type { DelegationId, PersonId, SeatId } from '../../kernel/ids'
import type { RoomState } from '../../state/room-state'

export type SeatOfRecord = { id: SeatId; title: string; delegation: DelegationId | null }

/** The seat of record of everybody who ever took a seat in the room, in the order in which they first did. */
export function seatsOfRecord({ seats, seated, lastSeats }: RoomState): ReadonlyMap<PersonId, SeatOfRecord> {
  return new Map(
    seated.flatMap((person): [PersonId, SeatOfRecord][] => {
      const last = lastSeats[person]
      const seat = last && seats[last]
      return seat ? [[person, { id: seat.id, title: seat.title, delegation: seat.delegation }]] : []
    }),
  )
}
