/** The rubric of a debate: who changes it, whom a change reaches, and that pages, files and the course's next debates follow it (J9–J11). */
import { afterAll, expect, test } from 'vitest'
import { database } from '#server/base/database'
import type { Requester } from '#server/store/access/access'
import { readParticipants } from '#server/store/activities/participants'
import { readCourseRubric, readRubrics } from '#server/store/activities/rubrics'
import { keepGrading, readGrading } from '#server/store/activities/settings'
import { repeatCourse } from '#server/store/courses/copy-activity'
import { readPublishedDebate, repeatDebate } from '#server/store/homework/repeating-debate'
import { closeRoomReading } from '#server/store/log/room-reading'
import { readGradebook } from '#server/store/marks/gradebook'
import { giveMark } from '#server/store/marks/grading'
import { changeGrading, readGradingPlace, releaseGrades } from '#server/store/marks/grading-place'
import { readOwnMarks } from '#server/store/marks/marks'
import { answerRegrade, askRegrade } from '#server/store/marks/regrades'
import { changeRubric, readRubricPage } from '#server/store/marks/rubric-changes'
import { newestRubric, type Rubric, rubricOf, versionOf } from '#simulation/reading/log/rubric'
import { levelOf } from '#simulation/reading/marks/grades'
import { gradesForCanvas, gradesForPeople } from '../../app/activities/[activityId]/gradebook/grade-files'
import { gradesOf } from '../../app/activities/[activityId]/gradebook/grades'
import { CHINA_GAP_RUBRIC, rubricWith } from '../support/files/rubrics'
import { useFreshDatabase } from '../support/machines/database'
import { givenHomework, names } from './homework/given-homework'
import { givenAccount, givenColleague } from './store/given-store'

useFreshDatabase()
afterAll(closeRoomReading)

const CRITERIA = ['role', 'evidence', 'answer', 'negotiation', 'reflection']
/** The same five, of which the first weighs sixty percent. */
const heavier = (points = 20): Rubric => ({
  ...CHINA_GAP_RUBRIC,
  points,
  criteria: CHINA_GAP_RUBRIC.criteria.map((one, at) => ({ ...one, weight: at === 0 ? 60 : 10 })),
})

async function givenDebate() {
  const made = await givenHomework(names(10), { roomCount: 2 })
  const { activityId, instructor, rooms } = made
  const people = (await readParticipants(activityId)).map(({ id, userId }) => ({ id, userId }))
  const [mei, omar, lena] = people
  if (!mei || !omar || !lena) throw new Error('Ten came.')
  const give = async (participantId: string, criterion: string, level: number, more: object = {}) =>
    giveMark(instructor, {
      ...{ subject: 'student', participantId, roomId: rooms[0], round: null, criterion, level },
      ...{ evidence: [], noEvidence: false, comment: null },
      ...{ version: versionOf(await readRubrics(activityId), participantId), ...more },
    })
  const change = async (rubric: Rubric, reach: 'all' | 'new' | null, more: object = {}, by: Requester = instructor) => {
    const { versions } = await readRubrics(activityId)
    const asked = { activityId, rubric, evidence: 'asked', versions: versions.length, reach, course: 'same', ...more }
    return changeRubric(by, asked, String)
  }
  const gradeOf = async (id: string) =>
    (await readGradingPlace(instructor, activityId))?.people.find((one) => one.id === id)?.grade
  return { ...made, mei, omar, lena, give, change, gradeOf }
}

test('J9 whoever releases the marks writes the rubric, and nobody writes over one that they have not read', async () => {
  const { activityId, courseId, instructor, rooms, mei, give, change } = await givenDebate()
  const grader = await givenAccount('Imani Okafor')
  await givenColleague(courseId, grader, { part: 'grader', rooms: [rooms[0] ?? ''] })
  const student = { id: mei.userId, isAdmin: false }
  for (const by of [grader, student, await givenAccount('Another Instructor')]) {
    expect(await change(heavier(), null, {}, by)).toEqual({ ok: false, fault: 'not-found' })
    expect(await readRubricPage(by, activityId, String)).toBeNull()
  }
  expect(newestRubric(await readRubrics(activityId))).toEqual(CHINA_GAP_RUBRIC)
  const faulty = { ...heavier(), criteria: heavier().criteria.slice(1) }
  expect(await change(faulty, null)).toEqual({ ok: false, fault: 'not-found' })

  expect(await change(heavier(), null, { evidence: 'off' })).toEqual({ ok: true })
  expect((await readGrading({ id: activityId, kind: 'homework' })).evidence).toBe('off')
  expect(newestRubric(await readRubrics(activityId))).toEqual(heavier())
  // What is the same is no version, and two who began from one rubric do not both save.
  expect(await change(heavier(), null, { evidence: null })).toEqual({ ok: true })
  expect(await database().rubricVersion.count({ where: { activityId } })).toBe(1)
  expect(await change(heavier(50), null, { versions: 1 })).toEqual({ ok: false, fault: 'changed' })
  // Pressed again, because the answer was lost, it is saved; and how entries are named stays where it was not changed.
  expect(await change(heavier(), null, { versions: 1, evidence: null })).toEqual({ ok: true })
  expect((await readGrading({ id: activityId, kind: 'homework' })).evidence).toBe('off')
  const page = await readRubricPage(instructor, activityId, String)
  expect(page?.releasedToAll).toBe(false)
  const [first] = page?.history ?? []
  expect(first).toMatchObject({ by: instructor.name, forAll: true, changed: [] })
  expect(await give(mei.id, 'role', 5)).toEqual({ ok: false, fault: 'no-such-level' })
})

