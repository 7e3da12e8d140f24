// L37: the navigation of an activity has the same four sections for every reader, and says of each page that is not there yet what it waits for.
import { expect, test } from 'vitest'
import type { ActivityFrame } from '#simulation/reading/activity-frame'
import { pagesOf } from '../../../app/_device/activity-pages'

const FRAME: ActivityFrame = {
  ...{ id: 'a', kind: 'seminar', title: 'The gap', isBrought: false, reader: 'runs', stands: 'ended' },
  course: { id: 'c', title: 'IR 347', timeZone: 'UTC' },
  tables: [{ id: 'one', name: 'Table 1' }],
  ...{ isUnsealed: true, compares: false, people: 3, released: 3, asksLearning: false, hasReviews: false },
}

/** Every page in its section; those in brackets wait. */
const told = (more: Partial<ActivityFrame>) =>
  pagesOf({ ...FRAME, ...more }).map(({ section, links, wait }) =>
    [
      `${section}${wait ? ` (${wait})` : ''}:`,
      ...links.map(({ page, wait: own }) => (own ? `(${page} ${own})` : page)),
    ].join(' '),
  )

test('L37 whoever runs a seminar has all pages after it, and before it those that are not there yet in their places', () => {
  expect(told({})).toEqual([
    'prepare: seating scenario student sheets links rubric',
    'run: lobby desk (wall tables) stage',
    'look-back: transcript replay debrief (compare tables)',
    'marks: grading gradebook levels (learning unasked)',
  ])
  expect(told({ stands: 'ahead', released: 0 })).toEqual([
    'prepare: seating scenario student sheets links rubric',
    'run: lobby desk (wall tables) stage',
    'look-back (start): (transcript start) (replay start) (debrief start) (compare tables)',
    'marks: (grading start) gradebook (levels start) (learning unasked)',
  ])
})

test('L37 a student, a grader and a brought record have the same sections, each with what is theirs', () => {
  expect(told({ reader: 'takes-part', stands: 'running', isUnsealed: false, released: 0 })).toEqual([
    'prepare: student',
    'run: room',
    'look-back: transcript replay (debrief opening)',
    'marks (release): (own-marks release)',
  ])
  expect(told({ reader: 'marks' })).toEqual([
    'prepare (staff):',
    'run (staff):',
    'look-back: transcript replay debrief',
    'marks: grading levels',
  ])
  expect(told({ isBrought: true, stands: 'ahead' })).toEqual([
    'prepare (never):',
    'run (never):',
    'look-back: transcript replay debrief (compare tables)',
    'marks (never):',
  ])
})
