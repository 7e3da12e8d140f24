/**
 * A room for its replay: as its reader may read it, or of that only what one delegation could hear while it ran. The view is made here,
 * so that what it leaves out never travels.
 */

import { seatIdsOf } from '#simulation/agenda/plan'
import { type DelegationId, personId, type SeatId } from '#simulation/kernel/ids'
import { inSeat, isSealed, type Told, viewFor } from '#simulation/kernel/record'
import type { Person } from '../people/users'
import { namesIn, type RoomForReader, readRoomFor } from './room-for-reader'

export type Seen = Pick<RoomForReader, 'told' | 'roll'>

/** Null where the room is not theirs, and where a delegation's view is still sealed for them. */
export async function readRoomAsSeen(
  user: Pick<Person, 'id' | 'isAdmin'>,
  roomId: string,
  by: DelegationId | null,
): Promise<Seen | null> {
  const reading = await readRoomFor(user, roomId)
  if (!reading || by === null) return reading
  if (!maySeeAsOthers(reading)) return null
  const told = asSeenBy(reading.told, seatIdsOf(reading.state.plan, by))
  return { told, roll: namesIn(told, reading.roll) }
}

/** The chair always; everybody else once the debrief has unsealed the record. */
export const maySeeAsOthers = ({ viewer, state }: Pick<RoomForReader, 'viewer' | 'state'>): boolean =>
  viewer.kind === 'chair' || state.unsealedAt !== null

/** Holds no seat and is nobody's person: what is said out of role belongs to no delegation. */
const NOBODY = personId.parse('nobody')

/** Of what is told, what somebody in one of these seats heard at the time; the debrief adds nothing to it. */
export function asSeenBy(rows: readonly Told[], seats: readonly SeatId[]): readonly Told[] {
  const open = rows.flatMap((row) => (isSealed(row) ? [] : [row]))
  const heard = new Set(
    seats
      .flatMap((seat) => viewFor(open, inSeat(NOBODY, seat), false))
      .flatMap((row) => (isSealed(row) ? [] : [row.seq])),
  )
  return rows.map((row) => (heard.has(row.seq) ? row : { seq: row.seq, sealed: true }))
}
