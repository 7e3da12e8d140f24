/** Rooms in the middle of their openings, everybody seated and the first seat holding the floor for hours, as the rules make them. */
import { randomUUID } from 'node:crypto'
import { connect, database, disconnect } from '#server/base/database'
import { settleSecret } from '#server/base/environment'
import { createSeminar } from '#server/store/activities/activities'
import { createCourse } from '#server/store/courses/courses'
import { openRoomLog } from '#server/store/log/room-log'
import { createAccount } from '#server/store/people/users'
import { makeSessionCookie } from '#server/web/identity'
import { advance, follow, UNOPENED } from '#simulation/engine/advance'
import { nextDue } from '#simulation/engine/timers'
import {
  type ActorId,
  chairActor,
  commandId,
  type PersonId,
  participantActor,
  personId,
  roomId,
} from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomCommand } from '#simulation/shapes/room-command'
import { rowsOf } from '../support/files/rows'
import { chinaGap } from '../support/stories/china-gap'

export const SECRET = 'a secret for these measurements only, long enough'
export const SEATS = 30

export type RoomAccess = { roomId: string; cookie: string }
/** `rooms`: of each the places, of which the first holds the floor. */
export type Lesson = { rooms: RoomAccess[][]; url: string; drop(): Promise<void> }

/** A database of one measurement, to which this process is connected. */
export async function givenBenchDatabase(clusterUrl: string): Promise<Pick<Lesson, 'url' | 'drop'>> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`
  await rowsOf(clusterUrl, `CREATE DATABASE ${name} TEMPLATE migrated`)
  const url = new URL(clusterUrl)
  url.pathname = `/${name}`
  settleSecret(SECRET)
  connect(url.href)
  return { url: url.href, drop: async () => void (await rowsOf(clusterUrl, `DROP DATABASE ${name} WITH (FORCE)`)) }
}

/** `statements` is how many each room has already. */
export async function givenLesson(clusterUrl: string, rooms: number, statements = 0): Promise<Lesson> {
  const { url, drop } = await givenBenchDatabase(clusterUrl)
  const filled = await fill(url, rooms, statements)
  await disconnect()
  return { url, rooms: filled, drop }
}

async function fill(url: string, rooms: number, statements: number): Promise<RoomAccess[][]> {
  const account = { name: 'Noor Haddad', email: 'noor@college.example', password: 'a long enough sentence' }
  const instructor = await createAccount(account)
  if (instructor === 'email-taken') throw new Error('The database was not empty.')
  const { activityId, roomIds } = await createSeminar({
    courseId: await createCourse({ title: 'IR 347', timeZone: 'Asia/Tokyo', by: instructor.id }),
    by: instructor.id,
    title: 'The China gap',
    scenario: chinaGap(),
    agendaKey: 'seminar-90',
    settings: {
      rounds: [
        { tension: 'framing', seconds: 14_400 },
        { tension: 'regional-order', seconds: null },
      ],
      ...{ roomCount: rooms, seatsPerDelegation: 8, seating: 'choose', practiceSpeed: 1, understudies: false },
      ...{ door: 'code', lateArrivals: 'until-round-1', observers: Array.from({ length: 6 }, () => 'Press') },
    },
    nameRoom: (number) => `Table ${number}`,
    doorOpen: true,
  })
  const on = database()
  const log = openRoomLog(url)
  const tables: RoomAccess[][] = []
  for (const [table, room] of roomIds.map((id) => roomId.parse(id)).entries()) {
    const people = Array.from({ length: SEATS }, (_, seat) => ({
      ...{ user: randomUUID(), session: randomUUID(), person: personId.parse(randomUUID()) },
      name: `student ${table + 1}.${seat + 1}`,
    }))
    await on.user.createMany({ data: people.map(({ user, name }) => ({ id: user, kind: 'guest' as const, name })) })
    const expiresAt = new Date(Date.now() + 86_400_000)
    await on.session.createMany({ data: people.map(({ session, user }) => ({ id: session, userId: user, expiresAt })) })
    const inRoom = { activityId, roomId: room }
    const seatless = people.map(({ person, user, name }) => ({
      ...inRoom,
      id: person,
      userId: user,
      name,
      nameKey: name,
    }))
    await on.participant.createMany({ data: seatless })
    const before = await log.read(room)
    const seated = people.map(({ person }) => person)
    await log.append(room, played(before, chairActor(instructor.id), seated, statements))
    const cookies = await Promise.all(people.map(({ session }) => makeSessionCookie(session)))
    tables.push(cookies.map(({ name, value }) => ({ roomId: room, cookie: `${name}=${value}` })))
  }
  await log.close()
  return tables
}

/** The rows that follow: all take their seats, the first as the head of the delegation that opens, who then speaks so many times. */
function played(before: readonly Recorded[], chair: ActorId, people: readonly PersonId[], statements: number) {
  let room = follow(UNOPENED, before)
  const at = Date.now()
  const rows: Recorded[] = []
  const { seats, plan } = room.state!
  const does = (by: ActorId, command: RoomCommand) => {
    const done = advance(room, { by, commandId: commandId.parse(`played:${rows.length}`), command, at, lot: 0 })
    if (!done.ok) throw new Error(`${by} may not ${command.type}: ${done.rejection}`)
    rows.push(...done.rows)
    room = done.after
  }
  const inOrder = Object.values(seats).toSorted((a, b) => Number(b.head) - Number(a.head))
  for (const [at, person] of people.entries())
    does(participantActor(person), { type: 'takeSeat', seat: inOrder[at]!.id })
  does(chair, { type: 'startPhase', index: 0 })
  const openings = plan.phases.findIndex(({ kind }) => kind === 'openings')
  for (let index = 0; index < openings; index += 1) does(chair, { type: 'endPhase', index })
  const due = nextDue(room.state!, at)!
  does(due.by, due.command)
  for (let number = 1; number <= statements; number += 1) {
    const text = `Statement ${number}: ${'what we said before still stands, and we say it for the record. '.repeat(5)}`
    const said = { text: text.slice(0, 299), intent: 'point' as const, answers: null, anchors: [] }
    does(participantActor(people[0]!), { type: 'makeStatement', ...said })
  }
  return rows
}
