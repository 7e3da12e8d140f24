/** Activities: making a seminar with its tables and its code, and reading what a course has planned. */
import { randomInt, randomUUID } from 'node:crypto'
import type { Prisma } from '#server/generated/prisma/client'
import { type ActorId, chairActor } from '#simulation/ids'
import { type Planned, planSeminar } from '#simulation/planning'
import { decide } from '#simulation/room'
import type { Scenario } from '#simulation/scenario'
import { ActivitySettings } from './activity-settings'
import { database } from './database'
import { findFreeCode } from './door'
import { type DoorState, doorColumns, judgeDoor } from './door-state'

export type NewActivity = {
  courseId: string
  /** The user who makes it. */
  by: string
  title: string
  /** The instructor's own copy; the original stays as it is. */
  scenario: Scenario
  agendaKey: string
  settings: ActivitySettings
  /** What a table is called; numbered from 1. */
  nameTable: (number: number) => string
  doorOpen?: boolean
  demo?: boolean
  /** The instant it is made, and its tables' logs begin; now, unless it is made up. */
  at?: number
}
export type MadeActivity = { activityId: string; code: string; roomIds: string[] }

/** A seminar with its tables, each table's log begun, and a code: all of it or nothing. */
export async function createSeminar(asked: NewActivity): Promise<MadeActivity> {
  const { scenario, agendaKey } = asked
  const { rounds, seatsPerDelegation: chairs, observers, understudies, practiceSpeed: speed } = asked.settings
  return createActivity('seminar', asked, (seed) =>
    planSeminar(scenario, {
      agendaKey,
      rounds,
      chairs: { us: chairs, jp: chairs, cn: chairs },
      observers,
      understudies,
      speed,
      seed,
    }),
  )
}

/** Makes an activity of either kind; `plan` draws up one table from the table's own seed. */
export async function createActivity(
  kind: 'seminar' | 'homework',
  asked: NewActivity,
  plan: (seed: number) => Planned,
): Promise<MadeActivity> {
  const settings = ActivitySettings.parse(asked.settings)
  const scenario: Prisma.InputJsonValue = JSON.parse(JSON.stringify(asked.scenario))
  const at = asked.at ?? Date.now()
  const rooms = Array.from({ length: settings.roomCount }, (_, index) => {
    const id = randomUUID()
    const name = asked.nameTable(index + 1)
    return { id, name, ordinal: index + 1, log: openingLog(id, plan(randomInt(2 ** 31)), chairActor(asked.by), at) }
  })
  return database().$transaction(async (on) => {
    const activityId = randomUUID()
    const code = await findFreeCode(on)
    const { courseId, title, agendaKey, by, doorOpen = false, demo = false } = asked
    const door = { doorOpen, doorOpenedAt: doorOpen ? new Date(at) : null }
    const own = { kind, courseId, title, scenarioKey: asked.scenario.key, scenario, agendaKey, settings, code, demo }
    await on.activity.create({
      data: {
        id: activityId,
        ...own,
        ...door,
        createdAt: new Date(at),
        createdById: by,
        rooms: { create: rooms.map(({ id, name, ordinal }) => ({ id, name, ordinal })) },
      },
    })
    const rows = JSON.stringify(rooms.flatMap((room) => room.log))
    await on.$executeRaw`
      INSERT INTO room_event (room_id, seq, at, by, command_id, part, audience, type, event)
      SELECT room_id, seq, at, by, command_id, part, audience, type, event
        FROM jsonb_to_recordset(${rows}::jsonb) AS row(room_id text, seq int, at timestamptz, by text, command_id text,
                                                       part int, audience jsonb, type text, event jsonb)`
    return { activityId, code, roomIds: rooms.map((room) => room.id) }
  })
}

/** The first rows of a room's log, as the rules draw them up. */
function openingLog(roomId: string, planned: Planned, by: ActorId, at: number) {
  const verdict = decide(null, { type: 'openRoom', ...planned }, { by, at, lot: 0 })
  if (!verdict.ok) throw new Error(`A room could not be opened: ${verdict.rejection}`)
  return verdict.drafts.map(({ audience, event }, part) => ({
    room_id: roomId,
    seq: part + 1,
    at: new Date(at).toISOString(),
    by,
    command_id: `open:${roomId}`,
    part,
    audience,
    type: event.type,
    event,
  }))
}

export async function readSettings(activityId: string): Promise<ActivitySettings> {
  const row = await database().activity.findUniqueOrThrow({ where: { id: activityId }, select: { settings: true } })
  return ActivitySettings.parse(row.settings)
}

/** The instructor's own copy of the scenario, as stored; whoever reads it parses it. */
export async function readScenario(activityId: string): Promise<unknown> {
  const row = await database().activity.findUniqueOrThrow({ where: { id: activityId }, select: { scenario: true } })
  return row.scenario
}

export type ActivitySummary = {
  id: string
  kind: 'seminar' | 'homework'
  title: string
  demo: boolean
  createdAt: Date
  people: number
  door: DoorState
  rooms: { id: string; name: string }[]
}

/** What a course has planned and played, newest first. */
export async function readActivities(courseId: string): Promise<ActivitySummary[]> {
  const rows = await database().activity.findMany({
    where: { courseId },
    orderBy: { createdAt: 'desc' },
    select: {
      ...doorColumns,
      kind: true,
      title: true,
      demo: true,
      createdAt: true,
      rooms: { select: { id: true, name: true }, orderBy: { ordinal: 'asc' } },
      _count: { select: { participants: { where: { removedAt: null } } } },
    },
  })
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      demo: row.demo,
      createdAt: row.createdAt,
      people: row._count.participants,
      rooms: row.rooms,
      door: await judgeDoor(database(), row),
    })),
  )
}
