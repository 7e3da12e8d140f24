/** Every brief of a seminar, as its first room holds them, and the strategy sheets of each room, for the instructor to read and print before the class and during it. */
import type { Brief } from '#simulation/agenda/brief'
import type { RoomPlan } from '#simulation/agenda/plan'
import { fold } from '#simulation/engine/room'
import type { RoomState } from '#simulation/state/room-state'
import { database } from '../../base/database'
import { readRoomState } from '../log/room-reading'
import { COLUMNS, readRows, type StoredRow } from '../log/stored-rows'

/** A log begins with the rows that open the room; its briefs are among them. */
const OPENING_ROWS = 40

/** The first room of an activity as its first rows opened it: its plan, its briefs and the chair's plan. */
export async function readOpening(activityId: string): Promise<RoomState | null> {
  const rows = await database().$queryRawUnsafe<StoredRow[]>(
    `SELECT ${COLUMNS} FROM room_event
      WHERE room_id = (SELECT id FROM room WHERE activity_id = $1 ORDER BY ordinal LIMIT 1) AND seq <= $2 ORDER BY seq`,
    activityId,
    OPENING_ROWS,
  )
  return fold(readRows(rows))
}

export async function readBriefs(activityId: string): Promise<{ plan: RoomPlan; briefs: readonly Brief[] } | null> {
  const state = await readOpening(activityId)
  return state && { plan: state.plan, briefs: state.briefs }
}

/** The strategy sheets of these rooms by room, without the words that were taken off. For a chair, who hears all of them. */
export async function readStrategies(rooms: readonly string[]): Promise<ReadonlyMap<string, RoomState['strategies']>> {
  const states = await Promise.all(rooms.map(readRoomState))
  return new Map(rooms.map((room, place) => [room, states[place]?.strategies ?? {}]))
}
