/**
 * One more table for a seminar in which every seat is taken. A table that is laid gets no further seat: its seats stand in the first row of
 * its log, from which everything about it is read.
 */
import type { Prisma } from '#server/generated/prisma/client'
import { chairActor } from '#simulation/kernel/ids'
import { readStoredScenario } from '#simulation/scenario/stored-scenario'
import type { Database } from '../../base/database'
import { insertLogs, openedRoom, tablePlanner } from './activities'
import { ActivitySettings } from './activity-settings'
import { drawSeed } from './seeds'

const MOST_TABLES = 40

/** Whether another table can be laid. A debate's tables are made with its days, for the people it was published for. */
export async function mayLayTable(on: Database, activityId: string): Promise<boolean> {
  const { kind, broughtAt, _count } = await on.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { kind: true, broughtAt: true, _count: { select: { rooms: true } } },
  })
  return kind === 'seminar' && broughtAt === null && _count.rooms < MOST_TABLES
}

/** Lays another table, played as the others are, and not started yet. The caller has locked the activity and asked `mayLayTable`. */
export async function layTable(
  on: Database,
  activityId: string,
  { by, nameRoom }: { by: string; nameRoom: (number: number) => string },
): Promise<void> {
  const { scenario, agendaKey, settings, rooms } = await on.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: {
      scenario: true,
      agendaKey: true,
      settings: true,
      rooms: { orderBy: { ordinal: 'desc' }, take: 1, select: { ordinal: true } },
    },
  })
  const chosen = ActivitySettings.parse(settings)
  const ordinal = (rooms[0]?.ordinal ?? 0) + 1
  const plan = tablePlanner({ scenario: readStoredScenario(scenario), agendaKey, settings: chosen })
  const room = openedRoom({ name: nameRoom(ordinal), ordinal }, plan(drawSeed()), chairActor(by), Date.now())
  await on.room.create({ data: { id: room.id, activityId, name: room.name, ordinal } })
  await insertLogs(on, [room])
  // A seminar that is made again has the table too.
  const kept: Prisma.InputJsonValue = JSON.parse(JSON.stringify({ ...chosen, roomCount: chosen.roomCount + 1 }))
  await on.activity.update({ where: { id: activityId }, data: { settings: kept } })
}
