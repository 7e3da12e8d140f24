// What the wall says: before the server has answered it counts the tables that there will be, and offers none of them to be ticked yet; one table is not
// spoken of as several.
import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import wall from '../../app/_messages/en/wall.json'
import { Wall } from '../../app/activities/[activityId]/wall/wall'
import { markup, words } from './drawn-screens'

test('the box that ticks all tables counts them while they are fetched, and none is said to be left out', () => {
  const wall = (tables: number) => <Wall activityId={`fetching-${tables}`} tables={tables} timeZone="UTC" />
  expect(words(wall(6))).toContain('All 6 tables')
  expect(words(wall(2))).toContain('Both tables')
  expect(words(wall(1))).toContain('The one table')
  expect(markup(wall(1))).not.toContain('type="checkbox"')
  for (const tables of [2, 6]) {
    expect(markup(wall(tables))).toMatch(
      /<input[^>]*disabled=""[^>]*type="checkbox"|<input[^>]*type="checkbox"[^>]*disabled=""/,
    )
    expect(words(wall(tables))).not.toContain('No table')
  }
})

test('one table is spoken of as itself, and not as one of several', () => {
  const t = createTranslator({ locale: 'en', messages: { wall }, namespace: 'wall' })
  const said = (rooms: number) =>
    [
      t('finding', { rooms, count: 1, unstarted: 1, unplaced: 0 }),
      t('missing', { rooms, nobody: 1, unseated: 0 }),
      t('present', { rooms, here: 0, people: 0, unplaced: 0 }),
    ].join(' ')
  expect(said(1)).toBe(
    'The table wants you; it has not started. Nobody has come to it.  No student has come in, 1 table',
  )
  expect(said(2)).toBe(
    'One table wants you; one has not started. One table has nobody.  No student has come in, 2 tables',
  )
})
