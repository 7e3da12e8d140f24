// Typed axis values: how they are parsed and how they are printed.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisShare, toHalf } from '#simulation/kernel/axis'
import { poleName, readAxisValue, stepNames } from '../../../app/_ui/controls/axis-value'
import { clockText, signed, unsigned } from '../../../app/_ui/words/signed'

test.each([
  ['2.4', 2.4],
  ['+2,5', 2.5],
  ['−1', -1],
  ['-.5', -0.5],
  ['＋１．５', 1.5],
  [' 0 ', 0],
])('a position typed as %j is read as %d', (typed, value) => {
  expect(readAxisValue(typed)).toBe(value)
})

test.each(['', 'abc', '1e3', '--1', '1.2.3', '∞'])('%j is no position', (typed) => {
  expect(readAxisValue(typed)).toBeNull()
})

test('whatever is typed becomes a half between −3 and +3, the same distance from zero on both sides', () => {
  fc.assert(
    fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (typed) => {
      const half = toHalf(typed)
      expect(Number.isInteger(half * 2)).toBe(true)
      expect(Math.abs(half)).toBeLessThanOrEqual(3)
      expect(Math.abs(toHalf(-typed))).toBe(Math.abs(half))
      expect(Object.is(half, -0)).toBe(false)
    }),
  )
})

test('places on an axis carry a real minus, a plus and one decimal; zero carries nothing', () => {
  expect([2.5, -1, 0].map(signed)).toEqual(['+2.5', '−1.0', '0'])
  expect(unsigned(-1.5)).toBe('1.5')
})

test('a clock never shows less than nothing, and hours only when there are some', () => {
  expect([221.9, 42, -3, 3725].map(clockText)).toEqual(['3:41', '0:42', '0:00', '1:02:05'])
})

test('the ends of the axis are the ends of the line', () => {
  expect([-3, 0, 3, 9].map(axisShare)).toEqual([0, 0.5, 1, 1])
})

test('an end goes by its name without its explanation', () => {
  expect(poleName('Restraint: defence only, dialogue first')).toBe('Restraint')
  expect(poleName('Binding guarantees (senshu boei)')).toBe('Binding guarantees')
  expect(poleName('Full freedom of action')).toBe('Full freedom of action')
})

test('a whole step has its own name, a half the names of the two it lies between', () => {
  const axis = { minus: 'a', plus: 'b', labels: { '-1': 'slow', '0': 'keep', '+1': 'plan' } }
  expect(stepNames(axis, 1)).toEqual(['plan'])
  expect(stepNames(axis, -0.5)).toEqual(['slow', 'keep'])
  expect(stepNames(axis, 2)).toEqual([])
})
