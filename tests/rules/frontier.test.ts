// What two sides could have had (rule D11): the undominated outcomes against all outcomes, one by one.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cornersOf,
  frontierOf,
  moreForBoth,
  type Stake,
  type Worths,
  worthOf,
} from '#simulation/reading/positions/frontier'

const half = fc.integer({ min: -6, max: 6 }).map((halves) => halves / 2)
const chips = fc.nat({ max: 10 })
const stake: fc.Arbitrary<Stake> = fc.record({
  chips: fc.tuple(chips, chips),
  sharedBy: fc.constantFrom(1, 1, 2, 3),
  positions: fc.tuple(half, half),
})
const stakes = (most: number) => fc.array(stake, { minLength: 1, maxLength: most })

/** Every outcome: each clause at one of thirteen values, or not agreed. */
function outcomes(all: readonly Stake[]): Worths[] {
  const worth = ({ chips: laid, sharedBy, positions }: Stake, side: 0 | 1, value: number) =>
    (laid[side] / sharedBy) * (1 - Math.abs(value - positions[side]) / 6)
  let sums: Worths[] = [[0, 0]]
  for (const each of all) {
    const options: Worths[] = [[0, 0]]
    for (let value = -3; value <= 3; value += 0.5) options.push([worth(each, 0, value), worth(each, 1, value)])
    sums = sums.flatMap(([a, b]) => options.map(([c, d]): Worths => [a + c, b + d]))
  }
  return sums
}
const NONE = 1e-9

describe('the frontier', () => {
  test('D11 no outcome is worth more to one side without being worth less to the other, and each of them can be had', () => {
    const seen = { points: 0, outcomes: 0 }
    fc.assert(
      fc.property(stakes(4), (all) => {
        const every = outcomes(all)
        const frontier = frontierOf(all)
        for (const [a, b] of frontier) {
          expect(every.some(([c, d]) => Math.abs(a - c) < NONE && Math.abs(b - d) < NONE)).toBe(true)
          expect(every.some(([c, d]) => c >= a - NONE && d >= b - NONE && c + d > a + b + NONE)).toBe(false)
        }
        const covered = ([c, d]: Worths) => frontier.some(([a, b]) => a >= c - NONE && b >= d - NONE)
        expect(every.every(covered)).toBe(true)
        seen.points += frontier.length
        seen.outcomes += every.length
      }),
      { numRuns: 25 },
    )
    expect(seen.points).toBeGreaterThan(100)
    expect(seen.outcomes).toBeGreaterThan(50_000)
  })

  test('D11 the line is drawn through corners of which none lies inside it, and nothing lies outside', () => {
    fc.assert(
      fc.property(stakes(5), (all) => {
        const frontier = frontierOf(all)
        const corners = cornersOf(frontier)
        expect(frontier).toEqual(expect.arrayContaining([...corners]))
        expect([corners[0], corners.at(-1)]).toEqual([frontier[0], frontier.at(-1)])
        for (const [at, [a, b]] of corners.entries()) {
          const next = corners[at + 1]
          if (!next) continue
          for (const [c, d] of frontier) expect((next[0] - a) * (d - b) - (next[1] - b) * (c - a)).toBeLessThan(1e-6)
        }
      }),
    )
  })

  test('D11 words are worth all chips where the side stands, and none at the other end of the axis', () => {
    const one: Stake = { chips: [6, 4], sharedBy: 2, positions: [-3, 3] }
    expect([-3, 0, 3].map((value) => worthOf(one, 0, value))).toEqual([3, 1.5, 0])
    expect([-3, 0, 3].map((value) => worthOf(one, 1, value))).toEqual([0, 1, 2])
    const two: Stake = { chips: [2, 8], sharedBy: 1, positions: [1, 1] }
    expect(frontierOf([two])).toEqual([[2, 8]])
    expect(moreForBoth(frontierOf([two]), [1, 8])).toBe(0)
    expect(moreForBoth(frontierOf([two]), [1, 5])).toBe(1)
    expect(cornersOf(frontierOf([one]))).toEqual([
      [0, 2],
      [3, 0],
    ])
  })
})
