/**
 * Whether an activity's door is open. The instructor opens and closes it; it also closes by itself when the first room starts or
 * reaches round 1 (by the setting `lateArrivals`) after the door was last opened. That moment is computed from the start times in the
 * rooms' facts and not stored.
 */

import { type Database, database } from '../../base/database'
import { ActivitySettings } from './activity-settings'

export type DoorState = { open: boolean; closedAt: Date | null }

type DoorColumns = {
  id: string
  doorOpen: boolean
  doorOpenedAt: Date | null
  doorClosedAt: Date | null
  settings: unknown
}

export const doorColumns = { id: true, doorOpen: true, doorOpenedAt: true, doorClosedAt: true, settings: true } as const

export const judgeDoor = async (on: Database, row: DoorColumns): Promise<DoorState> => {
  const [state] = await judgeDoors(on, [row])
  return state ?? { open: false, closedAt: row.doorClosedAt }
}

/** The same for a list of activities, with one query for the rooms of all. */
export async function judgeDoors(on: Database, rows: readonly DoorColumns[]): Promise<DoorState[]> {
  const open = rows.filter(({ doorOpen }) => doorOpen)
  const closings = open.length === 0 ? new Map<string, Date>() : await readSelfClosings(on, open)
  return rows.map(({ id, doorOpen, doorClosedAt }) => {
    const closedAt = doorOpen ? (closings.get(id) ?? null) : doorClosedAt
    return { open: doorOpen && closedAt === null, closedAt }
  })
}

export async function readDoorState(activityId: string): Promise<DoorState | null> {
  const row = await database().activity.findUnique({ where: { id: activityId }, select: doorColumns })
  return row && judgeDoor(database(), row)
}

/** Per activity, when the first of its rooms passed the closing point (start or round 1) since the door was last opened. */
async function readSelfClosings(on: Database, rows: readonly DoorColumns[]): Promise<ReadonlyMap<string, Date>> {
  const asked = rows.map(({ id, settings, doorOpenedAt }) => ({
    id,
    at_start: ActivitySettings.parse(settings).lateArrivals === 'until-start',
    after: (doorOpenedAt ?? new Date(0)).toISOString(),
  }))
  const closed = await on.$queryRaw<{ id: string; at: Date }[]>`
    SELECT asked.id, min(passed.at) AS at
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS asked(id text, at_start boolean, after timestamptz)
      JOIN room ON room.activity_id = asked.id
      JOIN room_summary AS summary ON summary.room_id = room.id
      CROSS JOIN LATERAL unnest(
        CASE WHEN asked.at_start THEN summary.started_at ELSE summary.round_started_at END) AS passed(at)
     WHERE passed.at > asked.after GROUP BY asked.id`
  return new Map(closed.map(({ id, at }) => [id, at]))
}
