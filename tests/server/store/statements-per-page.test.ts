/** Pages about many rooms put as many statements to the database for twenty-five rooms as for a few, and read no room's whole log. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { database } from '#server/base/database'
import { createSeminar } from '#server/store/activities/activities'
import { addParticipant } from '#server/store/activities/participants'
import { openRoomLog } from '#server/store/log/room-log'
import { closeRoomReading, readRoom } from '#server/store/log/room-reading'
import { readGradebook } from '#server/store/marks/gradebook'
import { readOwnRooms } from '#server/store/rooms/own-rooms'
import { saveTexts } from '#server/store/search/room-text'
import { search } from '#server/store/search/search'
import { readHits } from '#server/store/search/search-hits'
import { readSearchableCourse } from '#server/store/search/search-scope'
import { advance, follow, UNOPENED } from '#simulation/engine/advance'
import { commandId, participantActor, personId, roomId } from '#simulation/kernel/ids'
import { useFreshDatabase } from '../../support/machines/database'
import { patience } from '../../support/patience'
import { chinaGap } from '../../support/stories/china-gap'
import { givenAccount, givenActivity, givenColleague, givenGuest, plainSettings } from './given-store'

const fresh = useFreshDatabase()
afterAll(closeRoomReading)

const ROOMS = 25
const FEW = 3

type Course = { courseId: string; activityId: string; student: string; grader: string; roomIds: string[] }
const courses = new Map<number, Course>()

/** One activity with this many rooms and a person seated in each, and one student who sits in a room of as many other activities. */
async function givenCourse(rooms: number): Promise<Course> {
  const of = await givenActivity({ doorOpen: false, settings: { roomCount: 1 } })
  const made = await createSeminar({
    courseId: of.courseId,
    by: of.instructor.id,
    title: 'Many rooms',
    scenario: chinaGap(),
    agendaKey: 'seminar-50',
    settings: { ...plainSettings, roomCount: rooms },
    nameRoom: (number) => `Table ${number}`,
  })
  for (const room of made.roomIds) {
    const { person } = await givenGuest('Somebody')
    await seated(made.activityId, room, person.id)
    await saveTexts(roomId.parse(room), 1, 0, [
      { seq: 1, no: '1', at: 0, audience: 'everyone', body: 'The alliance has a gap.' },
    ])
  }
  const student = await givenGuest('Mei')
  for (let index = 0; index < rooms; index += 1) {
    const own = await createSeminar({
      courseId: of.courseId,
      by: of.instructor.id,
      title: `Seminar ${index}`,
      scenario: chinaGap(),
      agendaKey: 'seminar-50',
      settings: plainSettings,
      nameRoom: () => 'Table',
    })
    await seated(own.activityId, own.roomIds[0] ?? '', student.person.id)
  }
  const grader = await givenAccount('Lin Jiayi')
  await givenColleague(of.courseId, grader, { part: 'grader', rooms: made.roomIds })
  const { activityId, roomIds } = made
  return { courseId: of.courseId, activityId, student: student.person.id, grader: grader.id, roomIds }
}

async function seated(activityId: string, room: string, userId: string): Promise<void> {
  const id = randomUUID()
  await addParticipant(database(), { id, activityId, roomId: room, userId, name: id })
  const log = openRoomLog(fresh.url(), 1)
  const before = follow(UNOPENED, await log.read(roomId.parse(room)))
  const told = advance(before, {
    by: participantActor(personId.parse(id)),
    commandId: commandId.parse(`seats-${id}`),
    command: { type: 'takeSeat', seat: null },
    at: Date.now(),
    lot: 0,
  })
  if (!told.ok) throw new Error(told.rejection)
  await log.append(roomId.parse(room), told.rows, told.after.state)
  await log.close()
}

beforeAll(async () => {
  for (const rooms of [FEW, ROOMS]) courses.set(rooms, await givenCourse(rooms))
}, patience(120_000))

/** The statements that are put to the database while this runs, and of those the ones that read a room's log whole. */
async function asked(work: () => Promise<unknown>): Promise<{ statements: number; wholeLogs: number }> {
  const said = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const texts = said.mock.calls.map(([first]) => (typeof first === 'string' ? first : JSON.stringify(first)))
  said.mockRestore()
  return { statements: texts.length, wholeLogs: texts.filter((text) => text.includes('seq > $2')).length }
}

const of = (rooms: number): Course => {
  const course = courses.get(rooms)
  if (!course) throw new Error('There is no such course.')
  return course
}

const pages: [name: string, read: (course: Course) => Promise<number>][] = [
  [
    'a gradebook',
    async ({ activityId, courseId }) =>
      (await readGradebook({ id: activityId, courseId, kind: 'seminar' })).people.length,
  ],
  ['a student’s own page', async ({ student }) => (await readOwnRooms({ id: student, isAdmin: false })).length],
  ['a student’s search', async ({ student, courseId }) => reached(student, courseId)],
  ['a grader’s search', async ({ grader, courseId }) => reached(grader, courseId)],
]

async function reached(user: string, courseId: string): Promise<number> {
  const reach = await readSearchableCourse({ id: user, isAdmin: false }, courseId, null)
  if (!reach) throw new Error('Nothing is in reach.')
  const { found } = await search('alliance', reach.scopes, { most: 50 })
  await readHits(found)
  return reach.scopes.length
}

test.each(pages)('%s asks as often for twenty-five rooms as for three, and reads no record whole', async (_, read) => {
  const rooms: number[] = []
  const count = async (course: Course) => asked(async () => rooms.push(await read(course)))
  const few = await count(of(FEW))
  const many = await count(of(ROOMS))
  expect(rooms).toEqual([FEW, ROOMS])
  // Rooms that are first read are folded in slices, so a look-up or two may miss the others' batch. One for each room would be 22 more.
  expect(Math.abs(many.statements - few.statements)).toBeLessThanOrEqual(2)
  expect(many.statements).toBeGreaterThan(0)
  expect(many.wholeLogs).toBe(0)
})

const READING = z.object({ text: z.string(), values: z.array(z.unknown()) })

test('a record that was read is continued from its last row, which is compared, and the room is not folded anew', async () => {
  const [room = ''] = of(ROOMS).roomIds
  const { rows, state } = await readRoom(room)
  const said = vi.spyOn(pg.Client.prototype, 'query')
  expect((await readRoom(room)).state).toBe(state)
  const from = said.mock.calls.flatMap(([query]: unknown[]) => {
    const { text, values } = READING.safeParse(query).data ?? {}
    return text?.includes('seq > $2') && values?.[0] === room ? [values[1]] : []
  })
  said.mockRestore()
  expect(rows.length).toBeGreaterThan(1)
  expect(from).toEqual([(rows.at(-1)?.seq ?? 0) - 1])
})
