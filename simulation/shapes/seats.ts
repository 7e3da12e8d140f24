// Commands and events of seats and the people in them, and their part of the state of a room: who sits where, and who hears what from there.
import * as z from 'zod/mini'
import type { RoomPlan, SeatPlan } from '../agenda/plan'
import { list, MOST_SEATS, type PersonId, personId, type SeatId, seatId } from '../kernel/ids'
import { variant } from '../kernel/variant'
import type { Hearing } from '../kernel/viewer'

export const commands = [
  // null: by lot
  variant('takeSeat', { seat: z.nullable(seatId) }),
  variant('leaveSeat', {}),
  // the chair seats, moves, swaps or unseats
  variant('placePerson', {
    person: personId,
    seat: z.nullable(seatId),
    // where the person sits, and who sits where they go to: what takes a step back says it, as others may have gone on
    onlyIf: z.optional(z.strictObject({ from: z.nullable(seatId), holder: z.nullable(personId) })),
  }),
  variant('removePerson', { person: personId }),
  variant('readmitPerson', { person: personId }),
  variant('lockSeating', { locked: z.boolean() }),
  // this member acts as head of their delegation; in the head's own seat: the head does again
  variant('letAct', { seat: seatId }),
] as const

/** Submitted by the server alone. */
export const serverCommands = [
  variant('markAbsent', { seat: seatId }),
  variant('markReturned', { seat: seatId }),
  // all the seats that are kept from now on
  variant('keepSeats', { seats: list(seatId, MOST_SEATS) }),
  variant('sitInKeptSeat', { person: personId, seat: seatId }),
] as const

export const events = [
  variant('SeatTaken', { seat: seatId, person: personId }),
  variant('SeatLeft', { seat: seatId, person: personId }),
  variant('PersonRemoved', { person: personId }),
  variant('PersonReadmitted', { person: personId }),
  // with the member whom the chair lets act for this head
  variant('SeatAbsent', { seat: seatId, acting: z.optional(seatId) }),
  variant('SeatReturned', { seat: seatId }),
  variant('SeatingLocked', { locked: z.boolean() }),
  variant('SeatsKept', { seats: list(seatId, MOST_SEATS) }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'seat-taken',
  'seat-kept', // the chair keeps it for somebody of the roster
  'already-seated',
  'seats-changed', // somebody has been moved since the step that this would take back
  'seating-locked', // the chair has locked the seats
  'seating-started', // the first phase has started: only the chair changes seats
  'seats-by-lot', // seats are drawn by lot here, and nobody chooses
  'seats-by-chair', // the chair places everyone
  'other-delegation', // a person who has sat in one delegation comes into another only by the chair
  'no-seat-free',
  'head-not-away', // nobody acts for a head of whom the room has heard lately (S22)
] as const

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

export const start = (plan: RoomPlan): SeatsSlice => ({
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
