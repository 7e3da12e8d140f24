// The part of a room's state that the events of seats change: who sits where, and who hears what from there.
import type { RoomPlan, SeatPlan } from '../../agenda/plan'
import type { PersonId, SeatId } from '../../kernel/ids'
import type { Hearing } from '../../kernel/viewer'

export type Seat = SeatPlan & {
  holder: PersonId | null
  /** When the holder was marked absent: their last connection closed and none came back within the grace period. Null while present. */
  absentSince: number | null
  /** In a head's seat: who acts for the absent head by the chair's word, until the head is back (S23). */
  actedBy: SeatId | null
}

/** A move by the chair: from the seat that a person held last to another, or to none. */
export type Reseating = Readonly<{ from: SeatId; to: SeatId | null; at: number }>

export type SeatsSlice = Readonly<{
  seats: Readonly<Record<SeatId, Seat>>
  seatingLocked: boolean
  /** Free seats that the chair keeps for people of the roster (S18). */
  keptSeats: readonly SeatId[]
  /** Every person who ever held a seat here, in the order in which they first did; reflections are numbered by it. */
  seated: readonly PersonId[]
  /** When each of them first did. */
  seatedAt: Readonly<Record<PersonId, number>>
  /** Where absent heads are acted for (S22): when each person was last heard of. */
  heardAt: Readonly<Record<PersonId, number>>
  /** The seat in which somebody found themselves expected as they came in (S19). */
  expected: Readonly<Record<PersonId, SeatId>>
  removed: readonly PersonId[]
  /** The seat that each person took last, whether or not they still hold it. */
  lastSeats: Readonly<Record<PersonId, SeatId>>
  /** The newest move of a person by the chair, while they sit where it put them (S20). */
  reseated: Readonly<Record<PersonId, Reseating>>
  /** What each person hears of what is said to seats (R4, R12–R14); empty in a room of the first edition, where the seat alone decides. */
  hearing: Readonly<Record<PersonId, Hearing>>
}>

export const seatsStart = (plan: RoomPlan): SeatsSlice => ({
  seats: Object.fromEntries(
    plan.seats.map((seat) => [seat.id, { ...seat, holder: null, absentSince: null, actedBy: null }]),
  ),
  seatingLocked: false,
  keptSeats: [],
  seated: [],
  seatedAt: {},
  heardAt: {},
  expected: {},
  removed: [],
  lastSeats: {},
  reseated: {},
  hearing: {},
})
