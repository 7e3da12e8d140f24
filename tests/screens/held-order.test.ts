// The wall's order under the pointer: whatever changes at the tables, no tile moves away from a press (PRODUCT, "nothing another does").
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Held, holding, shownOrder, stillHeld } from '../../app/activities/[activityId]/wall/held-order'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const sorted = fc.shuffledSubarray(IDS, { minLength: 0 })
const step = fc.oneof(
  fc.record({ kind: fc.constant('sorted' as const), ids: sorted }),
  fc.record({ kind: fc.constant('pointed' as const) }),
  fc.record({ kind: fc.constant('left' as const) }),
  fc.record({ kind: fc.constant('ordered' as const), by: fc.constantFrom('need', 'name') }),
)

test('while the pointer is on them no two tables change places, nobody is lost and nobody is shown twice', () => {
  const seen = { held: 0, chosen: 0, gone: 0 }
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      let [by, now, pointed]: [string, readonly string[], boolean] = ['need', IDS, false]
      let held: Held<string> = null
      let shown: readonly string[] = shownOrder(held, now)
      for (const each of steps) {
        const before = shown
        if (each.kind === 'sorted') now = each.ids
        if (each.kind === 'ordered') by = each.by
        if (each.kind === 'pointed') held = holding(held, by, shown)
        if (each.kind === 'left') held = null
        const chosen = held !== null && held.by !== by
        held = stillHeld(held, by, now)
        shown = shownOrder(held, now)
        pointed = held !== null
        expect([...shown].sort()).toEqual([...now].sort())
        if (chosen) {
          expect(shown).toEqual(now)
          seen.chosen += 1
        } else if (pointed) {
          const both = before.filter((id) => shown.includes(id))
          expect(shown.slice(0, both.length)).toEqual(both)
          seen.held += 1
          if (both.length < before.length) seen.gone += 1
        } else expect(shown).toEqual(now)
      }
    }),
    { seed: 20260112, numRuns: 500 },
  )
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(50)
})
