/** J12 A grader's kept comments are theirs in a course, and one that names somebody of the class list is kept when they say so again. */
import { afterAll, expect, test } from 'vitest'
import { closeRoomReading } from '#server/store/log/room-reading'
import { dropComment, keepComment, readKeptComments } from '#server/store/marks/kept-comments'
import { useFreshDatabase } from '../support/database'
import { givenHomework } from './homework/given-homework'
import { givenAccount, givenColleague } from './store/given-store'

useFreshDatabase()
afterAll(closeRoomReading)

test('J12 a comment is kept for its writer alone, once, and not with a name of the class list unless they say so again', async () => {
  const people = ['Mei Castellano', 'Omar Reid', '陈思远', 'Lena Fischer', 'Noor Aziz', 'Priya Raman']
  const { activityId, courseId, instructor, rooms } = await givenHomework(people)
  const grader = await givenAccount('Imani Okafor')
  const stranger = await givenAccount('Another Instructor')
  await givenColleague(courseId, grader, { part: 'grader', rooms: [rooms[0] ?? ''] })
  const keep = (text: string, named = false, by = instructor) => keepComment(by, { activityId, text, named })
  expect(await keep('Grant it.', false, stranger)).toEqual({ ok: false, fault: 'not-found' })
  expect(await keep(' ')).toEqual({ ok: false, fault: 'not-found' })

  const first = await keep(' Grant the strongest point. ')
  if (!first.ok) throw new Error('Nobody is named.')
  expect(first.kept.text).toBe('Grant the strongest point.')
  expect(await keep('Grant the strongest point.')).toEqual(first)
  for (const text of ['As Mei did.', 'as ＭＥＩ did', 'Castellano, well done', '陈思远同学'])
    expect(await keep(text)).toEqual({ ok: false, fault: 'named' })
  const named = await keep('As Mei did.', true)
  expect(named).toMatchObject({ ok: true })
  const texts = async (by = instructor) => (await readKeptComments(by.id, courseId)).map(({ text }) => text)
  expect(await texts()).toEqual(['As Mei did.', 'Grant the strongest point.'])

  expect(await keep('A reason is missing.', false, grader)).toMatchObject({ ok: true })
  expect(await texts(grader)).toEqual(['A reason is missing.'])
  expect(await dropComment(grader, first.kept.id)).toBe(false)
  expect(await dropComment(instructor, first.kept.id)).toBe(true)
  expect(await texts()).toEqual(['As Mei did.'])
  for (let more = 1; more < 200; more += 1) await keep(`Comment ${more}`)
  expect(await keep('One more.')).toEqual({ ok: false, fault: 'full' })
})
