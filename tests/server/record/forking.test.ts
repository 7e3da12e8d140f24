/** A moment of a record is played on as a new activity (D26): who hears what there, who may, and that it plays. */
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { redactionReport } from '#server/commands/redaction-report'
import { bringRecord } from '#server/jobs/bring-record'
import { readPastedRoster } from '#server/jobs/thread/roster-reading/pasted-roster'
import { readActivities } from '#server/store/activities/activities'
import { commandAsChair } from '#server/store/activities/chair-commands'
import { repeatCourse } from '#server/store/courses/copy-activity'
import { createCourse } from '#server/store/courses/courses'
import { writeRoster } from '#server/store/courses/roster'
import { placeArrivals, readArrivals } from '#server/store/courses/roster-arrivals'
import { closeRoomReading, readRoom } from '#server/store/log/room-reading'
import { annotate } from '#server/store/records/annotations'
import { accessComparison, readPlayedTables, readWordsAt } from '#server/store/records/compared'
import { followStrikesAs, readStanding } from '#server/store/records/followed-strikes'
import { redact } from '#server/store/records/redaction'
import { readResearchActivities } from '#server/store/records/research'
import { strikeAs } from '#server/store/records/strike-service'
import { forkRoom } from '#server/store/rooms/forking'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { roomId } from '#simulation/kernel/ids'
import { DAY_MS } from '#simulation/kernel/time'
import { dueAt, opensAt } from '#simulation/questions/homework'
import { plainParagraphs } from '#simulation/reading/log/transcript'
import type { ForkSeats } from '#simulation/reading/record/fork'
import { rowText } from '#simulation/reading/record/record-file'
import { recordText } from '#simulation/reading/record/record-text'
import { seatHeldBy } from '#simulation/state/room-state'
import { givenHomework, names } from '../homework/given-homework'
import { type Class, givenHouse } from '../live/given/given-classroom'
import { givenAccount } from '../store/given-store'
import { type Cast, givenWholeStory } from './given-record'

givenHouse()
let of: Class
let cast: Cast
let file: string
/** The row of the bilateral: caucuses have been held, and nothing is unsealed. */
let moment: number

const titled = () => ({ title: 'The China gap, played on', name: 'Forked from Table 1, entry 9' })
const userOf = (id: string) => ({ id, isAdmin: false })
const seqOf = async (room: string, word: string) =>
  (await readRoom(room)).log.find(({ event }) => JSON.stringify(event).includes(word))?.seq ?? 0

beforeAll(async () => {
  const told = await givenWholeStory()
  of = told.of
  cast = told.cast
  moment = await seqOf(of.roomId, 'word-usjp-bilateral')
  const reading = await readRoomFor(of.instructor, of.roomId)
  if (!reading) throw new Error('The record is not theirs.')
  file = recordText(reading)
})
afterAll(closeRoomReading)

async function forked(seats: ForkSeats): Promise<string> {
  const made = await forkRoom({ user: of.instructor, roomId: of.roomId, seq: moment, seats, titled })
  if (!made?.ok) throw new Error(`Nothing was made: ${made?.fault}`)
  return made.roomId
}

const heard = async (user: { id: string; isAdmin: boolean }, room: string) => {
  const reading = await readRoomFor(user, room)
  return reading && { reading, text: JSON.stringify(reading.told) }
}

/** One of the staff writes beside the first entry of a student to that student. */
async function writesToStudent(user: { id: string; isAdmin: boolean }, room: string) {
  const reading = await readRoomFor(user, room)
  const entry = reading && plainParagraphs(reading.state).find(({ person }) => person !== null)?.no
  const whole = { span: null, tags: [], exemplar: false, text: 'Well said.' }
  return annotate(user, { id: randomUUID(), roomId: room, entry, for: 'student', ...whole })
}

