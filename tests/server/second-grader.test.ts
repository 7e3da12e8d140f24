/** J8 A second grader gives levels that count nowhere by themselves, and reads nothing of what the first gave of the same students. */
import { afterAll, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { readParticipants } from '#server/store/activities/participants'
import { closeRoomReading } from '#server/store/log/room-reading'
import { readGradeHistory } from '#server/store/marks/grade-history'
import { giveMark } from '#server/store/marks/grading'
import { giveGradeNote, readGradingPlace } from '#server/store/marks/grading-place'
import { readMarks } from '#server/store/marks/marks'
import { chooseSecond, moderate, withOwnSecond } from '#server/store/marks/second-grading'
import type { Person } from '#server/store/people/users'
import { useFreshDatabase } from '../support/database'
import { givenHomework, names } from './homework/given-homework'
import { givenAccount, givenColleague } from './store/given-store'

useFreshDatabase()
afterAll(closeRoomReading)

const CRITERIA = ['role', 'evidence', 'answer', 'negotiation', 'reflection']

test('J8 the second grader reads a blank sheet of the sample, the first’s levels count, and the choice is of the levels before it', async () => {
  const { activityId, courseId, instructor, rooms } = await givenHomework(names(10))
  const roomId = rooms[0] ?? ''
  const people = await readParticipants(activityId)
  const [second, other, stranger] = [
    await givenAccount('Imani Okafor'),
    await givenAccount('Ilse Brandt'),
    await givenAccount('Another Instructor'),
  ]
  for (const grader of [second, other]) await givenColleague(courseId, grader, { part: 'grader', rooms: [roomId] })
  const give = async (by: Person, participantId: string, level: number) => {
    for (const criterion of CRITERIA) {
      const mark = { subject: 'student', participantId, roomId, round: null, criterion, level, evidence: [] }
      expect(await giveMark(by, { ...mark, noEvidence: false, comment: `canary of ${by.name}` })).toMatchObject({
        ok: true,
      })
    }
  }
  for (const { id } of people) await give(instructor, id, 2)
  const note = { activityId, comment: 'canary of the whole', tookNoPart: false }
  for (const { id } of people) await giveGradeNote(instructor, { ...note, participantId: id })

  const chosen = { activityId, graderId: second.id, percent: 20 }
  for (const by of [second, stranger]) expect(await chooseSecond(by, chosen)).toBe(false)
  expect(await chooseSecond(instructor, { ...chosen, graderId: stranger.id })).toBe(false)
  expect(await chooseSecond(instructor, chosen)).toBe(true)

  const placeOf = (by: Person) => readGradingPlace(by, activityId)
  const sample = (await placeOf(second))?.people.filter((person) => person.second) ?? []
  expect(sample).toHaveLength(2)
  const [mei, omar] = sample.map(({ id }) => id)
  const handed = async () => {
    const place = await placeOf(second)
    const theirs = place?.people.filter(({ id }) => id === mei || id === omar)
    const marks = [...(place?.marks ?? []), ...(await withOwnSecond(second, activityId, await readMarks(roomId)))]
    return JSON.stringify([
      theirs,
      marks.filter(({ participantId }) => participantId === mei || participantId === omar),
    ])
  }
  expect(await handed()).not.toContain('canary')
  // J23 Nor of one who was taken out and is kept in the grades.
  const takenOut = (removedAt: Date | null) =>
    database().participant.update({ where: { id: mei ?? '' }, data: { removedAt, keptInGrades: removedAt !== null } })
  await takenOut(new Date())
  expect(await handed()).not.toContain('canary')
  await takenOut(null)
  expect(sample.map(({ grade }) => grade.state)).toEqual(['none', 'none'])
  expect((await placeOf(other))?.people.filter((person) => person.second)).toEqual([])
  expect(await giveGradeNote(second, { ...note, participantId: mei ?? '' })).toBeNull()

  await give(second, mei ?? '', 3)
  expect(await handed()).not.toMatch(/canary of (?!Imani)/)
  expect((await readMarks(roomId)).filter(({ level }) => level !== 2)).toEqual([])
  const inRoom = async (by: Person, room = { roomId }) =>
    (await withOwnSecond(by, activityId, await readMarks(roomId), room)).flatMap(({ participantId, level }) =>
      participantId === mei ? level : [],
    )
  expect([await inRoom(second), await inRoom(second, { roomId: 'elsewhere' })]).toEqual([CRITERIA.map(() => 3), []])
  // J21 The history of the second holds what they gave alone, that of the first nothing of the second.
  const given = async (by: Person) => {
    const history = await readGradeHistory(by, { activityId, participantId: mei }, String)
    return [...new Set(history?.steps.map((step) => ('level' in step ? `${step.who} ${step.level}` : step.kind)))]
  }
  expect([await given(second), await given(other)]).toEqual([[`${second.name} 3`], [`${instructor.name} 2`]])
  const twice = async () => (await placeOf(instructor))?.second
  expect(await twice()).toMatchObject({
    ...{ graderId: second.id, percent: 20, sampled: 2 },
    twice: [{ id: mei, criteria: CRITERIA, choice: null, pairs: CRITERIA.map(() => [2, 3]) }],
  })
  expect((await placeOf(other))?.second).toBeNull()
  // Another who is chosen has given nothing yet.
  await chooseSecond(instructor, { ...chosen, graderId: other.id })
  expect((await twice())?.twice).toEqual([])
  await chooseSecond(instructor, chosen)

  for (const by of [second, stranger])
    expect(await moderate(by, { activityId, participantId: mei, choice: 'second' })).toBe(false)
  expect(await moderate(instructor, { activityId, participantId: mei, choice: 'second' })).toBe(true)
  await give(instructor, mei ?? '', 3)
  expect(await given(instructor)).toEqual([`${instructor.name} 3`, 'chosen', `${instructor.name} 2`])
  expect([await given(second), await given(other)]).toEqual([
    [`${second.name} 3`],
    [3, 2].map((n) => `${instructor.name} ${n}`),
  ])
  expect((await twice())?.twice).toEqual([
    { id: mei, criteria: CRITERIA, choice: 'second', pairs: CRITERIA.map(() => [2, 3]) },
  ])
  // Whoever has been begun stays, whatever the share is then.
  await chooseSecond(instructor, { ...chosen, percent: 1 })
  expect((await placeOf(second))?.people.filter((person) => person.second).map(({ id }) => id)).toContain(mei)
  // Whoever is a grader no more gives first levels.
  await database().courseStaff.updateMany({ where: { courseId, userId: second.id }, data: { role: 'assistant' } })
  await give(second, mei ?? '', 4)
  expect(await inRoom(second)).toEqual(CRITERIA.map(() => 4))
  expect(await inRoom(instructor)).toEqual(CRITERIA.map(() => 4))
})
