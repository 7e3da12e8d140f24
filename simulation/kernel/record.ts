// A room's log as rows, each with the audience that was fixed when it was recorded.
// It must not know how rows are stored, sent or drawn, nor judge who may hear one: that is simulation/secrecy/may-hear.ts.
import * as z from 'zod/mini'
import type { PersonId, SeatId } from './ids'
import { actorId, commandId, instant, list, MOST_SEATS, personId, seatId } from './ids'
import type { RoomEvent } from './room-event'
import { roomEvent } from './room-event'

/**
 * Who may hear an event, fixed when it is recorded; the chair hears everything.
 * Seats, not people: whoever takes over a seat of their own delegation inherits what it heard. `person` is for what someone says
 * of themselves out of role (a personal stance, a reflection): it goes with them, not with the chair they sat in.
 * `opens` says whether the debrief unseals it.
 */
export const audience = z.union([
  z.literal('everyone'),
  z.literal('instructor'),
  z.strictObject({ seats: z.readonly(list(seatId, 2 * MOST_SEATS)), opens: z.enum(['at-debrief', 'never']) }),
  z.strictObject({ person: personId }),
])
export type Audience = z.infer<typeof audience>

/** Something that happened, before it has its number. */
export type NewRow = { audience: Audience; event: RoomEvent }

/** One row of the log. `seq` counts from 1 without gaps in each room. */
export const recorded = z.strictObject({
  seq: z.int().check(z.positive()),
  at: instant,
  by: actorId,
  commandId,
  audience,
  event: roomEvent,
})
export type Recorded = z.infer<typeof recorded>

export const everyone = (event: RoomEvent): NewRow => ({ audience: 'everyone', event })
export const instructorOnly = (event: RoomEvent): NewRow => ({ audience: 'instructor', event })
export const person = (id: PersonId, event: RoomEvent): NewRow => ({ audience: { person: id }, event })

/** Private to these seats until the debrief. */
export const seatsUntilDebrief = (seats: readonly SeatId[], event: RoomEvent): NewRow => ({
  audience: { seats, opens: 'at-debrief' },
  event,
})
/** Private to these seats for good. */
export const seatsForGood = (seats: readonly SeatId[], event: RoomEvent): NewRow => ({
  audience: { seats, opens: 'never' },
  event,
})
