/** Every brief of a seminar, as its first room holds them, for the instructor to read and print before the class and during it. */
import type { Brief, RoomPlan } from '#simulation/agenda/plan'
import { fold } from '#simulation/kernel/room'
import { database } from '../database'
import { COLUMNS, readRows, type StoredRow } from '../log/stored-rows'

/** A log begins with the rows that open the room; its briefs are among them. */
const OPENING_ROWS = 40

export async function readBriefs(activityId: string): Promise<{ plan: RoomPlan; briefs: readonly Brief[] } | null> {
  const rows = await database().$queryRawUnsafe<StoredRow[]>(
    `SELECT ${COLUMNS} FROM room_event
      WHERE room_id = (SELECT id FROM room WHERE activity_id = $1 ORDER BY ordinal LIMIT 1) AND seq <= $2 ORDER BY seq`,
    activityId,
    OPENING_ROWS,
  )
  const state = fold(readRows(rows))
  return state && { plan: state.plan, briefs: state.briefs }
}
