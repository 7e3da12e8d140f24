/** Creates activities with their rooms and the beginnings of the rooms' logs, and lists the activities of a course. */
import { randomUUID } from 'node:crypto'
import type { Prisma } from '#server/generated/prisma/client'
import { advance, UNOPENED } from '#simulation/engine/advance'
import { type ActorId, chairActor, commandId, type RoomId, roomId } from '#simulation/kernel/ids'
import { chairsOf, type PlannedRoom, planSeminar } from '#simulation/planning/planning'
import { gradingOf } from '#simulation/reading/marks/grades'
import { factsOf, type RoomFacts } from '#simulation/reading/record/room-facts'
import type { Scenario } from '#simulation/scenario/scenario'
import { readStoredScenario, storedScenario } from '#simulation/scenario/stored-scenario'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomCommand } from '#simulation/shapes/room-command'
import type { RoomState } from '#simulation/state/room-state'
import { type Database, database, runQueryIn } from '../../base/database'
import { oneLine } from '../../base/text-schema'
import { UNDELETED } from '../access/deleted'
import { writeFacts } from '../log/room-facts'
import { columnsOf, INSERT, piecesOf, type RowColumns, valuesOf } from '../log/stored-rows'
import { ActivitySettings } from './activity-settings'
import type { BroughtFrom } from './brought-from'
import { findFreeCode } from './codes'
import { type DoorState, doorColumns, judgeDoors } from './door-state'
import { type PlannedTable, prepareTables } from './prepared-tables'
import { addRubric, type CourseRubric, readCourseRubric } from './rubrics'
import { drawSeed } from './seeds'

export type NewActivity = {
  courseId: string
  /** The user who makes it. */
  by: string
  title: string
  /** The instructor's own copy of the scenario; later changes of the scenario do not affect it. */
  scenario: Scenario
  agendaKey: string
  settings: ActivitySettings
  /** The name of a room by its number, from 1. */
  nameRoom: (number: number) => string
  /** Who of the roster goes to which room, in the rooms' order; absent where everybody goes to the emptiest. */
  tables?: readonly PlannedTable[]
  /** The rubric that staff wrote for the activity that is made again, null where it has its scenario's; of a new one, absent, it is the course's. */
  rubric?: CourseRubric | null
  doorOpen?: boolean
  demo?: boolean
  /** The time of creation and of the logs' first rows; now by default, earlier for demo data. */
  at?: number
  /** For an imported record: where it comes from. Such an activity can only be read. */
  broughtFrom?: BroughtFrom
  /** For a room that plays on from an imported record: where that comes from. It is played, and only its past people are names alone. */
  pastFrom?: BroughtFrom
  /** The room of which it plays on from a moment. */
  forkedFromRoomId?: string
}
export type MadeActivity = { activityId: string; code: string; roomIds: string[] }

/** Creates a seminar: its rooms with their first log rows and its join code, in one transaction. */
export async function createSeminar(asked: NewActivity): Promise<MadeActivity> {
  return createActivity('seminar', asked, tablePlanner(asked))
}

/** Draws up the plan of any table of a seminar from the table's own seed. */
export function tablePlanner({
  scenario,
  agendaKey,
  settings,
}: Pick<NewActivity, 'scenario' | 'agendaKey' | 'settings'>): (seed: number) => PlannedRoom {
  const {
    rounds,
    lengths,
    seatsPerDelegation: chairs,
    observers,
    seating,
    understudies,
    understudiesWait,
    ratification,
    cases,
    learning,
    briefAfterCheck,
    practiceSpeed: speed,
  } = settings
  return (seed) =>
    planSeminar(scenario, {
      agendaKey,
      rounds,
      lengths,
      chairs: chairsOf(scenario, () => chairs),
      observers,
      seating,
      understudies,
      understudiesWait,
      ratification,
      cases,
      learning,
      briefAfterCheck,
      speed,
      seed,
    })
}

/** Creates an activity of either kind; `plan` draws up one room's plan from that room's own seed. */
export async function createActivity(
  kind: 'seminar' | 'homework',
  asked: NewActivity,
  plan: (seed: number) => PlannedRoom,
): Promise<MadeActivity> {
  const settings = ActivitySettings.parse(asked.settings)
  const at = asked.at ?? Date.now()
  const rooms = Array.from(
    { length: settings.roomCount },
    (_, index): NewRoom =>
      openedRoom({ name: asked.nameRoom(index + 1), ordinal: index + 1 }, plan(drawSeed()), chairActor(asked.by), at),
  )
  return database().$transaction(async (on) => {
    const made = await insertActivity(on, kind, asked, rooms)
    if (asked.tables)
      await prepareTables(on, { activityId: made.activityId, courseId: asked.courseId }, made.roomIds, asked.tables)
    return made
  })
}

/**
 * A room to insert. `log` is passed as columns for the INSERT, already judged by the rules: converting the long log of an imported
 * record takes too long inside a transaction. `facts` are those of the room after the log.
 */
export type NewRoom = { id: string; name: string; ordinal: number; log: RowColumns; facts: RoomFacts }

export function openedRoom(
  called: { name: string; ordinal: number },
  planned: PlannedRoom,
  by: ActorId,
  at: number,
): NewRoom {
  const id = randomUUID()
  const room = new OpeningRoom(id, planned, by, at)
  return { id, ...called, log: room.log, facts: factsOf(room.state) }
}

