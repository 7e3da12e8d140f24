// Which seat a person counts as having held: the last one they sat down in. Marks and grades are read after class, when seats may
// stand empty again and a person may have left; "who sits there now" would leave their line blank.
import type { DelegationId, PersonId, SeatId } from '../kernel/ids'
import type { RoomState } from '../kernel/room-state'

export type SeatOfRecord = { id: SeatId; title: string; delegation: DelegationId | null }

/** The seat of record of everybody who ever sat in the room, in the order in which they first did. */
export function seatsOfRecord({ seats, seated, lastSeats }: RoomState): ReadonlyMap<PersonId, SeatOfRecord> {
  return new Map(
    seated.flatMap((person): [PersonId, SeatOfRecord][] => {
      const last = lastSeats[person]
      const seat = last && seats[last]
      return seat ? [[person, { id: seat.id, title: seat.title, delegation: seat.delegation }]] : []
    }),
  )
}
