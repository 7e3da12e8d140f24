/** Grades in a homework debate of two rooms: who reaches the grading place, and what a student sees of their grade, and when. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { readParticipants, readParticipations } from '#server/store/activities/participants'
import { closeRoomReading } from '#server/store/log/room-reading'
import { readGradeHistory } from '#server/store/marks/grade-history'
import { giveMark } from '#server/store/marks/grading'
import {
  accessGradedStudent,
  changeGrading,
  giveGradeNote,
  readGradingPlace,
  releaseGrades,
  withdrawGrades,
} from '#server/store/marks/grading-place'
import { readMarkHistory, readOwnMarks, readOwnNote, readOwnRelease } from '#server/store/marks/marks'
import { countOpenRegrades } from '#server/store/marks/regrade-rows'
import { answerRegrade, askRegrade, readOwnRegrades } from '#server/store/marks/regrades'
import type { Person } from '#server/store/people/users'
import { useFreshDatabase } from '../support/machines/database'
import { givenHomework, names } from './homework/given-homework'
import { givenAccount, givenColleague } from './store/given-store'

useFreshDatabase()

type Placed = { id: string; roomId: string; userId: string }
let made: Awaited<ReturnType<typeof givenHomework>>
let here: Placed[]
let there: Placed[]
let grader: Person

beforeAll(async () => {
  made = await givenHomework(names(12), { roomCount: 2 })
  const people = (await readParticipants(made.activityId)).flatMap(({ id, roomId, userId }) =>
    roomId ? [{ id, roomId, userId }] : [],
  )
  here = people.filter(({ roomId }) => roomId === made.rooms[0])
  there = people.filter(({ roomId }) => roomId !== made.rooms[0])
  grader = await givenAccount('Imani Okafor')
  await givenColleague(made.courseId, grader, { part: 'grader', rooms: [made.rooms[0] ?? ''] })
})
afterAll(closeRoomReading)

const CRITERIA = ['role', 'evidence', 'answer', 'negotiation', 'reflection']
const level = ({ id, roomId }: Placed, criterion: string, given: number, more: object = {}) => ({
  ...{ subject: 'student', participantId: id, roomId, round: null, criterion, level: given },
  ...{ evidence: [], noEvidence: false, comment: null, ...more },
})
const grade = async (whom: Placed, given: number) => {
  for (const criterion of CRITERIA)
    expect(await giveMark(made.instructor, level(whom, criterion, given))).toMatchObject({ ok: true })
}
const asStudent = ({ userId }: Placed) => ({ id: userId, isAdmin: false })
const levelsOf = async ({ id }: Placed) => (await readOwnMarks(made.activityId, id)).map((mark) => mark.level)
const release = (scope: object, reason: string | null = null, by: Person = made.instructor) =>
  releaseGrades(by, { activityId: made.activityId, scope, reason })
const one = (of: readonly Placed[], at = 0): Placed => of[at] ?? { id: '', roomId: '', userId: '' }

test('staff reach everybody, a grader the students of their own room, a student and a stranger nobody', async () => {
  const { activityId } = made
  const ids = async (by: Person) => (await readGradingPlace(by, activityId))?.people.map(({ id }) => id).toSorted()
  expect(await ids(made.instructor)).toEqual([...here, ...there].map(({ id }) => id).toSorted())
  expect(await ids(grader)).toEqual(here.map(({ id }) => id).toSorted())
  expect(await accessGradedStudent(grader, activityId, one(there).id)).toBeNull()
  expect(await accessGradedStudent(grader, activityId, one(here).id)).toMatchObject({ participantId: one(here).id })
  const stranger = await givenAccount('Another Instructor')
  for (const somebody of [asStudent(one(here)), stranger]) {
    expect(await readGradingPlace(somebody, activityId)).toBeNull()
    expect(await accessGradedStudent(somebody, activityId, one(here).id)).toBeNull()
  }
  const note = { activityId, comment: 'Mine.', tookNoPart: false }
  expect(await giveGradeNote(grader, { ...note, participantId: one(there).id })).toBeNull()
  expect(await giveGradeNote(asStudent(one(here)), { ...note, participantId: one(here).id })).toBeNull()
  expect(await release({ kind: 'all' }, null, grader)).toEqual({ ok: false, fault: 'not-found' })
  expect(await changeGrading(grader, { activityId, grading: { evidence: 'off', noPart: 'none' } })).toBe('not-found')
  expect(await database().gradeNote.count()).toBe(0)
  expect(await database().gradeRelease.count()).toBe(0)
})

test('a level without an entry is saved where entries may be named, says nothing of one, and is refused where they must be', async () => {
  const whom = one(there, 5)
  expect(await giveMark(made.instructor, level(whom, 'role', 2))).toMatchObject({ ok: true })
  expect(await giveMark(made.instructor, level(whom, 'evidence', 0, { noEvidence: true }))).toMatchObject({ ok: true })
  expect((await readMarkHistory(whom.roomId)).map(({ noEvidence }) => noEvidence)).toEqual([false, true])
  const { activityId } = made
  const change = (grading: object) => changeGrading(made.instructor, { activityId, grading })
  const late = { percent: 10, floor: 50, days: 0 }
  const changes = [{ evidence: 'required' }, { noPart: 'none' }, { regradeDays: 3 }, { late }]
  expect(await Promise.all(changes.map(change))).toEqual([null, null, null, null])
  const graded = async () => (await readGradingPlace(made.instructor, activityId))?.grading
  expect(await graded(), 'each changes its own alone').toEqual({ ...Object.assign({}, ...changes), hideNames: false })
  expect(await change({ late: null, regradeDays: 0 })).toBeNull()
  expect(await graded()).toEqual({ evidence: 'required', noPart: 'none', regradeDays: 0, hideNames: false })
  expect(await giveMark(made.instructor, level(whom, 'answer', 2))).toEqual({ ok: false, fault: 'no-evidence' })
  expect(await giveMark(made.instructor, level(whom, 'answer', 2, { noEvidence: true }))).toMatchObject({ ok: true })
  expect(
    await changeGrading(made.instructor, { activityId, grading: { evidence: 'asked', noPart: 'none' } }),
  ).toBeNull()
})

test('J3 a student sees their grade once it is released to them, as it stood then, and nobody else does', async () => {
  const [mei, omar, ada] = [one(here, 0), one(here, 1), one(here, 2)]
  await grade(mei, 3)
  await grade(omar, 2)
  await giveMark(made.instructor, level(ada, 'role', 1))
  await giveGradeNote(made.instructor, {
    activityId: made.activityId,
    participantId: mei.id,
    comment: 'Well read.',
    tookNoPart: false,
  })
  for (const somebody of [mei, omar, ada]) expect(await levelsOf(somebody)).toEqual([])
  expect(await readOwnNote(made.activityId, mei.id)).toBeNull()

  const answer = await release({ kind: 'room', id: mei.roomId })
  expect(answer).toMatchObject({ ok: true, people: expect.arrayContaining([mei.id, omar.id]) })
  expect(answer.ok && answer.people).toHaveLength(2)
  expect(await levelsOf(mei)).toEqual([3, 3, 3, 3, 3])
  expect(await readOwnNote(made.activityId, mei.id)).toEqual({ comment: 'Well read.', tookNoPart: false })
  expect(await levelsOf(ada)).toEqual([])
  const releasedAt = async ({ userId }: Placed) => (await readParticipations(userId))[0]?.releasedAt
  expect(await releasedAt(mei)).not.toBeNull()
  expect(await releasedAt(ada)).toBeNull()

  // A change is a draft: it needs a release of its own, with a reason.
  await giveMark(made.instructor, level(mei, 'role', 4))
  await giveGradeNote(made.instructor, {
    activityId: made.activityId,
    participantId: mei.id,
    comment: 'Better.',
    tookNoPart: false,
  })
  expect(await levelsOf(mei)).toEqual([3, 3, 3, 3, 3])
  expect(await readOwnNote(made.activityId, mei.id)).toMatchObject({ comment: 'Well read.' })
  const person = { kind: 'person', id: mei.id }
  expect(await release(person)).toEqual({ ok: false, fault: 'no-reason' })
  const again = await release(person, 'I had missed an entry.')
  expect(again).toMatchObject({ ok: true, people: [mei.id] })
  expect((await levelsOf(mei)).toSorted()).toEqual([3, 3, 3, 3, 4])
  expect(await readOwnRelease(mei.id)).toMatchObject({ reason: 'I had missed an entry.' })
  expect(await release(person, 'Once more.')).toEqual({ ok: false, fault: 'nobody' })

  // J21 Whoever grades them reads who did what; a grader of another room, a student and a stranger do not.
  const history = (by: { id: string; isAdmin: boolean }, { id: participantId } = mei) =>
    readGradeHistory(by, { activityId: made.activityId, participantId }, String)
  const [who, role] = [made.instructor.name, 'role']
  expect((await history(grader))?.steps.slice(0, 3)).toMatchObject([
    { kind: 'released', who, reason: 'I had missed an entry.' },
    { kind: 'level', who, criterion: role, level: 4, before: 3 },
    { kind: 'released', who, reason: null },
  ])
  expect((await history(grader))?.criteria).toHaveProperty(role)
  for (const [by, whom] of [
    [grader, one(there)],
    [asStudent(mei), mei],
    [await givenAccount('A Stranger'), mei],
  ] as const)
    expect(await history(by, whom)).toBeNull()
  // Two could grade a debate once: whoever runs it still reads whose levels were chosen then.
  const choice = { id: 'of-before', participantId: mei.id, choice: 'mean', byUserId: made.instructor.id }
  await database().moderation.create({ data: choice })
  const newest = async (by: Person) => (await history(by))?.steps[0]?.kind
  expect([await newest(made.instructor), await newest(grader)]).toEqual(['chosen', 'released'])

  // Taken back, they see what they saw before.
  const act = again.ok ? again.act : ''
  expect(await withdrawGrades(grader, { activityId: made.activityId, act })).toBe(false)
  expect(await withdrawGrades(made.instructor, { activityId: made.activityId, act })).toBe(true)
  expect(await levelsOf(mei)).toEqual([3, 3, 3, 3, 3])
})

test('J2 who took no part is complete, without a grade where the activity says so, and is told so', async () => {
  const whom = one(there)
  const { activityId } = made
  await giveGradeNote(made.instructor, { activityId, participantId: whom.id, comment: null, tookNoPart: true })
  const place = await readGradingPlace(made.instructor, activityId)
  expect(place?.people.find(({ id }) => id === whom.id)?.grade).toMatchObject({
    complete: true,
    sum: null,
    state: 'draft',
  })
  expect(await release({ kind: 'complete' }, 'Read again.')).toMatchObject({
    ok: true,
    people: expect.arrayContaining([whom.id]),
  })
  expect(await readOwnNote(activityId, whom.id)).toEqual({ comment: null, tookNoPart: true })
})

test('J6 a student asks once for a regrade of a level that they read, and reads the answer with the level it gives', async () => {
  const { activityId } = made
  const [mei, ada] = [one(here, 0), one(here, 2)]
  const text = 'Entry 12 is my answer to their strongest case.'
  const ask = (whom: Placed, criterion = 'role', words = text) =>
    askRegrade(asStudent(whom), { activityId, criterion, text: words })
  const answer = (by: Person, whom: Placed, given: number, criterion = 'role') =>
    answerRegrade(by, { activityId, participantId: whom.id, criterion, level: given, text: 'I read it again.' })
  const read = async (whom: Placed) => (await readOwnRegrades(activityId, whom.id)).map(({ answer: got }) => got?.level)
  const allow = (regradeDays: number) =>
    changeGrading(made.instructor, { activityId, grading: { evidence: 'asked', noPart: 'none', regradeDays } })

  await release({ kind: 'person', id: mei.id }, 'The state of today.')
  expect(await ask(mei)).toBe('off')
  await allow(7)
  expect(await ask(mei, 'role', 'Please look again.')).toBe('short')
  expect(await ask(ada)).toBe('not-found')
  expect(await askRegrade(made.instructor, { activityId, criterion: 'role', text })).toBe('not-found')
  expect((await Promise.all([ask(mei), ask(mei)])).toSorted()).toEqual(['asked', null])
  expect(await ask(mei, 'answer')).toBeNull()
  expect(await countOpenRegrades(activityId)).toBe(2)
  const place = await readGradingPlace(grader, activityId)
  expect(place?.people.find(({ id }) => id === mei.id)?.regrades.map((asked) => asked.text)).toEqual([text, text])

  const given = (await readOwnMarks(activityId, mei.id)).find(({ criterion }) => criterion === 'role')?.level ?? 0
  expect(await answer(await givenAccount('A Third Instructor'), mei, given)).toBe('not-found')
  expect(await answer(grader, mei, 0)).toBe('other-level')
  expect(await answer(grader, mei, given)).toBeNull()
  expect(await answer(grader, mei, given)).toBe('answered')
  expect(await read(mei)).toEqual([given, undefined])
  await giveMark(grader, level(mei, 'answer', 1))
  expect(await answer(grader, mei, 1, 'answer')).toBeNull()
  expect(await read(mei)).toEqual([given, undefined])
  await release({ kind: 'person', id: mei.id }, 'I read it again.')
  expect(await read(mei)).toEqual([given, 1])
  // The new level was released before its answer: the answer is released too.
  expect(await ask(mei, 'evidence')).toBeNull()
  await giveMark(grader, level(mei, 'evidence', 0))
  await release({ kind: 'person', id: mei.id }, 'I read it again.')
  expect(await answer(grader, mei, 0, 'evidence')).toBeNull()
  expect(await read(mei)).toEqual([given, 1, undefined])
  expect(await release({ kind: 'person', id: mei.id }, 'With its answer.')).toMatchObject({ ok: true })
  expect(await read(mei)).toEqual([given, 1, 0])
  // The days are counted from the first release, whatever was released again.
  const first = await database().gradeRelease.findFirst({ where: { participantId: mei.id }, orderBy: { at: 'asc' } })
  const old = new Date(Date.now() - 8 * 24 * 3_600_000)
  await database().gradeRelease.update({ where: { id: first?.id ?? '' }, data: { at: old } })
  expect(await ask(mei, 'negotiation')).toBe('too-late')
  expect(await countOpenRegrades(activityId)).toBe(0)
  await allow(0)
})
