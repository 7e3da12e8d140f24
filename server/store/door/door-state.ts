/**
 * Whether a door stands open. The instructor opens and closes it; besides, it closes by itself when the activity's first room
 * starts, or reaches round 1, after the door was last opened. That moment is read from the rooms' logs and kept nowhere else.
 */
import { Prisma } from '#server/generated/prisma/client'
import { ActivitySettings } from '../activities/activity-settings'
import { type Database, database } from '../database'

export type DoorState = { open: boolean; closedAt: Date | null }

type DoorColumns = {
  id: string
  doorOpen: boolean
  doorOpenedAt: Date | null
  doorClosedAt: Date | null
  settings: unknown
}

export const doorColumns = { id: true, doorOpen: true, doorOpenedAt: true, doorClosedAt: true, settings: true } as const

export async function judgeDoor(on: Database, row: DoorColumns): Promise<DoorState> {
  if (!row.doorOpen) return { open: false, closedAt: row.doorClosedAt }
  const { lateArrivals } = ActivitySettings.parse(row.settings)
  const closedAt = await readSelfClosing(on, row.id, lateArrivals, row.doorOpenedAt ?? new Date(0))
  return { open: closedAt === null, closedAt }
}

export async function readDoorState(activityId: string): Promise<DoorState | null> {
  const row = await database().activity.findUnique({ where: { id: activityId }, select: doorColumns })
  return row && judgeDoor(database(), row)
}

/** The first time since `after` that a room of the activity passed the point at which latecomers have to ask. */
async function readSelfClosing(
  on: Database,
  activityId: string,
  lateArrivals: ActivitySettings['lateArrivals'],
  after: Date,
): Promise<Date | null> {
  const onlyRounds =
    lateArrivals === 'until-start'
      ? Prisma.empty
      : Prisma.sql`AND opened.event #>> ARRAY['plan', 'phases', started.event ->> 'index', 'round'] IS NOT NULL`
  const [row] = await on.$queryRaw<{ at: Date | null }[]>`
    SELECT min(started.at) AS at
      FROM room
      JOIN room_event AS opened ON opened.room_id = room.id AND opened.seq = 1
      JOIN room_event AS started ON started.room_id = room.id AND started.type = 'PhaseStarted'
     WHERE room.activity_id = ${activityId} AND started.at > ${after} ${onlyRounds}`
  return row?.at ?? null
}
