/**
 * A room as somebody may look back on it: what they may read of its record, and the stances of everyone as counts. The counts alone
 * come from the whole log; they leave here as numbers that name nobody.
 */
import { type StanceSpread, stanceSpreads } from '#simulation/reading/stance-spread'
import { mayLookBack } from '#simulation/secrecy/beside-the-log'
import { type RoomForReader, readRoomFor } from '../access/room-for-reader'
import { readRoomState } from '../log/room-reading'
import type { Person } from '../people/users'

export type DebriefReading = Omit<RoomForReader, 'told'> & { spreads: readonly StanceSpread[] }

/** D8: null for a room that is not theirs, and for everyone but the chair while the record is sealed. */
export async function readDebriefFor(
  user: Pick<Person, 'id' | 'isAdmin'>,
  roomId: string,
): Promise<DebriefReading | null> {
  const reading = await readRoomFor(user, roomId)
  if (!reading) return null
  const { told: _, ...read } = reading
  const chairs = read.viewer.kind === 'chair'
  if (!mayLookBack(read.viewer, read.state.unsealedAt !== null)) return null
  const whole = chairs ? read.state : await readRoomState(roomId)
  return { ...read, spreads: whole ? stanceSpreads(whole) : [] }
}
