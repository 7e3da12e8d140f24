/**
 * Creates homework debates: the rooms, a participant and a seat drawn by lot for every place of the roster, and the rooms' logs, in one
 * transaction. Deadlines arrive resolved (deadlines.ts).
 */
import { randomUUID } from 'node:crypto'
import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import type { Requirement, SeatingMode } from '#simulation/agenda/plan'
import type { ActivityGrading } from '#simulation/beside/slices'
import {
  chairActor,
  type DelegationId,
  MOST_CHAIRS,
  type PersonId,
  personId,
  type TensionKey,
} from '#simulation/kernel/ids'
import { lot } from '#simulation/kernel/seeded-random'
import { MINUTE_MS } from '#simulation/kernel/time'
import { LARGEST_ROOM, planHomework } from '#simulation/planning/homework-planning'
import { chairsOf } from '#simulation/planning/planning'
import { seatByLot } from '#simulation/questions/seats'
import { factsOf } from '#simulation/reading/record/room-facts'
import { seatsOf } from '#simulation/scenario/lookup'
import type { Scenario } from '#simulation/scenario/scenario'
import { type Database, database, notify } from '../../base/database'
import {
  insertActivity,
  type MadeActivity,
  type NewActivity,
  type NewRoom,
  OpeningRoom,
} from '../activities/activities'
import type { ScheduledPhase } from '../activities/deadlines'
import { addParticipants } from '../activities/participants'
import { type PlannedTable, prepareTables } from '../activities/prepared-tables'
import type { CourseRubric } from '../activities/rubrics'
import { drawSeed } from '../activities/seeds'
import { ensureLinks } from '../courses/personal-links'
import { publishedMail } from '../courses/roster-arrivals'
import { writeMails } from '../mail/outbox'
import { freeName } from '../people/names'
import { createGuest } from '../people/users'

export type NewHomework = {
  courseId: string
  /** The user who makes it. */
  by: string
  title: string
  scenario: Scenario
  agendaKey: string
  /** That of the debate that is made again. */
  rubric?: CourseRubric | null
  rounds: TensionKey[]
  roomCount: number
  understudies: boolean
  /** Whether sides ask each other in a part of its own, which `phases` has then. */
  cases?: boolean | undefined
  /** The kinds of the parts that were taken out, which `phases` has not. */
  without?: PhaseKind[]
  /** After how many silent hours of a head the next member acts (S22); as the rules say where nobody chose. */
  actAfterHours?: number | undefined
  lateHours: number
  /** How it is graded (J2, H24, H30); as every week where nobody chose. */
  grading?: ActivityGrading | undefined
  postFirst: boolean
  handInDrafts: boolean
  /** What the instructor tells the students, and what they may use AI for (instructions.ts). */
  instructions?: string
  aiUse?: string
  /** Whether evidence of learning is asked for (V3). */
  learning?: boolean
  timeZone: string
  /** In the agenda's order, each with its requirements. */
  phases: (Pick<ScheduledPhase, 'opens' | 'due' | 'injects'> & { requires: Requirement[] })[]
  /** Who is in which room; by lot where nobody chose. Whoever is in none of them goes where fewest are. */
  tables?: readonly PlannedTable[] | undefined
  nameRoom: (number: number) => string
  at?: number
}

const SMALLEST_ROOM = 6
/** Between how many rooms a class of this size may choose, and the proposed number (18 students a room). */
export function roomChoices(students: number): { fewest: number; most: number; usual: number } {
  const fewest = Math.max(1, Math.ceil(students / LARGEST_ROOM))
  const most = Math.max(fewest, Math.floor(students / SMALLEST_ROOM))
  return { fewest, most, usual: Math.min(most, Math.max(fewest, Math.ceil(students / 18))) }
}

/** The sizes of the rooms; no two differ by more than one. */
export function roomSizes(students: number, rooms: number): number[] {
  return Array.from({ length: rooms }, (_, index) => Math.floor(students / rooms) + (index < students % rooms ? 1 : 0))
}

/** The class is seated by lot when the debate is made; people who join later draw a seat by lot as well. */
const SEATING: SeatingMode = 'lot'

type AssignedStudent = { person: PersonId; placeId: string; userId: string; name: string }

/** Creates the debate in one transaction; 'no-roster' when the course has no students to seat. */
export async function createHomework(asked: NewHomework): Promise<MadeActivity | 'no-roster'> {
  return database().$transaction(
    async (on) => {
      await on.$queryRaw`SELECT id FROM course WHERE id = ${asked.courseId} FOR UPDATE`
      const people = await readPeople(on, asked.courseId)
      if (people.length === 0) return 'no-roster'
      const seed = drawSeed()
      const shuffled = people.toSorted((a, b) => lot(seed, a.placeId) - lot(seed, b.placeId))
      const rooms = openRooms(asked, shuffled, seed)
      const seats = Math.max(...rooms.map(({ chairs }) => chairs))
      const made = await insertActivity(on, 'homework', activityOf(asked, rooms.length, seats), rooms)
      await addParticipants(
        on,
        made.activityId,
        rooms.flatMap((room) =>
          room.people.map(({ person, placeId, userId, name }) => ({
            ...{ id: person, roomId: room.id, userId, name, rosterPlaceId: placeId },
          })),
        ),
      )
      if (asked.tables) await prepareTables(on, { ...made, courseId: asked.courseId }, made.roomIds, asked.tables)
      await ensureLinks(
        on,
        people.map(({ placeId }) => placeId),
      )
      await writeMails(
        on,
        people.map(({ person, placeId }) => publishedMail(person, placeId)),
      )
      await notify(on, 'rooms_planned', made.activityId)
      return made
    },
    { timeout: MINUTE_MS },
  )
}

