/**
 * A room for the replay page: as its reader may read it, or as one delegation could hear it while it ran. The rows are redacted on the server:
 * the browser never receives what the view hides.
 */
import { delegationIds } from '#simulation/agenda/parties'
import { seatIdsOf } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import { namesFor } from '#simulation/reading/record/told-names'
import { mayLookBack } from '#simulation/secrecy/side-channels'
import { asHeardIn } from '#simulation/secrecy/visible-row'
import type { Person } from '../people/users'
import { type RoomForReader, readRoomFor } from './room-for-reader'

type ReplayView = Pick<RoomForReader, 'told' | 'displayNames'>

/** Null where the room is not theirs, where a delegation's view is still sealed for them, and where the room has no such delegation. */
export async function readRoomViewAs(
  user: Pick<Person, 'id' | 'isAdmin'>,
  roomId: string,
  by: DelegationId | null,
): Promise<ReplayView | null> {
  const reading = await readRoomFor(user, roomId)
  if (!reading || by === null) return reading
  if (!mayLookBack(reading.viewer, reading.state.unsealedAt !== null)) return null
  if (!delegationIds(reading.state.plan).includes(by)) return null
  const told = asHeardIn(reading.told, seatIdsOf(reading.state.plan, by))
  return { told, displayNames: namesFor(told, reading.displayNames) }
}
