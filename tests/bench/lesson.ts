/**
 * Rooms in the middle of their openings, everyone seated and the first seat holding the floor for an hour, written into the database as
 * the rules produce them.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { settleSecret } from '#server/environment'
import { createSeminar } from '#server/store/activities/activities'
import { createCourse } from '#server/store/courses/courses'
import { connect, database, disconnect } from '#server/store/database'
import { openRoomLog } from '#server/store/log/room-log'
import { createSession } from '#server/store/people/sessions'
import { createAccount } from '#server/store/people/users'
import { makeSessionCookie } from '#server/web/identity'
import { chairActor, personId, type RoomId, roomId } from '#simulation/kernel/ids'
import { chinaGap } from '../support/china-gap'
import { PlayedRoom } from './played-room'

export const SECRET = 'a secret for these measurements only, long enough'
export const SEATS = 30

/** Seat 0 of each room holds the floor. */
export type BenchRoom = { roomId: RoomId; cookie: string }
export type Lesson = {
  rooms: BenchRoom[][]
  activityId: string
  chairCookie: string
  drop(): Promise<void>
  url: string
}

/** `statements` is how many each room has already. */
export async function givenLesson(clusterUrl: string, rooms: number, statements = 0): Promise<Lesson> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`
  await asOwner(clusterUrl, `CREATE DATABASE ${name} TEMPLATE migrated`)
  const url = new URL(clusterUrl)
  url.pathname = `/${name}`
  settleSecret(SECRET)
  connect(url.href)
  const filled = await fill(url.href, rooms, statements)
  await disconnect()
  return { url: url.href, ...filled, drop: () => asOwner(clusterUrl, `DROP DATABASE ${name} WITH (FORCE)`) }
}

async function fill(url: string, rooms: number, statements: number): Promise<Omit<Lesson, 'url' | 'drop'>> {
  const instructor = await createAccount({
    name: 'Noor Haddad',
    email: 'noor@college.example',
    password: 'a long enough sentence',
  })
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
      roomCount: rooms,
      seatsPerDelegation: 8,
      seating: 'choose',
      practiceSpeed: 1,
      understudies: false,
      door: 'code',
      lateArrivals: 'until-round-1',
      observers: ['Press', 'Press', 'Press', 'Press', 'Press', 'Press'],
    },
    nameRoom: (number) => `Table ${number}`,
    doorOpen: true,
  })
  const people = roomIds.flatMap((room, table) =>
    Array.from({ length: SEATS }, (_, seat) => ({
      room: roomId.parse(room),
      user: randomUUID(),
      session: randomUUID(),
      person: personId.parse(randomUUID()),
      name: `Student ${table + 1}.${seat + 1}`,
    })),
  )
  const on = database()
  await on.user.createMany({ data: people.map(({ user, name }) => ({ id: user, kind: 'guest' as const, name })) })
  const expiresAt = new Date(Date.now() + 86_400_000)
  await on.session.createMany({ data: people.map(({ session, user }) => ({ id: session, userId: user, expiresAt })) })
  await on.participant.createMany({
    data: people.map(({ person, user, room, name }) => ({
      id: person,
      activityId,
      roomId: room,
      userId: user,
      name,
      nameKey: name.toLowerCase(),
    })),
  })
  const log = openRoomLog(url)
  const tables: BenchRoom[][] = []
  for (const room of roomIds.map((id) => roomId.parse(id))) {
    const present = people.filter((person) => person.room === room)
    const before = await log.read(room)
    const played = new PlayedRoom(before)
    const seated = present.map(({ person }) => person)
    played.opens(chairActor(instructor.id), seated)
    for (let number = 0; number < statements; number += 1) played.says(seated[0]!, number)
    await log.append(room, played.rows.slice(before.length))
    const cookies = await Promise.all(present.map(({ session }) => makeSessionCookie(session)))
    tables.push(cookies.map(({ name, value }) => ({ roomId: room, cookie: `${name}=${value}` })))
  }
  await log.close()
  const { name, value } = await makeSessionCookie(await createSession(on, instructor.id, 'bench'))
  return { rooms: tables, activityId, chairCookie: `${name}=${value}` }
}

async function asOwner(clusterUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}