test('everybody goes on in their seat with what they had heard; the clock stands still, and goes on at the chair’s word', async () => {
  const room = await forked('kept')
  const own = await heard(userOf(cast.us.userId), room)
  expect(own?.text).toContain('word-us-caucus')
  expect(own?.text).toContain('word-usjp-bilateral')
  expect(own?.text).not.toContain('word-jp-caucus')
  expect(own?.reading.displayNames).not.toEqual({})
  expect(own?.reading.room.name).toBe('Forked from Table 1, entry 9')
  const { viewer, state } = own?.reading ?? {}
  expect(viewer?.kind === 'person' && state && seatHeldBy(state, viewer.person)?.id).toBe('us.state')
  expect(state?.clock?.pausedAt).not.toBeNull()
  expect(own?.text).not.toContain(cast.us.person)
  const chairs = await heard(of.instructor, room)
  expect(chairs?.text).toContain('word-jp-caucus')
  expect(chairs?.text).not.toContain('word-all-reflection')
  const resumed = {
    room: roomId.parse(room),
    chairId: of.instructor.id,
    source: 'test',
    command: { type: 'resumeClock' },
  } as const
  expect(await commandAsChair(database(), resumed)).toEqual({ ok: true })
  expect((await readRoom(room)).state?.clock?.pausedAt).toBeNull()
})

test('who changes sides reads the new brief and nothing that the new side had said apart', async () => {
  const room = await forked('mirrored')
  const own = await heard(userOf(cast.us.userId), room)
  const { viewer, state } = own?.reading ?? {}
  expect(viewer?.kind === 'person' && state && seatHeldBy(state, viewer.person)?.delegation).toBe('jp')
  expect(state?.briefs.map(({ to }) => to)).toContain('jp')
  expect(own?.text).toContain('word-us-caucus')
  expect(own?.text).not.toContain('word-jp-caucus')
  expect(own?.text).not.toContain('word-jp-note')
})

test('with nobody in the seats, nobody of the old room gets in until they are readmitted', async () => {
  const room = await forked('empty')
  expect(await heard(userOf(cast.us.userId), room)).toBeNull()
  const { state } = await readRoom(room)
  expect(Object.values(state?.seats ?? {}).filter(({ holder }) => holder !== null)).toEqual([])
  expect(Object.values((await heard(of.instructor, room))?.reading.displayNames ?? {})).toContain('Mei Castellano')
  expect(await writesToStudent(of.instructor, room)).toBe('not-found')
  expect(await writesToStudent(of.instructor, await forked('kept'))).toBeNull()
})

test('D16 what is played on is compared with the room it comes from, for whoever may compare both', async () => {
  const room = await forked('kept')
  const { activityId } = await database().room.findUniqueOrThrow({ where: { id: room } })
  const both = await readPlayedTables(of.instructor, activityId)
  expect(both.map(({ id, number }) => [id, number])).toEqual([
    [of.roomId, 0],
    [room, 1],
  ])
  const stranger = await givenAccount('Noor Haddad')
  expect((await readPlayedTables(stranger, activityId)).map(({ id }) => id)).toEqual([room])
})

test('D38 a student compares once every table that has begun is unsealed, and reads only what all heard there', async () => {
  const [student, { activityId }] = [userOf(cast.us.userId), of]
  expect((await accessComparison(student, activityId))?.own).toBe(of.roomId)
  expect((await accessComparison(of.instructor, activityId))?.own).toBeNull()
  expect(await accessComparison(await givenAccount('Ines Carvalho'), activityId)).toBeNull()
  const tables = await readPlayedTables(student, activityId)
  const said = tables.flatMap((table) => table.played.moments.map(({ said, after }) => ({ table, said, after })))
  expect(said.length).toBeGreaterThan(0)
  for (const one of said) expect((await readWordsAt([one])).has(of.roomId)).toBe(one.said !== null)
  expect(said.some(({ said }) => said !== null)).toBe(true)
  const told = JSON.stringify([tables, await Promise.all(said.map(async (one) => [...(await readWordsAt([one]))]))])
  expect(told).not.toMatch(/word-\w+-(?:caucus|bilateral|reflection|note|call)|Castellano/)
  const fork = await forked('kept')
  const { activityId: sealed } = await database().room.findUniqueOrThrow({ where: { id: fork } })
  expect(await accessComparison(student, sealed)).toBeNull()
  expect(await accessComparison(of.instructor, sealed)).not.toBeNull()
})

