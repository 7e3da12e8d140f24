// Seats taken and left, and the people in them.
// The shapes of its commands and events; it must not know who may ask or who hears.
import * as z from 'zod/mini'
import { personId, seatId } from '../../kernel/ids'
import { shape } from '../../kernel/shape'

export const seatsCommands = [
  // null: by lot
  shape('takeSeat', { seat: z.nullable(seatId) }),
  shape('leaveSeat', {}),
  // the chair seats, moves, swaps or unseats
  shape('placePerson', { person: personId, seat: z.nullable(seatId) }),
  shape('removePerson', { person: personId }),
  shape('readmitPerson', { person: personId }),
  shape('lockSeating', { locked: z.boolean() }),
] as const

/** Submitted by the server alone. */
export const seatsServerCommands = [
  shape('markAbsent', { seat: seatId }),
  shape('markReturned', { seat: seatId }),
] as const

export const seatsEvents = [
  shape('SeatTaken', { seat: seatId, person: personId }),
  shape('SeatLeft', { seat: seatId, person: personId }),
  shape('PersonRemoved', { person: personId }),
  shape('PersonReadmitted', { person: personId }),
  shape('SeatAbsent', { seat: seatId }),
  shape('SeatReturned', { seat: seatId }),
  shape('SeatingLocked', { locked: z.boolean() }),
] as const