/** Inserts the logs and the facts of rooms whose own rows are there. */
export async function insertLogs(on: Database, rooms: readonly NewRoom[]): Promise<void> {
  for (const { log } of rooms) for (const piece of piecesOf(log)) await on.$executeRawUnsafe(INSERT, ...piece)
  await writeFacts(
    runQueryIn(on),
    rooms.map(({ id, facts }) => ({ room: id, facts })),
  )
}

/** Inserts an activity with its rooms, their logs and facts, inside the transaction that is open. */
export async function insertActivity(
  on: Database,
  kind: 'seminar' | 'homework',
  asked: NewActivity,
  rooms: readonly NewRoom[],
): Promise<MadeActivity> {
  const scenario: Prisma.InputJsonValue = JSON.parse(JSON.stringify(storedScenario(asked.scenario)))
  // A record that is brought in is not graded.
  const { rubric: given = asked.broughtFrom ? null : await readCourseRubric(on, asked.courseId) } = asked
  const grading = given && { ...gradingOf(kind, asked.settings.grading), evidence: given.evidence }
  const settings: Prisma.InputJsonValue = JSON.parse(
    JSON.stringify(
      ActivitySettings.parse({
        ...{ ...asked.settings, delegations: asked.scenario.delegations.length },
        ...(grading ? { grading } : {}),
      }),
    ),
  )
  const at = asked.at ?? Date.now()
  const activityId = randomUUID()
  const code = await findFreeCode(on)
  const { courseId, title, agendaKey, by, doorOpen = false, demo = false } = asked
  const door = { doorOpen, doorOpenedAt: doorOpen ? new Date(at) : null }
  const { broughtFrom, pastFrom, forkedFromRoomId = null } = asked
  const brought = broughtFrom ? { broughtAt: new Date(at), broughtFrom } : pastFrom ? { broughtFrom: pastFrom } : {}
  const own = {
    kind,
    courseId,
    title: oneLine(title),
    scenarioKey: asked.scenario.key,
    scenario,
    agendaKey,
    settings,
    code,
    demo,
  }
  await on.activity.create({
    data: {
      id: activityId,
      ...own,
      ...door,
      ...brought,
      forkedFromRoomId,
      createdAt: new Date(at),
      createdById: by,
      rooms: { create: rooms.map(({ id, name, ordinal }) => ({ id, name, ordinal })) },
    },
  })
  if (given) await addRubric(on, { activityId, rubric: given.rubric, forAll: true, by })
  await insertLogs(on, rooms)
  return { activityId, code, roomIds: rooms.map((room) => room.id) }
}

/** A room whose first log rows are made before it is inserted: every command goes through the rules, as in a live room. */
export class OpeningRoom {
  readonly #id: RoomId
  readonly #by: ActorId
  readonly #at: number
  readonly #rows: Recorded[] = []
  #now = UNOPENED
  #commands = 0

  constructor(id: string, planned: PlannedRoom, by: ActorId, at: number) {
    this.#id = roomId.parse(id)
    this.#by = by
    this.#at = at
    this.ask({ type: 'openRoom', ...planned })
  }

  get state(): RoomState {
    if (!this.#now.state) throw new Error('The room did not open.')
    return this.#now.state
  }

  get log(): RowColumns {
    return columnsOf(valuesOf(this.#id, this.#rows))
  }

  /** Runs a command as the chair. The rules should accept it; a rejection is a programming error and throws. */
  ask(command: RoomCommand): void {
    const id = commandId.parse(this.#commands === 0 ? `open:${this.#id}` : `open:${this.#id}:${this.#commands}`)
    this.#commands += 1
    const result = advance(this.#now, { by: this.#by, commandId: id, command, at: this.#at, lot: 0 })
    if (!result.ok) throw new Error(`A room could not be opened: ${result.rejection}`)
    this.#rows.push(...result.rows)
    this.#now = result.after
  }
}

/** The activity's own copy of the scenario, whole. Throws where it cannot be read. */
export async function readScenario(activityId: string): Promise<Scenario> {
  const row = await database().activity.findUniqueOrThrow({ where: { id: activityId }, select: { scenario: true } })
  return readStoredScenario(row.scenario)
}

export type ActivitySummary = {
  id: string
  kind: 'seminar' | 'homework'
  title: string
  demo: boolean
  createdAt: Date
  /** Imported from a file. */
  isBrought: boolean
  /** Plays on from a moment of another room. */
  isFork: boolean
  archivedAt: Date | null
  people: number
  door: DoorState
  rooms: { id: string; name: string }[]
}

/** Whether it has tables to compare: a room that plays on from another stands beside that one (D16). */
export const isComparable = ({ isBrought, isFork, rooms }: ActivitySummary): boolean =>
  !isBrought && (isFork || rooms.length > 1)

/** The activities of a course, newest first. */
export async function readActivities(courseId: string): Promise<ActivitySummary[]> {
  const rows = await database().activity.findMany({
    where: { courseId, ...UNDELETED },
    orderBy: { createdAt: 'desc' },
    select: {
      ...doorColumns,
      kind: true,
      title: true,
      demo: true,
      createdAt: true,
      broughtAt: true,
      forkedFromRoomId: true,
      archivedAt: true,
      rooms: { select: { id: true, name: true }, orderBy: { ordinal: 'asc' } },
      _count: { select: { participants: { where: { removedAt: null } } } },
    },
  })
  const doors = await judgeDoors(database(), rows)
  return rows.map((row, index) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    demo: row.demo,
    createdAt: row.createdAt,
    isBrought: row.broughtAt !== null,
    isFork: row.forkedFromRoomId !== null,
    archivedAt: row.archivedAt,
    people: row._count.participants,
    rooms: row.rooms,
    door: doors[index] ?? { open: false, closedAt: null },
  }))
}
