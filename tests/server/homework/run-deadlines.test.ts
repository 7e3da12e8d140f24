/** Whose calendar has the deadlines of a debate: that of whoever runs it, and of nobody else (rule H25). */
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { readDeletedDeadlines, readRunDeadlines } from '#server/store/homework/run-deadlines'
import { useFreshDatabase } from '../../support/machines/database'
import { givenAccount } from '../store/given-store'
import { givenHomework, names } from './given-homework'

useFreshDatabase()

test('the deadlines of a debate stand in the calendar of who runs it, not in that of its students, graders or strangers', async () => {
  const made = await givenHomework(names(12), { roomCount: 2 })
  const of = async (id: string) => (await readRunDeadlines({ id, isAdmin: false })).map(({ deadlines }) => deadlines)
  const [own, ...others] = await of(made.instructor.id)
  expect(others).toEqual([])
  expect(own!.length).toBeGreaterThan(3)
  expect(own!.every(({ room }) => room === null)).toBe(true)
  expect(own!.map(({ at }) => at)).toEqual(own!.map(({ at }) => at).toSorted((a, b) => a - b))
  const student = await database().participant.findFirstOrThrow({ where: { activityId: made.activityId } })
  const grader = await givenAccount('Greta')
  await database().courseStaff.create({ data: { courseId: made.courseId, userId: grader.id, role: 'grader' } })
  for (const id of [student.userId, grader.id, (await givenAccount('Stranger')).id]) expect(await of(id)).toEqual([])
  const deleted = async () => (await readRunDeadlines(made.instructor)).map(({ isDeleted }) => isDeleted)
  const lost = () => readDeletedDeadlines(student.userId, Date.now())
  expect([await deleted(), await lost()]).toEqual([[false], []])
  await database().course.update({ where: { id: made.courseId }, data: { deletedAt: new Date() } })
  expect(await deleted()).toEqual([true])
  expect(await of(grader.id)).toEqual([])
  expect(await lost()).toMatchObject([{ activityId: made.activityId, courseTitle: 'IR 347' }])
  expect((await lost())[0]?.deadlines.length).toBeGreaterThan(3)
})
