/** How parts change and end: nobody demotes the owner, a course is never left to nobody, and what ended ends at once. */
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { accessCourse, accessRoom } from '#server/store/access/access'
import { ASSIGNABLE_PARTS } from '#server/store/access/parts'
import { changePart, handOver, leaveCourse, readColleagues, removeColleague } from '#server/store/courses/colleagues'
import { createCourse, readCourses } from '#server/store/courses/courses'
import type { Person } from '#server/store/people/users'
import { useFreshDatabase } from '../../../support/machines/database'
import { assistant, givenAccount, givenActivity, givenColleague, listen } from '../given-store'

useFreshDatabase()

const instructor = { part: 'instructor', rooms: [] } as const
let people: Record<'owner' | 'instructor' | 'assistant' | 'grader' | 'admin', Person>
let courseId: string
let rooms: string[]

beforeEach(async () => {
  const owner = await givenAccount('Olga')
  courseId = await createCourse({ title: 'IR 347', timeZone: 'Asia/Tokyo', by: owner.id })
  rooms = (await givenActivity({ instructor: owner, courseId, settings: { roomCount: 2 } })).roomIds
  people = {
    owner,
    instructor: await givenColleague(courseId, await givenAccount('Ines'), instructor),
    assistant: await givenColleague(courseId, await givenAccount('Asa'), assistant),
    grader: await givenColleague(courseId, await givenAccount('Gil'), { part: 'grader', rooms: rooms.slice(0, 1) }),
    admin: await givenAccount('Ada', { isAdmin: true }),
  }
})

const parts = async () =>
  Object.fromEntries((await readColleagues(courseId)).map(({ name, part }) => [name, part] as const))

describe('the owner', () => {
  test('is demoted and taken off by nobody, and neither steps down nor leaves before handing over', async () => {
    for (const by of Object.values(people)) {
      expect(await changePart(by, courseId, people.owner.id, assistant)).not.toBe('done')
      expect(await removeColleague(by, courseId, people.owner.id)).not.toBe('done')
    }
    expect(await changePart(people.owner, courseId, people.owner.id, assistant)).toBe('hand-over-first')
    expect(await leaveCourse(people.owner.id, courseId)).toBe('hand-over-first')
    expect(await parts()).toMatchObject({ Olga: 'owner' })
  })

  test('hands over to an instructor, stays one, and may leave then', async () => {
    expect(await handOver(people.owner, courseId, people.assistant.id)).toBe('not-yours')
    expect(await handOver(people.instructor, courseId, people.instructor.id)).toBe('not-found')
    expect(await handOver(people.owner, courseId, people.instructor.id)).toBe('done')
    expect(await parts()).toMatchObject({ Olga: 'instructor', Ines: 'owner' })
    expect(await leaveCourse(people.owner.id, courseId)).toBe('done')
    expect(await readCourses(people.owner.id)).toEqual([])
  })

  test('is changed by an administrator who hands the course over', async () => {
    expect(await handOver(people.admin, courseId, people.instructor.id)).toBe('done')
    expect(await removeColleague(people.admin, courseId, people.owner.id)).toBe('done')
    expect(await parts()).toEqual({ Ines: 'owner', Asa: 'assistant', Gil: 'grader' })
  })
})

test('an instructor changes and takes off assistants and graders, not other instructors, and steps down alone', async () => {
  const other = await givenColleague(courseId, await givenAccount('Ivo'), instructor)
  expect(await changePart(people.instructor, courseId, other.id, assistant)).toBe('not-yours')
  expect(await removeColleague(people.instructor, courseId, other.id)).toBe('not-yours')
  expect(await changePart(people.instructor, courseId, people.grader.id, assistant)).toBe('done')
  expect(await removeColleague(people.instructor, courseId, people.assistant.id)).toBe('done')
  expect(await changePart(people.instructor, courseId, people.instructor.id, assistant)).toBe('done')
  expect(await parts()).toEqual({ Olga: 'owner', Ivo: 'instructor', Gil: 'assistant', Ines: 'assistant' })
  expect(await changePart(people.instructor, courseId, people.instructor.id, instructor)).toBe('not-found')
})

