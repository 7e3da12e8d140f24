/** A record is exported as a file and imported as a read-only room: the same bytes again, all or nothing, and no clock runs in it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { bringRecord } from '#server/jobs/bring-record'
import { accessActivity } from '#server/store/access/access'
import { readActivityIdOf } from '#server/store/activities/rooms'
import { createCourse } from '#server/store/courses/courses'
import { eraseUser } from '#server/store/erasure/erasure'
import { closeRoomReading, readRoomState } from '#server/store/log/room-reading'
import type { Person } from '#server/store/people/users'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { search } from '#server/store/search/search'
import { readSearchableCourse } from '#server/store/search/search-scope'
import { openTextIndexer } from '#server/store/search/text-indexer'
import { roomId } from '#simulation/kernel/ids'
import type { RecordFault } from '#simulation/reading/record/record-fault'
import { LARGEST_FILE } from '#simulation/reading/record/record-file'
import { recordText } from '#simulation/reading/record/record-text'
import { givenHomework } from '../homework/given-homework'
import { type Class, givenHouse } from '../live/given/given-classroom'
import { Page } from '../live/given/given-page'
import { givenAccount } from '../store/given-store'
import { type Cast, givenWholeStory } from './given-record'

const house = givenHouse()
let of: Class
let cast: Cast
let file: string
let other: Person
let elsewhere: string

beforeAll(async () => {
  const told = await givenWholeStory()
  of = told.of
  cast = told.cast
  file = await exported(of.instructor, of.roomId)
  other = await givenAccount('Sofía Arrieta')
  elsewhere = await createCourse({ title: 'Another house', timeZone: 'Europe/Paris', by: other.id })
})
afterAll(closeRoomReading)

async function exported(reader: { id: string; isAdmin: boolean }, room: string): Promise<string> {
  const reading = await readRoomFor(reader, room)
  if (!reading) throw new Error('This room is not theirs to read.')
  return recordText(reading)
}

let times = 0

/** A text ends in another number of line ends each time, or it would be the file that is there already. */
async function bring(by: Person, courseId: string, given: string | Uint8Array): Promise<string | RecordFault> {
  times += 1
  const bytes = typeof given === 'string' ? new TextEncoder().encode(given + '\n'.repeat(times)) : given
  const brought = await bringRecord({ courseId, by: by.id, bytes })
  if (brought.ok) return brought.roomId
  if ('already' in brought) throw new Error('It is there already.')
  return brought.fault
}

async function brought(by: Person, courseId: string, given: string): Promise<string> {
  const room = await bring(by, courseId, given)
  if (typeof room !== 'string') throw new Error(JSON.stringify(room))
  return room
}

/** The file up to the end of the step in which this first happens. */
function cutAfter(type: string): string {
  const lines = file.split('\n')
  const command = (line = '') => /"commandId":"[^"]+"/.exec(line)?.[0]
  const first = lines.findIndex((line) => line.includes(`"type":"${type}"`))
  const last = lines.findLastIndex((line) => command(line) === command(lines[first]))
  return [...lines.slice(0, last), lines[last]?.replace(/,$/, ''), ']', '}', ''].join('\n')
}

test('the chair’s file comes back under another course as the same bytes, twice, and holds no id of its house', async () => {
  for (const id of [of.roomId, of.activityId, of.instructor.id, cast.us.person, cast.us.userId])
    expect(file).not.toContain(id)
  expect(file).toContain('word-cn-reflection')
  expect(file).toContain('林 佳怡')
  const room = await brought(other, elsewhere, file)
  expect(await exported(other, room)).toBe(file)
  const again = await brought(other, elsewhere, await exported(other, room))
  expect(again).not.toBe(room)
  expect(await exported(other, again)).toBe(file)

  const reading = await readRoomFor(other, room)
  expect(reading).toMatchObject({ course: { title: 'IR 347', timeZone: 'Asia/Tokyo' }, viewer: { kind: 'chair' } })
  expect(Object.values(reading?.displayNames ?? {})).toContain('Mei Castellano')
  expect(await readRoomFor(of.instructor, room)).toBeNull()
})

test('the same bytes twice are one room of a course: it is said which, until that room is deleted, and another course is asked nothing', async () => {
  const asked = { courseId: elsewhere, by: other.id, bytes: new TextEncoder().encode(file) }
  const first = await bringRecord(asked)
  if (!first.ok) throw new Error('Nothing was brought.')
  const { activity } = await database().room.findUniqueOrThrow({
    where: { id: first.roomId },
    select: { activity: { select: { id: true, createdAt: true } } },
  })
  const already = { roomId: first.roomId, at: activity.createdAt.getTime() }
  expect(await bringRecord(asked)).toEqual({ ok: false, already })
  const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: of.activityId } })
  expect(await bringRecord({ ...asked, courseId, by: of.instructor.id })).toMatchObject({ ok: true })
  await database().activity.update({ where: { id: activity.id }, data: { deletedAt: new Date() } })
  expect(await bringRecord(asked)).toMatchObject({ ok: true })
})

test('a file that was laid out anew still brings the same record', async () => {
  const room = await brought(
    other,
    elsewhere,
    `\uFEFF${JSON.stringify(JSON.parse(file), null, 2).replaceAll('\n', '\r\n')}`,
  )
  expect(await exported(other, room)).toBe(file)
})

