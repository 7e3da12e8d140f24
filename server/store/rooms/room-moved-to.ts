/** Where somebody sits now who sat in a room and was moved to another table of its activity. */
import { database } from '../../base/database'
import type { Requester } from '../access/access'
import { UNDELETED_ACTIVITY } from '../access/deleted'
import { isRowId } from '../access/row-id'
import { wasInRoom } from '../marks/marks'

/** Their room's id. Null for whoever sits in this room, never sat in it, or was removed: nobody else learns that it exists. */
export async function readRoomMovedTo(user: Pick<Requester, 'id'>, roomId: string): Promise<string | null> {
  if (!isRowId(roomId)) return null
  const place = await database().participant.findFirst({
    where: { userId: user.id, removedAt: null, activity: { ...UNDELETED_ACTIVITY, rooms: { some: { id: roomId } } } },
    select: { id: true, roomId: true },
  })
  if (!place?.roomId || place.roomId === roomId) return null
  return (await wasInRoom(roomId, place.id)) ? place.roomId : null
}
