// Which entry is nearest to a number that an address names.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestNumber } from '#simulation/reading/record/sections'

test('the nearest is a public entry of the page that no other is nearer than, and the earlier of two', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), fc.integer({ min: 1, max: 90 }), (numbers, target) => {
      const here = numbers.toSorted((a, b) => a - b)
      const found = nearestNumber(['us3', ...here.map(String)], String(target))
      const least = Math.min(...here.map((no) => Math.abs(no - target)))
      expect(found).toBe(here.length === 0 ? null : String(here.find((no) => Math.abs(no - target) === least)))
      expect(nearestNumber(here.map(String), 'us3')).toBeNull()
    }),
  )
})
