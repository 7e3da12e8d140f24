/** The pages of whoever grades a class: students of a week of homework, each with forty entries and all levels. */
import { randomUUID } from 'node:crypto'
import { connect, database, disconnect } from '#server/base/database'
import { scheduleAgenda } from '#server/store/activities/deadlines'
import { readParticipants } from '#server/store/activities/participants'
import { openRoomLog } from '#server/store/log/room-log'
import { createSession } from '#server/store/people/sessions'
import { makeSessionCookie } from '#server/web/identity'
import { advance, follow, UNOPENED } from '#simulation/engine/advance'
import { nextDue } from '#simulation/engine/timers'
import { type ActorId, commandId, participantActor } from '#simulation/kernel/ids'
import { homeworkAgendaOf } from '#simulation/planning/homework-planning'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomCommand } from '#simulation/shapes/room-command'
import { givenHomework, SECRET, ZONE } from '../server/homework/given-homework'
import { rowsOf } from '../support/files/rows'
import { cpuMsOf } from '../support/machines/process-table'
import { startServer } from '../support/machines/server'
import { chinaGap } from '../support/stories/china-gap'
import { type Figure, type Measure, quantile } from './figures'
import { passed, pinTheServer } from './processes'

/** The class of the limits, and a smaller one beside it. */
const CLASSES = [120, 400]
const QUICK = [40]
const ENTRIES = 40
/** So many students sit in a room at the most. */
const ROOM = 24
const DAY_MS = 86_400_000

export const measure: Measure = async ({ quick, clusterUrl }) => {
  const figures: Figure[] = []
  for (const students of quick ? QUICK : CLASSES)
    figures.push(...(await measureClass(students, quick ? 3 : 40, clusterUrl)))
  return figures
}

async function measureClass(students: number, turns: number, clusterUrl: string): Promise<readonly Figure[]> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`
  await rowsOf(clusterUrl, `CREATE DATABASE ${name} TEMPLATE migrated`)
  const url = new URL(clusterUrl)
  url.pathname = `/${name}`
  connect(url.href)
  const { activityId, cookie, people, first } = await fill(url.href, students)
  await disconnect()
  const server = await startServer({ databaseUrl: url.href, env: { NEXTAUTH_SECRET: SECRET, BACKUP_DIR: 'none' } })
  pinTheServer(server.pid)
  await atRest(server.pid)
  const place = `/activities/${activityId}`
  /** Milliseconds until the whole answer is there, of one page at a time. */
  const took = async (pages: readonly string[], holds: string, headers: Record<string, string> = {}) => {
    const times: number[] = []
    for (const page of pages) {
      const begun = performance.now()
      const answer = await fetch(`http://127.0.0.1:${server.port}${page}`, { headers: { cookie, ...headers } })
      const text = await answer.text()
      if (answer.status !== 200 || !text.includes(holds)) throw new Error(`Void: ${page} answered ${answer.status}`)
      times.push(performance.now() - begun)
    }
    return quantile(times, 0.95)
  }
  const of = (id: string) => `${place}/grading/${id}`
  const some = Array.from({ length: turns }, (_, turn) => of(people[(turn * 7) % people.length] ?? ''))
  const again = (page: string) => some.map(() => page)
  const [last, someone] = [`Entry ${ENTRIES}.`, `Student ${students}`]
  // Of a page that is open beside it the browser asks only for what is another student's.
  const tree = [
    '',
    'activities',
    ['activityId', activityId, 'd', null],
    'grading',
    ['participantId', 'none', 'd', null],
  ]
  const state = tree.reduceRight<unknown>((children, part) => [part, { children }], ['__PAGE__', {}])
  const within = { rsc: '1', 'next-router-state-tree': encodeURIComponent(JSON.stringify(state)) }
  // What is drawn for the first time since the start is loaded first.
  for (const page of [of(people[0] ?? ''), `${place}/gradebook`, `${place}/board`]) await took([page], someone)
  const pages: readonly (readonly [what: string, p95: number, most?: number])[] = [
    ['the first student of a room that is read after a start', await took(first.slice(1).map(of), last, within)],
    ['the next student, as the browser fetches them beforehand', await took(some, last, within), 150],
    ['the grading place with a student, whole', await took(some, last)],
    ['the gradebook', await took(again(`${place}/gradebook`), someone), students > 120 ? 1500 : 700],
    ['the board', await took(again(`${place}/board`), someone), 2000],
  ]
  await server.clear()
  await rowsOf(clusterUrl, `DROP DATABASE ${name} WITH (FORCE)`)
  return pages.map(
    ([what, ours, most]): Figure => ({
      ...{ name: `${students} students: ${what}, p95`, ours, unit: 'ms' },
      ...(most === undefined ? {} : { most }),
    }),
  )
}