test('J9 levels up to the seventh are kept, and the criteria of the scenario can go', async () => {
  const { activityId, instructor, mei, give, change, gradeOf } = await givenDebate()
  const scale = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
  expect(await change(rubricWith(['depth'], { scale, points: 12.5 }), null)).toEqual({ ok: true })
  expect(await give(mei.id, 'role', 3)).toEqual({ ok: false, fault: 'no-such-criterion' })
  expect(await give(mei.id, 'depth', 7)).toEqual({ ok: false, fault: 'not-found' })
  expect(await give(mei.id, 'depth', 6)).toMatchObject({ ok: true })
  expect(await gradeOf(mei.id)).toMatchObject({ levels: [6], sum: 12.5, state: 'draft' })
  expect(await give(mei.id, 'depth', 5)).toMatchObject({ ok: true })
  expect(await gradeOf(mei.id)).toMatchObject({ levels: [5], sum: 10.42 })

  // A regrade of a criterion that is taken out can be answered, and nobody asks for one anew.
  await changeGrading(instructor, { activityId, grading: { regradeDays: 7 } })
  await releaseGrades(instructor, { activityId, scope: { kind: 'person', id: mei.id }, reason: null })
  const asked = { activityId, criterion: 'depth', text: 'Entry 12 is my answer to their strongest case.' }
  expect(await askRegrade({ id: mei.userId, isAdmin: false }, asked)).toBeNull()
  expect(await change(rubricWith(['breadth'], { scale, points: 12.5 }), 'all')).toEqual({ ok: true })
  expect(await askRegrade({ id: mei.userId, isAdmin: false }, asked)).toBe('no-level')
  const answer = { activityId, participantId: mei.id, criterion: 'depth', level: 5, text: 'I read it again.' }
  expect(await answerRegrade(instructor, answer)).toBeNull()
})

