/** A debate that is begun and not published: it is kept with its course, written over, opened again, and let go. */
import { expect, test } from 'vitest'
import { dropDraft, keepDraft, readKeptDrafts } from '#server/store/homework/kept-drafts'
import { useFreshDatabase } from '../../support/database'
import { givenCourse } from './given-homework'

useFreshDatabase()

const written = (title: string, id: string | null = null) => ({ id, title, addressOf: (at: string) => `?draft=${at}` })

test('a draft is kept once, however often it is kept, and knows where', async () => {
  const { courseId } = await givenCourse([])
  const first = await keepDraft(courseId, written('The week'))
  expect(await keepDraft(courseId, written('The week after', first))).toBe(first)
  expect(await readKeptDrafts(courseId)).toMatchObject([
    { id: first, title: 'The week after', address: `?draft=${first}` },
  ])
})

test('a draft of another course is neither written over nor let go', async () => {
  const { courseId } = await givenCourse([])
  const other = await givenCourse([])
  const theirs = await keepDraft(other.courseId, written('Theirs'))
  expect(await keepDraft(courseId, written('Ours', theirs))).not.toBe(theirs)
  expect(await dropDraft(courseId, theirs)).toBeNull()
  expect(await readKeptDrafts(other.courseId)).toMatchObject([{ title: 'Theirs' }])
})

test('a draft that is let go leaves its address behind', async () => {
  const { courseId } = await givenCourse([])
  const id = await keepDraft(courseId, written('Not this one'))
  expect(await dropDraft(courseId, id)).toBe(`?draft=${id}`)
  expect(await readKeptDrafts(courseId)).toEqual([])
  // Opened again from there and kept once more, it is the same draft to every page that holds its address.
  expect(await keepDraft(courseId, written('This one after all', id))).toBe(id)
})