test('a debate over days goes out and comes back too', async () => {
  const homework = await givenHomework(['Mei Castellano', 'Amara Osei', 'Yuki Hayakawa'])
  const room = homework.rooms[0] ?? ''
  const own = await exported(homework.instructor, room)
  expect(own).toContain('"kind":"homework"')
  expect(await exported(other, await brought(other, elsewhere, own))).toBe(own)
})

test('a brought record is only read: nobody joins it, it has no door and no board, and no clock is taken up for it', async () => {
  // The file ends while a phase runs: an ordinary room with this log would have a running clock.
  const running = cutAfter('PositionsRevealed')
  const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: of.activityId } })
  const room = roomId.parse(await brought(of.instructor, courseId, running))
  expect((await readRoomState(room))?.agenda.status).toBe('running')
  expect(await readActivityIdOf(room)).toBeNull()
  const { activityId } = await database().room.findUniqueOrThrow({ where: { id: room } })
  expect(await accessActivity(of.instructor, activityId)).toBeNull()
  const page = await new Page(house.now().address, of.chairCookie).connect()
  expect(await page.join(room)).toEqual({ ok: false, refusal: 'brought-record' })
  expect(await page.submit(room, { type: 'pauseClock' })).toEqual({ ok: false, rejection: 'not-joined' })
  expect(await exported(of.instructor, room)).toBe(running)
})

test('a brought record is found by whoever teaches the course, and by nobody else', async () => {
  const room = await brought(other, elsewhere, file)
  const indexer = openTextIndexer(house.url(), (_, error) => {
    throw error
  })
  await indexer.catchUp()
  await indexer.stop()
  const reach = await readSearchableCourse(other, elsewhere, null)
  const { found } = await search('"word-cn-reflection"', reach?.scopes ?? [])
  expect(found.map(({ roomId: where }) => where)).toContain(room)
  expect(await readSearchableCourse(of.instructor, elsewhere, null)).toBeNull()
})

test('what is damaged, filtered or from elsewhere is refused where it is wrong, and nothing of it is kept', async () => {
  const counts = () => Promise.all([database().activity.count(), database().room.count(), database().roomEvent.count()])
  const before = await counts()
  const lines = file.split('\n')
  const spoken = lines.findIndex((line) => line.includes('"StatementMade"'))
  const filtered = await exported({ id: cast.us.userId, isAdmin: false }, of.roomId)
  const cases: [string, string | Uint8Array, Partial<RecordFault>][] = [
    ['too large', new Uint8Array(LARGEST_FILE + 1).fill(32), { fault: 'too-large' }],
    ['not text', new Uint8Array([0xff, 0xfe, 0x00]), { fault: 'not-text' }],
    ['not JSON', 'Minutes of the seminar', { fault: 'not-json' }],
    ['a student’s own', filtered, { fault: 'filtered' }],
    ['cut', file.slice(0, -400), { fault: 'cut-short' }],
    [
      'an edited word in a reveal',
      file.replace(/word-us-position-0(?![\s\S]*word-us-position-0)/, 'other'),
      { fault: 'not-by-the-rules' },
    ],
    [
      'an unknown event',
      lines.with(spoken, lines[spoken]?.replace('StatementMade', 'StatementMeant') ?? '').join('\n'),
      { fault: 'wrong-shape', line: spoken + 1 },
    ],
    [
      'another scenario',
      file.replaceAll('"china-gap"', '"another-gap"'),
      { fault: 'no-such-scenario', about: 'another-gap' },
    ],
    [
      'a zone that is none',
      file.replace('Asia/Tokyo', 'Asia/Nowhere'),
      { fault: 'wrong-shape', about: 'course.timeZone' },
    ],
  ]
  for (const [name, given, expected] of cases) {
    expect({ name, fault: await bring(other, elsewhere, given) }).toMatchObject({ name, fault: expected })
  }
  expect(await counts()).toEqual(before)
})

test('whoever is forgotten is forgotten by every brought record, whoever brought it, and one that cannot be read stops nothing', async () => {
  const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: of.activityId } })
  const [here, there] = [await brought(of.instructor, courseId, file), await brought(other, elsewhere, file)]
  const broken = await brought(other, elsewhere, file)
  const { activityId } = await database().room.findUniqueOrThrow({ where: { id: broken } })
  const kept = { course: { title: 'IR 347', timeZone: 'Asia/Tokyo' }, roll: { p1: {}, p2: 'Amara Osei' } }
  await database().activity.update({ where: { id: activityId }, data: { broughtFrom: kept } })
  // The record stays readable with the names that are valid, and says that others are lost.
  expect(await readRoomFor(other, broken)).toMatchObject({ displayNames: { p2: 'Amara Osei' }, lostNames: true })
  const erased = await eraseUser(cast.us.userId)
  expect(erased?.brought.length).toBeGreaterThanOrEqual(2)
  expect(erased?.unread).toEqual([
    { what: 'names of a brought record', title: 'The China gap', course: 'Another house' },
  ])
  expect(await exported(of.instructor, here)).not.toContain('Mei Castellano')
  expect(await exported(of.instructor, here)).toContain('Amara Osei')
  expect(await exported(other, there)).not.toContain('Mei Castellano')
  expect(await exported(other, there)).toContain('Amara Osei')
})