test('J11 once levels were given a change asks whom it reaches, and names the sums that it changes', async () => {
  const { activityId, courseId, instructor, rooms, mei, omar, lena, give, change, gradeOf } = await givenDebate()
  for (const criterion of CRITERIA) {
    await give(mei.id, criterion, criterion === 'role' ? 4 : 1)
    await give(omar.id, criterion, 2)
  }
  await releaseGrades(instructor, { activityId, scope: { kind: 'person', id: mei.id }, reason: null })
  const isMei = expect.objectContaining({ id: mei.id, before: 8, after: 14 })
  expect(await change(heavier(), null)).toEqual({
    ...{ ok: false, fault: 'reach', bars: { all: null, new: null } },
    changed: [isMei],
  })
  expect(await change(heavier(), 'all')).toEqual({ ok: true })
  expect(await gradeOf(mei.id)).toMatchObject({ sum: 14, state: 'draft', again: true })
  expect(await gradeOf(omar.id)).toMatchObject({ sum: 10, state: 'draft', again: false })
  const [last] = (await readRubricPage(instructor, activityId, String))?.history ?? []
  expect(last).toMatchObject({ forAll: true, changed: [isMei] })
  // What she read she goes on reading: her levels, and the rubric of that time.
  const released = (await database().gradeRelease.findFirstOrThrow({ where: { participantId: mei.id } })).at.getTime()
  expect(rubricOf(await readRubrics(activityId), mei.id, released)).toEqual(CHINA_GAP_RUBRIC)
  expect(await readOwnMarks(activityId, mei.id)).toHaveLength(5)
  await releaseGrades(instructor, { activityId, scope: { kind: 'person', id: mei.id }, reason: 'The weights changed.' })
  expect(await gradeOf(mei.id)).toMatchObject({ sum: 14, state: 'released' })

  const shorter = rubricWith(['role', 'depth'], { scale: ['No', 'Half', 'Whole'], points: 20 })
  expect(await change(shorter, 'all')).toEqual({ ok: false, fault: 'levels' })
  expect(await change({ ...heavier(), points: 40 }, 'new')).toEqual({ ok: false, fault: 'points' })
  expect(await change(shorter, 'new')).toEqual({ ok: true })
  const position = {
    ...{ subject: 'position', roomId: rooms[0], delegation: 'jp', round: 'deterrence', criterion: 'role', level: 2 },
    ...{ evidence: [], noEvidence: false, comment: null },
  }
  // A page that was loaded before the change gives nobody a level of the rubric that counts now, nor of the one before.
  expect(await give(lena.id, 'role', 4, { version: 1 })).toEqual({ ok: false, fault: 'rubric-changed' })
  expect(await give(omar.id, 'role', 2, { version: 2 })).toEqual({ ok: false, fault: 'rubric-changed' })
  expect(await giveMark(instructor, { ...position, version: 1 })).toEqual({ ok: false, fault: 'rubric-changed' })
  for (const [criterion, level] of [
    ['role', 2],
    ['depth', 1],
  ] as const)
    await give(lena.id, criterion, level)
  expect(await give(lena.id, 'evidence', 1)).toEqual({ ok: false, fault: 'no-such-criterion' })
  expect(await give(omar.id, 'evidence', 4)).toMatchObject({ ok: true })
  expect(await gradeOf(lena.id)).toMatchObject({ levels: [2, 1], sum: 15 })
  expect(await gradeOf(omar.id)).toMatchObject({ levels: [2, 4, 2, 2, 2], sum: 11 })

  // A grader of one room is sent nothing of other people, be it when they were given a level.
  const grader = await givenAccount('Imani Okafor')
  await givenColleague(courseId, grader, { part: 'grader', rooms: [rooms[1] ?? ''] })
  const sent = await readGradingPlace(grader, activityId)
  const here = sent?.people.map(({ id }) => id) ?? []
  expect(here.length).toBeGreaterThan(0)
  expect(Object.keys(sent?.rubrics.begun ?? {}).filter((key) => !here.includes(key))).toEqual([])

  // The gradebook and its files have each student's own sum, out of the same points.
  const { people, marks, rubrics, grading } = await readGradebook({
    id: activityId,
    courseId: '',
    kind: 'homework',
  })
  const grades = gradesOf(people, marks, rubrics, grading)
  const of = (id: string) => grades.find((grade) => grade.id === id)
  expect([mei, omar, lena].map(({ id }) => of(id)?.total)).toEqual([14, 11, 15])
  expect([of(lena.id), of(omar.id)].map((grade) => grade && levelOf(grade, 'depth'))).toEqual([1, null])
  const newest = newestRubric(rubrics)
  const canvas = gradesForCanvas(grades, newest.points, 'The week', '')
  expect(canvas).toContain('Points Possible,,,,,20')
  expect(canvas).toMatch(/,15\r?\n/)
  const [head = ''] = gradesForPeople(grades, newest, (key) => key).split('\r\n')
  expect(['role', 'depth', 'Use of the text and of evidence'].filter((name) => !head.includes(name))).toEqual([])
})

test('J9 a course keeps a rubric for its next debates, and gives it up again', async () => {
  const { activityId, courseId, instructor, change } = await givenDebate()
  expect(await change(heavier(), null, { evidence: 'required', course: 'this' })).toEqual({ ok: true })
  const { settings, ...of } = await database().activity.findUniqueOrThrow({ where: { id: activityId } })
  expect(settings).toMatchObject({ grading: { evidence: 'required' } })
  const next = await givenHomework(names(6), { courseId })
  expect(newestRubric(await readRubrics(next.activityId))).toEqual(heavier())
  expect((await readGrading({ id: next.activityId, kind: of.kind })).evidence).toBe('required')
  const by = instructor.id
  const other = await repeatCourse(courseId, { title: 'Next year', by, nameRoom: String })
  expect(await readCourseRubric(database(), other)).toMatchObject({ rubric: heavier(), evidence: 'required' })
  expect(await change(heavier(), null, { evidence: 'off', course: 'scenario' })).toEqual({ ok: true })
  // One that is made again has the rubric of the one before, whatever the course keeps.
  const madeAgain = async (id: string) => {
    const debate = await readPublishedDebate(id)
    const as = { courseId, timeZone: 'Asia/Tokyo', title: 'Again', by, weeks: 1, nameRoom: String }
    const again = debate && (await repeatDebate(debate, as))
    if (!again || again === 'no-roster') throw new Error('It is not made again.')
    return again.activityId
  }
  const again = await madeAgain(activityId)
  expect(newestRubric(await readRubrics(again))).toEqual(heavier())
  expect((await readGrading({ id: again, kind: of.kind })).evidence).toBe('off')
  const later = await givenHomework(names(6), { courseId })
  expect(newestRubric(await readRubrics(later.activityId))).toEqual(CHINA_GAP_RUBRIC)
  expect(await change(heavier(), null, { course: 'this' })).toEqual({ ok: true })
  const chosen = { evidence: 'required', noPart: 'none', regradeDays: 3, hideNames: true } as const
  await keepGrading({ id: later.activityId, kind: of.kind }, chosen)
  const laterAgain = await madeAgain(later.activityId)
  expect(newestRubric(await readRubrics(laterAgain))).toEqual(CHINA_GAP_RUBRIC)
  expect(await readGrading({ id: laterAgain, kind: of.kind })).toMatchObject(chosen)
})