test('a part that changed or ended reaches what it reaches now, and is told at once', async () => {
  const [first = '', second = ''] = rooms
  const { heard, stop } = await listen('part_changed')
  expect(await accessRoom(people.assistant, second)).not.toBeNull()
  await changePart(people.owner, courseId, people.assistant.id, { part: 'grader', rooms: [first] })
  expect((await accessRoom(people.assistant, first))?.as).toEqual({ kind: 'staff', part: 'grader' })
  expect(await accessRoom(people.assistant, second)).toBeNull()
  await changePart(people.owner, courseId, people.grader.id, assistant)
  expect((await accessRoom(people.grader, second))?.as).toEqual({ kind: 'staff', part: 'assistant' })
  await leaveCourse(people.grader.id, courseId)
  expect(await accessRoom(people.grader, first)).toBeNull()
  expect(await accessCourse(people.grader, courseId, 'see-course')).toBeNull()
  await expect.poll(() => heard).toEqual([people.assistant.id, people.grader.id, people.grader.id])
  await stop()
})

test('over any story of changes the course has one owner, who is one of its instructors', async () => {
  let done = 0
  const who = fc.constantFrom(...(['owner', 'instructor', 'assistant', 'grader', 'admin'] as const))
  const deed = fc.record({
    does: fc.constantFrom(...(['change', 'remove', 'leave', 'handOver'] as const)),
    by: who,
    whom: who,
    part: fc.constantFrom(...ASSIGNABLE_PARTS),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 12 }), async (story) => {
      const courseId = await createCourse({ title: 'IR 347', timeZone: 'Asia/Tokyo', by: people.owner.id })
      const { roomIds } = await givenActivity({ instructor: people.owner, courseId })
      await givenColleague(courseId, people.instructor, instructor)
      await givenColleague(courseId, people.assistant, assistant)
      await givenColleague(courseId, people.grader, { part: 'grader', rooms: roomIds })
      for (const { does, by, whom, part } of story) {
        const [acting, target] = [people[by], people[whom].id]
        const answer = await {
          change: () => changePart(acting, courseId, target, { part, rooms: roomIds }),
          remove: () => removeColleague(acting, courseId, target),
          leave: () => leaveCourse(acting.id, courseId),
          handOver: () => handOver(acting, courseId, target),
        }[does]()
        if (answer === 'done') done += 1
        const { ownerId } = await database().course.findUniqueOrThrow({ where: { id: courseId } })
        const where = { courseId, userId: ownerId ?? '', role: 'instructor' } as const
        expect(await database().courseStaff.count({ where })).toBe(1)
      }
    }),
    { numRuns: 12 },
  )
  expect(done).toBeGreaterThan(6)
})

test('the last instructor of a course without an owner is neither demoted nor taken off, by nobody', async () => {
  await database().course.update({ where: { id: courseId }, data: { ownerId: null } })
  expect(await changePart(people.owner, courseId, people.owner.id, assistant)).toBe('done')
  for (const by of [people.instructor, people.admin]) {
    expect(await changePart(by, courseId, people.instructor.id, assistant)).toBe('hand-over-first')
    expect(await changePart(by, courseId, people.instructor.id, { part: 'grader', rooms })).toBe('hand-over-first')
    expect(await removeColleague(by, courseId, people.instructor.id)).not.toBe('done')
  }
  expect(await changePart(people.instructor, courseId, people.instructor.id, instructor)).toBe('done')
  expect(await parts()).toMatchObject({ Ines: 'instructor', Olga: 'assistant' })
})

test('two who leave at the same moment do not leave the course to nobody', async () => {
  // As an earlier version kept it: a course without an owner, and two instructors.
  await database().course.update({ where: { id: courseId }, data: { ownerId: null } })
  const answers = await Promise.all([people.owner, people.instructor].map(({ id }) => leaveCourse(id, courseId)))
  expect(answers.toSorted()).toEqual(['done', 'hand-over-first'])
})
