import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database, databaseUrl } from '#server/base/database'
import { createActivity } from '#server/store/activities/activities'
import { addParticipant } from '#server/store/activities/participants'
import { createCourse } from '#server/store/courses/courses'
import { joinByCode } from '#server/store/door/door'
import { openRoomLog } from '#server/store/log/room-log'
import { closeRoomReading, readRoomRows, readRoomState } from '#server/store/log/room-reading'
import { giveMark, showMarks } from '#server/store/marks/grading'
import { readActivityMarks, readMarkHistory, readOwnMarks, readPositionMarks } from '#server/store/marks/marks'
import type { Person } from '#server/store/people/users'
import { readRubric } from '#server/store/scenarios/stored-copy'
import { rehearse } from '#simulation/bots/rehearsal'
import { chairActor, roomId } from '#simulation/kernel/ids'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { useFreshDatabase } from '../support/machines/database'
import { chinaGap } from '../support/stories/china-gap'
import { givenAccount, givenColleague, givenGuest, plainSettings } from './store/given-store'

useFreshDatabase()

type Story = {
  instructor: Person
  colleague: Person
  activityId: string
  room: string
  mei: string
  meiUser: Person
}
let story: Story

/** A seminar that has been played by understudies, with one student on its list. */
beforeAll(async () => {
  const instructor = await givenAccount('Noor Haddad')
  const colleague = await givenAccount('Another Instructor')
  const courseId = await createCourse({ title: 'IR 347', timeZone: 'Asia/Tokyo', by: instructor.id })
  const scenario = chinaGap()
  const planned = planSeminar(scenario, defaultChoices(scenario, 'seminar-50', 7))
  const made = await createActivity(
    'seminar',
    {
      courseId,
      by: instructor.id,
      title: 'The China gap',
      scenario,
      agendaKey: 'seminar-50',
      settings: { ...plainSettings, rounds: planned.plan.rounds.map(({ key }) => ({ tension: key, seconds: null })) },
      nameRoom: (number) => `Table ${number}`,
      doorOpen: true,
    },
    () => planned,
  )
  const room = made.roomIds[0] ?? ''
  const joined = await joinByCode({ code: made.code, name: 'Mei', userAgent: '', visitor: null })
  if (!joined.ok) throw new Error(joined.refusal)
  const log = openRoomLog(databaseUrl(), 1)
  const opened = await log.read(roomId.parse(room))
  const played = rehearse(planned, scenario, Date.now() - 7_200_000, chairActor(instructor.id))
  await log.append(roomId.parse(room), played.rows.slice(opened.length))
  await log.close()
  const meiUser: Person = { id: joined.userId, kind: 'guest', name: 'Mei', email: null, isAdmin: false }
  story = { instructor, colleague, activityId: made.activityId, room, mei: joined.participantId, meiUser }
})

afterAll(closeRoomReading)

const position = (more: object = {}) => ({
  subject: 'position',
  roomId: story.room,
  delegation: 'jp',
  round: 'deterrence',
  criterion: 'role',
  level: 3,
  evidence: ['4'],
  noEvidence: false,
  comment: null,
  ...more,
})
const student = (more: object = {}) => ({
  subject: 'student',
  roomId: story.room,
  participantId: story.mei,
  round: null,
  criterion: 'reflection',
  level: 2,
  evidence: [],
  noEvidence: true,
  comment: 'Say their case first.',
  ...more,
})
const given = () => database().mark.count({ where: { roomId: story.room } })

test('a level with an entry that stands in the record is saved, and the newest of two counts', async () => {
  expect(await giveMark(story.instructor, position())).toMatchObject({ ok: true })
  expect(await giveMark(story.instructor, position({ level: 4 }))).toMatchObject({ ok: true })
  expect((await readMarkHistory(story.room)).map(({ level }) => level)).toEqual([3, 4])
  expect((await readActivityMarks(story.activityId)).map(({ level }) => level)).toEqual([4])
})

test('an entry of a caucus is evidence, and an entry that is not in the record is none', async () => {
  const state = await readRoomState(story.room)
  expect(state?.privateEntries.at(0)?.no).toBe('us1')
  expect(await giveMark(story.instructor, position({ evidence: ['us1'] }))).toMatchObject({ ok: true })
  const before = await given()
  for (const no of ['9999', 'us9999', 'h1-1'])
    expect(await giveMark(story.instructor, position({ evidence: [no] }))).toEqual({
      ok: false,
      fault: 'no-such-entry',
    })
  expect(await given()).toBe(before)
})

