// What the debrief says of stances before and after: the round that moved most, and the counts by value, for any counts there can be.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Spread,
  type StanceSpread,
  shownMean,
  stanceCounts,
  stanceFinding,
  stancesShown,
} from '#simulation/reading/stance-spread'

const half = fc.integer({ min: -6, max: 6 }).map((halves) => halves / 2)

const shown = fc.uniqueArray(fc.record({ value: half, people: fc.integer({ min: 1, max: 9 }) }), {
  minLength: 1,
  maxLength: 8,
  selector: ({ value }) => value,
})
const spread: fc.Arbitrary<Spread> = fc.oneof(
  { weight: 4, arbitrary: shown.map(spreadOf) },
  { weight: 1, arbitrary: fc.constantFrom<Spread>({ kind: 'too-few' }, { kind: 'still-open' }) },
)

function spreadOf(counts: readonly { value: number; people: number }[]): Spread {
  let [people, sum] = [0, 0]
  for (const count of counts) {
    people += count.people
    sum += count.people * count.value
  }
  return { kind: 'shown', people, mean: sum / people, counts }
}

const spreads = fc
  .array(fc.record({ before: spread, after: spread }), { maxLength: 6 })
  .map((all) => all.map(({ before, after }, place): StanceSpread => ({ round: `round-${place}`, before, after })))

test('no round moved further than the one that is said to have moved most', () => {
  const seen = { unknown: 0, held: 0, moved: 0 }
  fc.assert(
    fc.property(spreads, (all) => {
      const found = stanceFinding(all)
      seen[found.kind] += 1
      const moves = all.flatMap(({ round, before, after }) =>
        before.kind === 'shown' && after.kind === 'shown' ? [{ round, from: before.mean, to: after.mean }] : [],
      )
      const far = Math.max(0, ...moves.map(({ from, to }) => Math.abs(to - from)))
      if (found.kind === 'unknown') expect(moves).toEqual([])
      expect(stancesShown(all) === 'both').toBe(moves.length > 0)
      // As shown, to a tenth, nothing moved: then no round can have moved by more than a tenth.
      if (found.kind === 'held') expect(far).toBeLessThanOrEqual(0.1)
      if (found.kind !== 'moved') return
      const own = moves.find(({ round }) => round === found.round)
      expect(Math.abs((own?.to ?? 0) - (own?.from ?? 0))).toBe(far)
      expect(own && { from: shownMean(own.from), to: shownMean(own.to) }).toEqual({ from: found.from, to: found.to })
    }),
    { seed: 20260112, numRuns: 2000 },
  )
  for (const kind of ['unknown', 'held', 'moved'] as const) expect(seen[kind], kind).toBeGreaterThan(3)
})

test('the counts list each value once, in order, with all people of both times', () => {
  fc.assert(
    fc.property(spread, spread, (before, after) => {
      const rows = stanceCounts({ round: 'round', before, after })
      for (const [place, { value }] of rows.entries()) expect(value).toBeGreaterThan(rows[place - 1]?.value ?? -99)
      for (const [when, one] of [
        ['before', before],
        ['after', after],
      ] as const) {
        let people = 0
        for (const row of rows) people += row[when] ?? 0
        expect(people).toBe(one.kind === 'shown' ? one.people : 0)
        if (one.kind !== 'shown') expect(rows.every((row) => row[when] === null)).toBe(true)
      }
    }),
  )
})
