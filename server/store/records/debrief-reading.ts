/**
 * A room as its debrief page shows it: what the reader may read of its record, and everybody's stances as counts. The counts are computed
 * from the whole log, private stances included, and are numbers only (rule D7).
 */

import { paragraphSteps } from '#simulation/reading/log/transcript'
import { type StanceSpread, stanceSpreads } from '#simulation/reading/positions/stance-spread'
import { mayLookBack } from '#simulation/secrecy/side-channels'
import { inSlices } from '../../base/slices'
import { readRoomState } from '../log/room-reading'
import type { Person } from '../people/users'
import { type RoomForReader, readRoomFor } from '../rooms/room-for-reader'

type DebriefReading = Omit<RoomForReader, 'told'> & { spreads: readonly StanceSpread[] }

/** D8: null for a room the user has no access to, and for everyone but the chair until the record is unsealed. */
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
  // The page asks for them in each of its parts, and is drawn in one piece.
  await inSlices(paragraphSteps(read.state))
  return { ...read, spreads: whole ? stanceSpreads(whole) : [] }
}
