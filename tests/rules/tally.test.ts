import { expect, test } from 'vitest'
import { Tally } from '#simulation/kernel/tally'

test('a tally adds up by name, and an older version stays what it was', () => {
  const first = Tally.empty<string>().plus('a', 1)
  const second = first.plus('b', 2).plus('a', 3)
  expect([...first]).toEqual([['a', 1]])
  expect([...second]).toEqual([
    ['a', 4],
    ['b', 2],
  ])
  expect([first.of('b'), second.of('b'), second.of('c')]).toEqual([0, 2, 0])
})

test('two lines that part from one version do not see what the other added', () => {
  const common = Tally.empty<string>().plus('a', 1)
  const left = common.plus('b', 10)
  const right = common.plus('c', 20)
  expect([...left.plus('c', 1)]).toEqual([
    ['a', 1],
    ['b', 10],
    ['c', 1],
  ])
  expect([...right]).toEqual([
    ['a', 1],
    ['c', 20],
  ])
  expect(right.of('b')).toBe(0)
})