test('a criterion judges only its own subjects, in a round that is played', async () => {
  const before = await given()
  const none = { evidence: [], noEvidence: true }
  for (const criterion of ['reflection', 'charm'])
    expect(await giveMark(story.instructor, position({ criterion, ...none }))).toEqual({
      ok: false,
      fault: 'no-such-criterion',
    })
  expect(await giveMark(story.instructor, position({ round: 'framing' }))).toEqual({
    ok: false,
    fault: 'no-such-round',
  })
  expect(await given()).toBe(before)
})

test('a level that says nothing of evidence, or carries anything more, is not saved', async () => {
  const before = await given()
  expect(await giveMark(story.instructor, position({ evidence: [] }))).toEqual({ ok: false, fault: 'no-evidence' })
  for (const more of [{ releasedAt: 1 }, { byUserId: story.colleague.id }, { level: 7 }, { level: '3' }])
    expect(await giveMark(story.instructor, position(more))).toEqual({ ok: false, fault: 'not-found' })
  expect(await given()).toBe(before)
})

test('nobody but who chairs the room gives or shows its marks', async () => {
  const before = await given()
  for (const somebody of [story.colleague, story.meiUser]) {
    expect(await giveMark(somebody, position())).toEqual({ ok: false, fault: 'not-found' })
    expect(await showMarks(somebody, story.room, true)).toBe(false)
  }
  const elsewhere = position({ roomId: randomUUID() })
  expect(await giveMark(story.instructor, elsewhere)).toEqual({ ok: false, fault: 'not-found' })
  expect(await given()).toBe(before)
})

test('a grader marks whoever was at the table they were given, nobody of another, and releases nothing', async () => {
  const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: story.activityId } })
  const imani = await givenAccount('Imani Okafor')
  await givenColleague(courseId, imani, { part: 'grader', rooms: [story.room] })
  const { person } = await givenGuest('Elsewhere')
  const at = { activityId: story.activityId, roomId: null, userId: person.id, name: person.name }
  const elsewhere = await addParticipant(database(), at)
  expect(await giveMark(imani, student())).toMatchObject({ ok: true })
  expect(await giveMark(imani, position())).toMatchObject({ ok: true })
  expect(await giveMark(imani, student({ participantId: elsewhere }))).toEqual({ ok: false, fault: 'not-found' })
  expect(await giveMark(story.instructor, student({ participantId: elsewhere }))).toMatchObject({ ok: true })
  expect(await showMarks(imani, story.room, true)).toBe(false)
})

test('a student sees their own levels and those of their delegation from release to withdrawal', async () => {
  expect(await giveMark(story.instructor, student())).toMatchObject({ ok: true })
  const room = { id: story.room, activityId: story.activityId }
  expect(await readOwnMarks(story.activityId, story.mei)).toEqual([])
  expect(await readPositionMarks(room, 'jp', story.mei)).toEqual([])
  expect(await showMarks(story.instructor, story.room, true)).toBe(true)
  expect((await readOwnMarks(story.activityId, story.mei)).map(({ level, comment }) => [level, comment])).toEqual([
    [2, 'Say their case first.'],
  ])
  expect((await readPositionMarks(room, 'jp', story.mei)).map(({ criterion }) => criterion)).toEqual(['role'])
  expect(await readPositionMarks(room, 'us', story.mei)).toEqual([])
  expect(await showMarks(story.instructor, story.room, false)).toBe(true)
  expect(await readOwnMarks(story.activityId, story.mei)).toEqual([])
  expect(await readPositionMarks(room, 'jp', story.mei)).toEqual([])
})

test('the rubric of an activity is read out of its own copy of the scenario, and the log of no room is empty', async () => {
  const rubric = await readRubric(story.activityId)
  expect(rubric.criteria.map(({ key }) => key)).toEqual(['role', 'evidence', 'answer', 'negotiation', 'reflection'])
  expect(Object.keys(rubric)).toEqual(['note', 'scale', 'criteria'])
  expect(await readRoomRows(randomUUID())).toEqual([])
  expect(await readRoomRows("1'; DROP TABLE mark; --")).toEqual([])
})
