// The rows of a room's log, each with the audience that was fixed when it was recorded. Whether a reader belongs to an audience is
// judged in simulation/secrecy/may-hear.ts alone.
import * as z from 'zod/mini'
import type { PersonId, SeatId } from '../kernel/ids'
import { actorId, commandId, instant, list, MOST_SEATS, personId, seatId } from '../kernel/ids'
import { type RoomEvent, roomEvent } from './room-event'

/**
 * Who may hear an event; the chair hears everything. It names seats, not people, so that a person who takes over a seat of their own
 * delegation hears what it heard. `person` is for what someone says of themselves out of role (a stance, a reflection): it stays theirs
 * when they change seats. `opens` says whether the debrief unseals it.
 */
const audience = z.union([
  z.literal('everyone'),
  z.literal('instructor'),
  z.strictObject({ seats: z.readonly(list(seatId, 2 * MOST_SEATS)), opens: z.enum(['at-debrief', 'never']) }),
  z.strictObject({ person: personId }),
])
export type Audience = z.infer<typeof audience>

/** A row before the engine gives it its number, instant and sender. */
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
/** Private to these seats, also after the debrief. */
export const seatsForGood = (seats: readonly SeatId[], event: RoomEvent): NewRow => ({
  audience: { seats, opens: 'never' },
  event,
})
