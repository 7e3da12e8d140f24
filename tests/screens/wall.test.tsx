// The wall before the server has answered: it counts the tables that there will be, and offers none of them to be ticked yet.
import { expect, test } from 'vitest'
import { Wall } from '../../app/activities/[activityId]/wall/wall'
import { markup, words } from './drawn-screens'

test('the box that ticks all tables counts them while they are fetched, and none is said to be left out', () => {
  const wall = (tables: number) => <Wall activityId={`fetching-${tables}`} tables={tables} timeZone="UTC" />
  expect(words(wall(6))).toContain('All 6 tables')
  expect(words(wall(2))).toContain('Both tables')
  expect(words(wall(1))).toContain('The one table')
  for (const tables of [1, 2, 6]) {
    expect(markup(wall(tables))).toMatch(
      /<input[^>]*disabled=""[^>]*type="checkbox"|<input[^>]*type="checkbox"[^>]*disabled=""/,
    )
    expect(words(wall(tables))).not.toContain('No table')
  }
})
