/** The tables of an activity with their states, as their chair knows them, for whoever compares them. */
import type { PlayedTable } from '#simulation/reading/compared-tables'
import { database } from '../../base/database'
import { nextSlice } from '../../base/slices'
import { accessRoom, may, type Requester, type RoomRow } from '../access/access'
import { readRooms } from '../activities/rooms'
import { readRoomState } from '../log/room-reading'

/**
 * The caller has judged who asks, and shows of a table only what everybody there could hear. A moment that is played on stands beside the
 * room that it comes from, which is number 0, for whoever may compare that too (D16).
 */
export async function readPlayedTables(user: Requester, activityId: string): Promise<readonly PlayedTable[]> {
  const tables: PlayedTable[] = []
  for (const { id, name, ordinal } of [...(await readOrigin(user, activityId)), ...(await readRooms(activityId))]) {
    const state = await readRoomState(id)
    if (state) tables.push({ id, name, number: ordinal, state })
    await nextSlice()
  }
  return tables
}

/** The room that the activity plays on from, for whoever may compare it: one or none. */
export async function readOrigin(user: Requester, activityId: string): Promise<readonly RoomRow[]> {
  const row = await database().activity.findUnique({ where: { id: activityId }, select: { forkedFromRoomId: true } })
  const found = row?.forkedFromRoomId ? await accessRoom(user, row.forkedFromRoomId) : null
  return found && may(found.as, 'run-activity') ? [{ ...found.room, ordinal: 0 }] : []
}
