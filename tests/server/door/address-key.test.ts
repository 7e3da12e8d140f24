/** The key of an address: one for all its spellings, one for a whole network, another for the next network. */
import { isIPv6 } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressKey } from '#server/web/address-key'

const group = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constant(0))
const groups = fc.array(group, { minLength: 8, maxLength: 8 })
const octets = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 4, maxLength: 4 })

/** One of the ways to write an address: a run of zeros left out or not, zeros in front or not, capitals, an IPv4 tail, a zone. */
const spelling = fc.record({
  leftOut: fc.nat(),
  padded: fc.boolean(),
  capitals: fc.boolean(),
  dotted: fc.boolean(),
  zone: fc.constantFrom('', '%eth0', '%12'),
  bracketed: fc.boolean(),
})
type Spelling = typeof spelling extends fc.Arbitrary<infer S> ? S : never

function spelt(numbers: readonly number[], how: Spelling): string {
  const words = numbers.map((number) => number.toString(16).padStart(how.padded ? 4 : 1, '0'))
  const dotted = how.dotted ? tailOf(numbers) : null
  const shown = dotted === null ? words : [...words.slice(0, 6), dotted]
  const runs = runsOfZeros(numbers.slice(0, how.dotted ? 6 : 8))
  const run = runs.length === 0 ? undefined : runs[how.leftOut % (runs.length + 1)]
  const text =
    run === undefined ? shown.join(':') : `${shown.slice(0, run.from).join(':')}::${shown.slice(run.to).join(':')}`
  const cased = how.capitals ? text.toUpperCase() : text
  return how.bracketed ? `[${cased}]` : cased + how.zone
}

function tailOf(numbers: readonly number[]): string {
  const [high = 0, low = 0] = numbers.slice(6)
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/** Every stretch of zeros that `::` may stand for. */
function runsOfZeros(numbers: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (let from = 0; from < numbers.length; from += 1)
    for (let to = from + 1; to <= numbers.length && numbers[to - 1] === 0; to += 1) runs.push({ from, to })
  return runs
}

const isMapped = (numbers: readonly number[]) => numbers.slice(0, 5).every((n) => n === 0) && numbers[5] === 0xffff

test('any two spellings of one address have one key', () => {
  let leftOut = 0
  fc.assert(
    fc.property(groups, spelling, spelling, (numbers, one, other) => {
      const [first, second] = [spelt(numbers, one), spelt(numbers, other)]
      expect(isIPv6(first.replace(/^\[|\]$|%.*$/g, ''))).toBe(true)
      if (first.includes('::')) leftOut += 1
      expect(addressKey(first)).toBe(addressKey(second))
    }),
    { numRuns: 2_000 },
  )
  // A law about `::` that never met one would say nothing.
  expect(leftOut).toBeGreaterThan(200)
})

test('two addresses of one network have one key, and of two networks never', () => {
  fc.assert(
    fc.property(groups, groups, spelling, spelling, (one, other, how, otherwise) => {
      fc.pre(!isMapped(one) && !isMapped(other))
      const neighbour = [...one.slice(0, 4), ...other.slice(4)]
      if (!isMapped(neighbour)) expect(addressKey(spelt(neighbour, otherwise))).toBe(addressKey(spelt(one, how)))
      const apart = one.slice(0, 4).join() !== other.slice(0, 4).join()
      expect(addressKey(spelt(one, how)) !== addressKey(spelt(other, otherwise))).toBe(apart)
    }),
    { numRuns: 2_000 },
  )
})

test('an IPv4 address dressed as IPv6, in either spelling, is that address', () => {
  fc.assert(
    fc.property(octets, spelling, (numbers, how) => {
      const [a = 0, b = 0, c = 0, d = 0] = numbers
      const mapped = spelt([0, 0, 0, 0, 0, 0xffff, a * 256 + b, c * 256 + d], how)
      expect(addressKey(mapped)).toBe(numbers.join('.'))
      expect(addressKey(` ${numbers.join('.')} `)).toBe(numbers.join('.'))
    }),
  )
})

test('what is no address has a key of its own', () => {
  expect(new Set(['unknown', '', '1.2.3', 'fd00:::1', '2001:db8::1'].map(addressKey)).size).toBe(5)
})
