/**
 * The plans of rooms, each from the first row of its log. Lists that name the delegations of many rooms use it instead of reading
 * whole logs.
 */
import type { RoomPlan } from '#simulation/agenda/plan'
import { database } from '../../base/database'
import { COLUMNS, readRows, type StoredRow } from './stored-rows'

/** The plans by room id; a room without a log is not in it. */
export async function readPlans(rooms: readonly string[]): Promise<ReadonlyMap<string, RoomPlan>> {
  const plans = new Map<string, RoomPlan>()
  const stored = await database().$queryRawUnsafe<(StoredRow & { room: string })[]>(
    `SELECT room_id AS room, ${COLUMNS} FROM room_event WHERE room_id = ANY($1::text[]) AND seq = 1`,
    [...new Set(rooms)],
  )
  for (const { room, ...row } of stored)
    for (const { event } of readRows([row])) if (event.type === 'RoomOpened') plans.set(room, event.plan)
  return plans
}
