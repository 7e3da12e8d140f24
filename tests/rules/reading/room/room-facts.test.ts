/** Room facts: which rows change them, and that they equal what the folded room says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { changesFacts, factsOf } from '#simulation/reading/record/room-facts'
import { viewerOf } from '#simulation/secrecy/hearing'
import { seatHeldBy } from '#simulation/state/room-state'
import { storyOf } from '../../../support/stories/stories'
import { script, week } from '../../../support/stories/story-script'

test.each([
  ['seminars', script(250)],
  ['debates over days', week(200)],
])('only the events that are listed change what queries know of %s', (_, scripts) => {
  const seen = { changed: 0, unchanged: 0, undone: 0 }
  fc.assert(
    fc.property(scripts, (told) => {
      const { rows, states } = storyOf(told)
      for (const [index, row] of rows.entries()) {
        const { event } = row
        const [before, after] = [states[index - 1], states[index]]
        if (!after) throw new Error('A row has no state.')
        if (event.type === 'StepUndone') seen.undone += 1
        if (changesFacts(row, after)) {
          seen.changed += 1
          continue
        }
        seen.unchanged += 1
        expect(before && factsOf(before), event.type).toEqual(factsOf(after))
      }
    }),
    { numRuns: 12, seed: 3 },
  )
  expect(seen.changed).toBeGreaterThan(200)
  expect(seen.unchanged).toBeGreaterThan(500)
})

test('they say of each person what the room says: where they sit, what they hear, and whether they are out', () => {
  const seen = { seated: 0, stood: 0, out: 0 }
  fc.assert(
    fc.property(script(250), (told) => {
      const { state } = storyOf(told)
      const facts = factsOf(state)
      for (const { id } of Object.values(state.seats))
        expect(facts.seats.find(({ seat }) => seat === id)?.holder ?? null).toBe(state.seats[id]?.holder ?? null)
      for (const { person, seat, seatOfRecord, isRemoved, hears } of facts.people) {
        const viewer = viewerOf(state, personId.parse(person))
        expect(viewer.kind === 'person' && viewer.hears).toEqual(hears)
        expect(seat).toBe(seatHeldBy(state, person)?.id ?? null)
        expect(isRemoved).toBe(state.removed.includes(person))
        if (seat === null && seatOfRecord !== null) seen.stood += 1
        if (seat !== null) seen.seated += 1
        if (isRemoved) seen.out += 1
      }
    }),
    { numRuns: 25, seed: 5 },
  )
  for (const what of ['seated', 'stood', 'out'] as const) expect(seen[what], what).toBeGreaterThan(2)
})
