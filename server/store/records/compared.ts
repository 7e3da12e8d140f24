/** The tables of an activity with their states, as their chair knows them, for whoever compares them. */
import type { PlayedTable } from '#simulation/reading/compared-tables'
import { nextSlice } from '../../base/slices'
import { readRooms } from '../activities/rooms'
import { readRoomState } from '../log/room-reading'

/** The caller has judged who asks, and shows of a table only what everybody there could hear. */
export async function readPlayedTables(activityId: string): Promise<readonly PlayedTable[]> {
  const tables: PlayedTable[] = []
  for (const { id, name, ordinal } of await readRooms(activityId)) {
    const state = await readRoomState(id)
    if (state) tables.push({ id, name, number: ordinal, state })
    await nextSlice()
  }
  return tables
}
