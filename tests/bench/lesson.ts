/**
 * Thirty rooms (or fewer) in the middle of their openings, everyone seated and the first seat holding the floor for an hour,
 * written into the database as the rules would have it. It must not know what is measured.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { settleSecret } from '#server/environment'
import { makeSessionCookie } from '#server/identity'
import { createSeminar } from '#server/store/activities'
import { createCourse } from '#server/store/courses'
import { connect, database, disconnect } from '#server/store/database'
import { openRoomLog } from '#server/store/room-log'
import { createAccount } from '#server/store/users'
import { nextDue } from '#simulation/due'
import { actorId, chairActor, commandId, participantActor, personId, type RoomId, roomId } from '#simulation/ids'
import type { Recorded } from '#simulation/record'
import { decide, evolve, fold } from '#simulation/room'
import type { RoomCommand } from '#simulation/room-command'
import type { RoomState } from '#simulation/room-state'
import { chinaGap } from '#simulation/scenarios/china-gap/scenario'

export const SECRET = 'a secret for these measurements only, long enough'
export const SEATS = 30

/** Seat 0 of each room holds the floor. */
export type Place = { roomId: RoomId; cookie: string }
export type Lesson = { rooms: Place[][]; drop(): Promise<void>; url: string }

export async function givenLesson(clusterUrl: string, rooms: number, statements = 0): Promise<Lesson> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`
  await asOwner(clusterUrl, `CREATE DATABASE ${name} TEMPLATE migrated`)
  const url = new URL(clusterUrl)
  url.pathname = `/${name}`
  settleSecret(SECRET)
  connect(url.href)
  const places = await fill(url.href, rooms, statements)
  await disconnect()
  return { url: url.href, rooms: places, drop: () => asOwner(clusterUrl, `DROP DATABASE ${name} WITH (FORCE)`) }
}

async function fill(url: string, rooms: number, statements: number): Promise<Place[][]> {
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
    nameTable: (number) => `Table ${number}`,
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
  const tables: Place[][] = []
  for (const room of roomIds.map((id) => roomId.parse(id))) {
    const present = people.filter((person) => person.room === room)
    const before = await log.read(room)
    const played = play(
      before,
      chairActor(instructor.id),
      present.map(({ person }) => person),
      statements,
    )
    await log.append(room, played)
    const cookies = await Promise.all(present.map(({ session }) => makeSessionCookie(session)))
    tables.push(cookies.map(({ name, value }) => ({ roomId: room, cookie: `${name}=${value}` })))
  }
  await log.close()
  return tables
}

/** What happened in a room until its first speaker holds the floor, and how many statements were made since. */
function play(
  before: readonly Recorded[],
  chair: ReturnType<typeof chairActor>,
  people: readonly ReturnType<typeof personId.parse>[],
  statements: number,
): Recorded[] {
  const rows: Recorded[] = []
  let state: RoomState | null = fold(before)
  let commands = 0
  const now = Date.now()
  const does = (by: string, command: RoomCommand): void => {
    const actor = actorId.parse(by)
    const verdict = decide(state, command, { by: actor, at: now, lot: 0 })
    if (!verdict.ok) throw new Error(`${by} was to ${command.type} and may not: ${verdict.rejection}`)
    commands += 1
    const id = commandId.parse(`lesson:${commands}`)
    for (const draft of verdict.drafts) {
      const row = { seq: before.length + rows.length + 1, at: now, by: actor, commandId: id, ...draft }
      rows.push(row)
      state = evolve(state, row)
    }
  }
  const [head, ...seats] = Object.values(room(state).seats).toSorted((a, b) => Number(b.head) - Number(a.head))
  const heads = [head, ...seats].filter((seat) => seat !== undefined)
  for (const [index, person] of people.entries())
    does(participantActor(person), { type: 'takeSeat', seat: heads[index]?.id ?? null })
  does(chair, { type: 'startPhase', index: 0 })
  const openings = room(state).plan.phases.findIndex(({ kind }) => kind === 'openings')
  while (room(state).agenda.index < openings) does(chair, { type: 'endPhase', index: room(state).agenda.index })
  const due = nextDue(room(state), now)
  if (due?.command.type !== 'grantFloor') throw new Error('Nobody is to open.')
  does(due.by, due.command)
  const speaker = participantActor(people[0] ?? personId.parse('nobody'))
  for (let number = 0; number < statements; number += 1)
    does(speaker, { type: 'makeStatement', text: wordsFor(number), intent: 'point', answers: null, anchors: [] })
  return rows
}

const wordsFor = (number: number): string =>
  `Statement ${number + 1}: ${'what we said before still stands, and we say it once more for the record. '.repeat(4)}`.slice(
    0,
    299,
  )

function room(state: RoomState | null): RoomState {
  if (!state) throw new Error('The room is not open.')
  return state
}

async function asOwner(clusterUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}