test('a student, a stranger and another course’s instructor play on from nothing', async () => {
  const other = await givenAccount('Sofía Arrieta')
  for (const user of [userOf(cast.us.userId), other])
    expect(await forkRoom({ user, roomId: of.roomId, seq: moment, seats: 'kept', titled })).toBeNull()
  const beyond = { user: of.instructor, roomId: of.roomId, seq: 1_000_000, seats: 'kept', titled } as const
  expect(await forkRoom(beyond)).toBeNull()
})

test('a brought record is played on too: its people are names, and the room has a door', async () => {
  const other = await givenAccount('Amos Ferreira')
  const courseId = await createCourse({ title: 'Another house', timeZone: 'Europe/Paris', by: other.id })
  const brought = await bringRecord({ courseId, by: other.id, bytes: new TextEncoder().encode(file) })
  if (!brought.ok) throw new Error('Nothing was brought.')
  const asked = { user: other, roomId: brought.roomId, seq: moment, titled }
  expect(await forkRoom({ ...asked, seats: 'kept' })).toBeNull()
  const made = await forkRoom({ ...asked, seats: 'empty' })
  if (!made?.ok) throw new Error('Nothing was made.')
  const chairs = await heard(other, made.roomId)
  expect(Object.values(chairs?.reading.displayNames ?? {})).toContain('林 佳怡')
  expect(chairs?.reading.activity.broughtAt).toBeNull()
  expect(chairs?.reading.steers).toBe(true)
  // Nobody is here who could read what is written to one of them.
  expect(await writesToStudent(other, made.roomId)).toBe('not-found')
  // Played on once more, its people keep their names.
  const again = await forkRoom({ user: other, roomId: made.roomId, seq: moment, seats: 'empty', titled })
  if (!again?.ok) throw new Error('Nothing was made.')
  const names = Object.values((await heard(other, again.roomId))?.reading.displayNames ?? {})
  expect(names).toContain('林 佳怡')
})

test('K9 what is redacted in a room is redacted wherever its past stands; the plan holds no plain hash of what was said', async () => {
  const room = await forked('empty')
  const { log, state } = await readRoom(room)
  const again = await forkRoom({ user: of.instructor, roomId: room, seq: moment, seats: 'empty', titled })
  const entry = state?.privateEntries
    .toArray()
    .find(({ event }) => JSON.stringify(event).includes('word-us-caucus'))?.no
  const redacted = await redact(room, entry ?? '')
  if (!again?.ok || !redacted) throw new Error('Nothing was made.')
  const report = redactionReport(redacted, []).join('\n')
  for (const id of [of.roomId, again.roomId]) {
    expect(report).toContain(id)
    expect(JSON.stringify((await readRoom(id)).log)).not.toContain('word-us-caucus')
  }
  expect(report).not.toContain(room)
  const past = (await readRoom(of.roomId)).log.slice(0, state?.plan.forkedFrom?.rows)
  expect(log.length).toBeGreaterThan(past.length)
  const plain = createHash('sha256').update(past.map(rowText).join('\n')).digest('hex')
  expect(state?.plan.forkedFrom?.fingerprint).not.toBe(plain)
})