/** Waits until a server that has just started has made what it makes beside its pages, such as the index of words. */
async function atRest(pid: number): Promise<void> {
  for (let before = -1, now = cpuMsOf([pid]); now - before > 50; now = cpuMsOf([pid])) {
    before = now
    await passed(2000)
  }
}

async function fill(url: string, students: number) {
  const lines = Array.from({ length: students }, (_, index) => `Student ${index + 1}, s${index + 1}@college.example`)
  const agenda = homeworkAgendaOf(chinaGap(), 'homework-week')
  // So long ago that the part in which they write has begun.
  const begins = Date.now() - 8 * DAY_MS
  const { activityId, instructor, rooms } = await givenHomework(lines, {
    roomCount: Math.ceil(students / ROOM),
    at: begins - DAY_MS,
    phases: scheduleAgenda(agenda, new Date(begins).toISOString().slice(0, 10), ZONE).phases.map((phase, index) => ({
      ...phase,
      requires: [...(agenda.phases[index]?.requires ?? [])],
    })),
  })
  const log = openRoomLog(url)
  for (const room of rooms) {
    const before = await log.read(room)
    await log.append(room, written(before))
  }
  await log.close()
  const people = (await readParticipants(activityId)).map(({ id, roomId }) => ({ id, roomId }))
  const criteria = ['role', 'evidence', 'answer', 'negotiation', 'reflection']
  await database().mark.createMany({
    data: people.flatMap(({ id: participantId, roomId }) =>
      criteria.map((criterion, level) => ({
        ...{ id: randomUUID(), roomId: roomId ?? '', subject: 'student' as const, participantId, criterion, level },
        ...{ evidence: ['1'], byUserId: instructor.id },
      })),
    ),
  })
  const { name, value } = await makeSessionCookie(await createSession(database(), instructor.id, 'bench'))
  return {
    activityId,
    cookie: `${name}=${value}`,
    people: people.map(({ id }) => id),
    /** One of each room. */
    first: rooms.flatMap((room) => people.find(({ roomId }) => roomId === room)?.id ?? []),
  }
}

/** The rows that follow: the clock opens each part in its turn, and in the first in which posts are open everybody writes. */
function written(before: readonly Recorded[]): readonly Recorded[] {
  let room = follow(UNOPENED, before)
  const rows: Recorded[] = []
  const does = (by: ActorId, command: RoomCommand, at: number) => {
    const done = advance(room, { by, commandId: commandId.parse(`written:${rows.length}`), command, at, lot: 0 })
    if (!done.ok) throw new Error(`${by} may not ${command.type}: ${done.rejection}`)
    rows.push(...done.rows)
    room = done.after
  }
  const phase = room.state?.plan.phases.findIndex(({ kind, posts }) => posts && kind !== 'openings') ?? -1
  let at = before.at(-1)?.at ?? 0
  while (room.state && room.state.agenda.index !== phase) {
    const due = nextDue(room.state, at)
    if (!due) throw new Error('Void: the week does not come to its answers.')
    at = Math.max(at, due.at)
    does(due.by, due.command, at)
  }
  const round = room.state?.plan.rounds[0]?.key ?? ''
  const writers = Object.values(room.state?.seats ?? {}).filter(({ delegation }) => delegation !== null)
  for (let entry = 0; entry < ENTRIES; entry += 1)
    for (const { holder } of writers) {
      if (holder === null) continue
      at += 1000
      const text = `Entry ${entry + 1}. ${'We say it for the record, and we say what we would take for it. '.repeat(8)}`
      const post = { phase, round, text, intent: 'point' as const, answers: null, anchors: [] }
      does(participantActor(holder), { type: 'postStatement', ...post }, at)
    }
  if (rows.length < writers.length * ENTRIES) throw new Error('Void: nobody sits there.')
  return rows
}
