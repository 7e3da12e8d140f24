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
} from '#simulation/reading/positions/stance-spread'

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
  .array(fc.record({ before: spread, after: spread, same: fc.boolean() }), { maxLength: 6 })
  .map((all) => all.map((one, place): StanceSpread => ({ round: `round-${place}`, ...one })))

test('D14 no round’s mean differs as much as that of the one named, and only the same people’s has moved', () => {
  const seen = { unknown: 0, held: 0, moved: 0, differs: 0 }
  fc.assert(
    fc.property(spreads, (all) => {
      const found = stanceFinding(all)
      seen[found.kind] += 1
      const both = all.flatMap(({ round, before, after, same }) =>
        before.kind === 'shown' && after.kind === 'shown'
          ? [{ round, same, from: shownMean(before.mean), to: shownMean(after.mean) }]
          : [],
      )
      const far = (one: { from: number; to: number } | undefined) =>
        one === undefined ? 0 : Math.round(Math.abs(one.to - one.from) * 10)
      expect(stancesShown(all) === 'both').toBe(both.length > 0)
      if (found.kind === 'held') expect(both.every((one) => one.same && far(one) === 0)).toBe(true)
      if (found.kind !== 'moved' && found.kind !== 'differs') return
      const own = both.find(({ round }) => round === found.round)
      expect(own).toMatchObject({ from: found.from, to: found.to, same: found.kind === 'moved' })
      for (const other of both) if (other !== own) expect(far(other)).toBeLessThan(far(own))
    }),
    { seed: 20260112, numRuns: 2000 },
  )
  for (const kind of ['unknown', 'held', 'moved', 'differs'] as const) expect(seen[kind], kind).toBeGreaterThan(3)
})

test('the counts list each value once, in order, with all people of both times', () => {
  fc.assert(
    fc.property(spread, spread, (before, after) => {
      const rows = stanceCounts({ round: 'round', before, after, same: true })
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