test('K10 words taken off afterwards are named to the chair of both records, and one press takes them off the fork too', async () => {
  const room = await forked('kept')
  const other = await givenAccount('Aoife Brennan')
  const { state } = await readRoom(of.roomId)
  const entry = state?.privateEntries
    .toArray()
    .find(({ event }) => JSON.stringify(event).includes('word-usjp-bilateral'))?.no
  const later = (await readRoom(of.roomId)).log.length
  expect(later).toBeGreaterThan(moment)
  const command = { type: 'strikeWords', entry, words: 'all', reason: 'not-fit' } as const
  expect(await strikeAs(of.instructor, { roomId: of.roomId, command })).toEqual({ ok: true })
  const standing = (await readStanding(of.instructor, of.roomId)).filter(({ roomId }) => roomId === room)
  expect(standing).toMatchObject([{ here: false, count: 1 }])
  expect(await readStanding(of.instructor, room)).toMatchObject([{ roomId: room, here: true, count: 1 }])
  expect(await readStanding(other, of.roomId)).toEqual([])
  expect(await followStrikesAs(other, of.roomId)).toBe(false)
  expect((await heard(of.instructor, room))?.text).toContain('word-usjp-bilateral')
  expect(await followStrikesAs(of.instructor, of.roomId)).toBe(true)
  expect((await heard(of.instructor, room))?.text).not.toContain('word-usjp-bilateral')
  expect(await readStanding(of.instructor, of.roomId)).toEqual([])
  expect(await readStanding(of.instructor, room)).toEqual([])
})

test('a class list that changes leaves a fork its people; a file for research and a course for another section leave forks out', async () => {
  const { instructor, rooms, courseId, activityId } = await givenHomework(names(3))
  const [room] = rooms
  if (!room) throw new Error('The debate has no room.')
  const seq = (await readRoom(room)).log.length
  const again = await forkRoom({ user: instructor, roomId: room, seq, seats: 'empty', titled })
  if (!again?.ok) throw new Error('Nothing was made.')
  const peopleOf = (id: string) => database().participant.count({ where: { activityId: id, removedAt: null } })
  const were = await peopleOf(activityId)
  await writeRoster(
    courseId,
    readPastedRoster([...names(3), 'Ingrid Solberg'].join('\n')).places,
    undefined,
    undefined,
    instructor.id,
  )
  expect(await peopleOf(activityId)).toBe(were + 1)
  expect(await readArrivals(again.activityId)).toEqual([])
  expect(await placeArrivals(again.activityId)).toBe(0)
  expect(await peopleOf(again.activityId)).toBe(0)
  expect((await readResearchActivities(courseId)).map(({ id }) => id)).toEqual([activityId])
  await forked('empty')
  const as = { title: 'Another section', by: of.instructor.id, nameRoom: String }
  const { courseId: sections } = await database().activity.findUniqueOrThrow({ where: { id: of.activityId } })
  const [made] = await readActivities(await repeatCourse(sections, as))
  expect(made?.title).not.toBe(titled().title)
})

test('a homework debate is played on as homework: its dates move by what has passed since', async () => {
  const { instructor, rooms } = await givenHomework(names(3), { at: Date.now() - 3 * DAY_MS })
  const [room] = rooms
  if (!room) throw new Error('The debate has no room.')
  const { log, state: before } = await readRoom(room)
  const made = await forkRoom({ user: instructor, roomId: room, seq: log.length, seats: 'kept', titled })
  if (!made?.ok || !before) throw new Error('Nothing was made.')
  expect(made.kind).toBe('homework')
  const { state, log: rows } = await readRoom(made.roomId)
  const later = new Set(
    before.plan.phases.flatMap((_, phase) => {
      const moved = state && dueAt(state, phase)
      const opens = state && opensAt(state, phase)
      const was = dueAt(before, phase)
      return moved && opens && was ? [moved - was, opens - (opensAt(before, phase) ?? 0)] : []
    }),
  )
  expect(later.size).toBe(1)
  const passed = Date.now() - (rows.at(-1)?.at ?? 0)
  expect(Math.abs(([...later][0] ?? 0) - passed)).toBeLessThan(120_000)
})
