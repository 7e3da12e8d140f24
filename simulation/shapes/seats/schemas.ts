// Commands and events of seats and the people in them.
import * as z from 'zod/mini'
import { list, MOST_SEATS, personId, seatId } from '../../kernel/ids'
import { variant } from '../../kernel/variant'

export const seatsCommands = [
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
export const seatsServerCommands = [
  variant('markAbsent', { seat: seatId }),
  variant('markReturned', { seat: seatId }),
  // all the seats that are kept from now on
  variant('keepSeats', { seats: list(seatId, MOST_SEATS) }),
  variant('sitInKeptSeat', { person: personId, seat: seatId }),
] as const

export const seatsEvents = [
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
export const seatsRefusals = [
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
