/** A debate that is set up and not published: saved with its course, changed, opened again, and deleted. */
import { expect, test } from 'vitest'
import {
  deleteUnpublishedDebate,
  readUnpublishedDebates,
  saveUnpublishedDebate,
} from '#server/store/homework/unpublished-debates'
import { useFreshDatabase } from '../../support/machines/database'
import { givenCourse } from './given-homework'

useFreshDatabase()

const written = (title: string, id: string | null = null) => ({ id, title, addressOf: (at: string) => `?draft=${at}` })

test('a draft is kept once, however often it is kept, and knows where', async () => {
  const { courseId } = await givenCourse([])
  const first = await saveUnpublishedDebate(courseId, written('The week'))
  expect(await saveUnpublishedDebate(courseId, written('The week after', first))).toBe(first)
  expect(await readUnpublishedDebates(courseId)).toMatchObject([
    { id: first, title: 'The week after', address: `?draft=${first}` },
  ])
})

test('a draft of another course is neither written over nor let go', async () => {
  const { courseId } = await givenCourse([])
  const other = await givenCourse([])
  const theirs = await saveUnpublishedDebate(other.courseId, written('Theirs'))
  expect(await saveUnpublishedDebate(courseId, written('Ours', theirs))).not.toBe(theirs)
  expect(await deleteUnpublishedDebate(courseId, theirs)).toBeNull()
  expect(await readUnpublishedDebates(other.courseId)).toMatchObject([{ title: 'Theirs' }])
})

test('a draft that is let go leaves its address behind', async () => {
  const { courseId } = await givenCourse([])
  const id = await saveUnpublishedDebate(courseId, written('Not this one'))
  expect(await deleteUnpublishedDebate(courseId, id)).toBe(`?draft=${id}`)
  expect(await readUnpublishedDebates(courseId)).toEqual([])
  // Saved again from that address, it has its id again, so that every page that shows the address finds it.
  expect(await saveUnpublishedDebate(courseId, written('This one after all', id))).toBe(id)
})
