/** Who reads a comparison of tables, and what stands beside it: forks, a class, one table alone. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tablesOf } from '../../support/stories/played-tables'
import { roomWith, roundsWith } from '../../support/stories/revealed-rounds'
import { markupOf, pageOf } from './compared-screen'

test('D33 of the moment that is played on it is spoken only where the room of before stands beside', () => {
  const forks = tablesOf([roomWith([], 0), roomWith([], 0)])
  const [fork, other] = forks
  if (!fork || !other) throw new Error('There are two tables.')
  expect(pageOf(forks)).not.toContain('Up to that moment both are one')
  expect(pageOf([{ ...other, number: 0 }, fork])).toContain('Up to that moment both are one')
})

test('D38 whoever takes part in it is led to the record of their own table alone', () => {
  const told = fc.sample(roundsWith(false), { seed: 20260112, numRuns: 3 })
  const tables = tablesOf(told.map((each) => roomWith(each)))
  expect(markupOf(tables)).toMatch(/href="\/rooms\/room-0\/transcript#e/)
  const ways = (own: string | null) => [...new Set(markupOf(tables, {}, own).match(/\/rooms\/[\w-]+/g))].sort()
  expect(ways(null)).toEqual(['/rooms/room-0', '/rooms/room-1', '/rooms/room-2'])
  expect(ways('room-1')).toEqual(['/rooms/room-1'])
  expect(pageOf(tables, {}, 'room-1')).toContain('the records of all tables are open')
})

test('one table is told that there is nothing to compare', () => {
  expect(pageOf(tablesOf([roomWith([])]))).toContain('There is one table, so there is nothing to compare')
})