/** A user for every roster place: the student's account, or a guest who signs in by the place's personal link. */
async function readPeople(on: Database, courseId: string): Promise<AssignedStudent[]> {
  const places = await on.rosterPlace.findMany({
    where: { courseId },
    orderBy: { position: 'asc' },
    select: { id: true, name: true, userId: true },
  })
  const taken = new Set<string>()
  const names = new Set<string>()
  const people: AssignedStudent[] = []
  for (const { id, name: listed, userId: known } of places) {
    const name = freeName(listed, names)
    const userId = known && !taken.has(known) ? known : (await createGuest(on, name)).id
    if (!known) await on.rosterPlace.update({ where: { id }, data: { userId } })
    taken.add(userId)
    people.push({ person: personId.parse(randomUUID()), placeId: id, userId, name })
  }
  return people
}

/** The people of each room: those of its table, or by lot in turn. */
function dealtOut({ tables, roomCount }: NewHomework, people: readonly AssignedStudent[]): AssignedStudent[][] {
  const known = new Map(people.map((one) => [one.placeId, one]))
  const rooms = (tables ?? []).flatMap(({ places }) => {
    const own = places.flatMap((place) => known.get(place) ?? [])
    return own.length === 0 ? [] : [own]
  })
  if (rooms.length === 0) rooms.push(...Array.from({ length: Math.min(roomCount, people.length) }, () => []))
  const placed = new Set(rooms.flat())
  for (const person of people) if (!placed.has(person)) rooms.toSorted((a, b) => a.length - b.length)[0]?.push(person)
  return rooms
}

type OpenedRoom = NewRoom & { people: readonly AssignedStudent[]; chairs: number }

/** Distributes the people over the rooms in turn, opens each room and seats its people by lot. */
function openRooms(asked: NewHomework, people: readonly AssignedStudent[], seed: number): OpenedRoom[] {
  return dealtOut(asked, people).map((own, index) => {
    const chairs = chairsFor(asked, own.length, index)
    const id = randomUUID()
    const planned = planHomework(asked.scenario, {
      agendaKey: asked.agendaKey,
      rounds: asked.rounds,
      chairs,
      observers: [],
      seating: SEATING,
      understudies: asked.understudies,
      cases: asked.cases,
      without: asked.without,
      // A seed per room: a room's debrief reveals its seed, which must say nothing about other rooms.
      seed: drawSeed(),
      lateHours: asked.lateHours,
      actAfterHours: asked.actAfterHours,
      postFirst: asked.postFirst,
      handInDrafts: asked.handInDrafts,
      learning: asked.learning,
      phases: asked.phases.map(({ opens, due, requires, injects }) => ({
        opensAt: opens.at,
        dueAt: due.at,
        requires,
        injects: injects.map(({ key, at }) => ({ key, at })),
      })),
    })
    const room = new OpeningRoom(id, planned, chairActor(asked.by), asked.at ?? Date.now())
    for (const { person } of own) {
      const seat = seatByLot(room.state, lot(seed, 'seat', person))
      if (!seat) throw new Error('A room has fewer seats than people.')
      room.ask({ type: 'placePerson', person, seat: seat.id })
    }
    const name = asked.nameRoom(index + 1)
    return {
      ...{ id, name, ordinal: index + 1, log: room.log, facts: factsOf(room.state) },
      people: own,
      chairs: Math.max(...Object.values(chairs)),
    }
  })
}

/**
 * The number of seats per delegation. With understudies all delegations get the same number, and one seat stays free for latecomers as
 * long as the scenario has offices for it; without them only people get seats.
 */
function chairsFor(
  { scenario, understudies }: Pick<NewHomework, 'scenario' | 'understudies'>,
  people: number,
  room: number,
): Record<DelegationId, number> {
  const delegations = scenario.delegations.length
  const fewest = Math.floor(people / delegations)
  // The delegations that get one person more rotate from room to room.
  const isSpare = (place: number) => (((place - room) % delegations) + delegations) % delegations < people % delegations
  return chairsOf(scenario, (delegation, place) => {
    if (!understudies) return Math.max(1, fewest + (isSpare(place) ? 1 : 0))
    const spare = Math.min(seatsOf(scenario, delegation).length, fewest + 1, MOST_CHAIRS)
    return Math.max(1, Math.ceil(people / delegations), spare)
  })
}

function activityOf(asked: NewHomework, roomCount: number, seatsPerDelegation: number): NewActivity {
  const { courseId, by, title, scenario, rubric, agendaKey, nameRoom, lateHours, postFirst, handInDrafts, timeZone } =
    asked
  return {
    ...{ courseId, by, title, scenario, rubric, agendaKey, nameRoom },
    ...(asked.at === undefined ? {} : { at: asked.at }),
    settings: {
      rounds: asked.rounds.map((tension) => ({ tension, seconds: null })),
      roomCount,
      seatsPerDelegation,
      seating: SEATING,
      practiceSpeed: 1,
      understudies: asked.understudies,
      learning: asked.learning,
      door: 'roster',
      lateArrivals: 'until-start',
      observers: [],
      grading: asked.grading,
      homework: {
        timeZone,
        lateHours,
        postFirst,
        handInDrafts,
        instructions: asked.instructions,
        aiUse: asked.aiUse,
        phases: asked.phases.map(({ opens, due }) => ({
          opens: { wall: opens.wall, at: opens.at },
          due: { wall: due.wall, at: due.at },
        })),
      },
    },
  }
}
