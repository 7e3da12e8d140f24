/** Activities: making a seminar with its tables and its code, and reading what a course has planned. */
import { randomUUID } from 'node:crypto'
import type { Prisma } from '#server/generated/prisma/client'
import { type Planned, planSeminar } from '#simulation/agenda/planning'
import { type ActorId, chairActor, commandId } from '#simulation/kernel/ids'
import { decide, evolve } from '#simulation/kernel/room'
import type { RoomCommand } from '#simulation/kernel/room-command'
import type { RoomState } from '#simulation/kernel/room-state'
import type { Scenario } from '#simulation/scenario/scenario'
import { type Database, database } from '../database'
import { findFreeCode } from '../door/door'
import { type DoorState, doorColumns, judgeDoor } from '../door/door-state'
import type { BroughtFrom } from '../records/brought-from'
import { ActivitySettings } from './activity-settings'
import { drawSeed } from './seeds'

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
  /** Where a record that is brought in comes from; it is only read. */
  broughtFrom?: BroughtFrom
}
export type MadeActivity = { activityId: string; code: string; roomIds: string[] }

/** A seminar with its tables, each table's log begun, and a code: all of it or nothing. */
export async function createSeminar(asked: NewActivity): Promise<MadeActivity> {
  const { scenario, agendaKey } = asked
  const { rounds, seatsPerDelegation: chairs, observers, seating, understudies, practiceSpeed: speed } = asked.settings
  return createActivity('seminar', asked, (seed) =>
    planSeminar(scenario, {
      agendaKey,
      rounds,
      chairs: { us: chairs, jp: chairs, cn: chairs },
      observers,
      seating,
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
  const at = asked.at ?? Date.now()
  const rooms = Array.from({ length: settings.roomCount }, (_, index): NewRoom => {
    const id = randomUUID()
    const room = new OpeningRoom(id, plan(drawSeed()), chairActor(asked.by), at)
    return { id, name: asked.nameTable(index + 1), ordinal: index + 1, log: room.rows }
  })
  return database().$transaction((on) => insertActivity(on, kind, asked, rooms))
}

/** `log` may come as JSON already: a long one is written by whoever judged it. */
export type NewRoom = { id: string; name: string; ordinal: number; log: readonly OpeningRow[] | string }

/** Writes an activity with its tables and the beginnings of their logs, inside the transaction that is open. */
export async function insertActivity(
  on: Database,
  kind: 'seminar' | 'homework',
  asked: NewActivity,
  rooms: readonly NewRoom[],
): Promise<MadeActivity> {
  const scenario: Prisma.InputJsonValue = JSON.parse(JSON.stringify(asked.scenario))
  const settings: Prisma.InputJsonValue = JSON.parse(JSON.stringify(ActivitySettings.parse(asked.settings)))
  const at = asked.at ?? Date.now()
  const activityId = randomUUID()
  const code = await findFreeCode(on)
  const { courseId, title, agendaKey, by, doorOpen = false, demo = false } = asked
  const door = { doorOpen, doorOpenedAt: doorOpen ? new Date(at) : null }
  const brought = asked.broughtFrom ? { broughtAt: new Date(at), broughtFrom: asked.broughtFrom } : {}
  const own = { kind, courseId, title, scenarioKey: asked.scenario.key, scenario, agendaKey, settings, code, demo }
  await on.activity.create({
    data: {
      id: activityId,
      ...own,
      ...door,
      ...brought,
      createdAt: new Date(at),
      createdById: by,
      rooms: { create: rooms.map(({ id, name, ordinal }) => ({ id, name, ordinal })) },
    },
  })
  for (const { log } of rooms) await insertRows(on, typeof log === 'string' ? log : JSON.stringify(log))
  return { activityId, code, roomIds: rooms.map((room) => room.id) }
}

async function insertRows(on: Database, rows: string): Promise<void> {
  await on.$executeRaw`
    INSERT INTO room_event (room_id, seq, at, by, command_id, part, audience, type, event)
    SELECT room_id, seq, at, by, command_id, part, audience, type, event
      FROM jsonb_to_recordset(${rows}::jsonb) AS row(room_id text, seq int, at timestamptz, by text, command_id text,
                                                     part int, audience jsonb, type text, event jsonb)`
}

/** A row of a log as it is stored. */
export type OpeningRow = Readonly<Record<'room_id' | 'at' | 'by' | 'command_id' | 'type', string>> & {
  seq: number
  part: number
  audience: unknown
  event: unknown
}

/** A room whose log begins in the transaction that makes it: the rules draw it up, and judge what else is done before it opens. */
export class OpeningRoom {
  readonly rows: OpeningRow[] = []
  readonly #id: string
  readonly #by: ActorId
  readonly #at: number
  #state: RoomState | null = null
  #commands = 0

  constructor(id: string, planned: Planned, by: ActorId, at: number) {
    this.#id = id
    this.#by = by
    this.#at = at
    this.ask({ type: 'openRoom', ...planned })
  }

  get state(): RoomState {
    if (!this.#state) throw new Error('The room did not open.')
    return this.#state
  }

  /** Does what the chair asks; a refusal here is a fault in the asking. */
  ask(command: RoomCommand): void {
    const verdict = decide(this.#state, command, { by: this.#by, at: this.#at, lot: 0 })
    if (!verdict.ok) throw new Error(`A room could not be opened: ${verdict.rejection}`)
    const command_id = this.#commands === 0 ? `open:${this.#id}` : `open:${this.#id}:${this.#commands}`
    this.#commands += 1
    for (const [part, { audience, event }] of verdict.drafts.entries()) {
      const seq = this.rows.length + 1
      const row = { seq, at: this.#at, by: this.#by, commandId: commandId.parse(command_id), audience, event }
      this.#state = evolve(this.#state, row)
      const at = new Date(this.#at).toISOString()
      this.rows.push({ room_id: this.#id, seq, at, by: this.#by, command_id, part, audience, type: event.type, event })
    }
  }
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
  /** A record brought in from a file. */
  isBrought: boolean
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
      broughtAt: true,
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
      isBrought: row.broughtAt !== null,
      people: row._count.participants,
      rooms: row.rooms,
      door: await judgeDoor(database(), row),
    })),
  )
}
