// What a person is told of the chair's moves, in random stories: worked out from the rows by hand, and the same on every page.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import { personId } from '#simulation/kernel/ids'
import { movedSeat } from '#simulation/reading/room/moved-seat'
import { viewerOf } from '#simulation/secrecy/hearing'
import { patience } from '../../../support/patience'
import { viewOf } from '../../../support/stories/heard'
import { storyOf } from '../../../support/stories/stories'
import { PEOPLE, script } from '../../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const PATIENCE = patience(120_000)

test(
  'S20 a page tells its person of the chair’s newest move, from the seat they had, until they are seated anew',
  () => {
    const seen = { moved: 0, out: 0, none: 0 }
    fc.assert(
      fc.property(script(250), (told) => {
        const { rows, state, book } = storyOf(told)
        for (const name of PEOPLE) {
          let sat: string | null = null
          let expected: { from: string; to: string | null; at: number } | null = null
          for (const { event, by, at } of rows) {
            if (event.type !== 'SeatTaken' && event.type !== 'SeatLeft') continue
            if (event.person !== name) continue
            const to = event.type === 'SeatTaken' ? event.seat : null
            expected = by.startsWith('chair:') && sat !== null && sat !== to ? { from: sat, to, at } : null
            if (to !== null) sat = to
          }
          const person = personId.parse(name)
          const page = fold(viewOf(rows, viewerOf(state, person), book.unsealed))
          if (!page) throw new Error('The room was opened.')
          const move = movedSeat(page, person)
          expect(move && { from: move.from.id, to: move.to?.id ?? null, at: move.at }).toEqual(expected)
          if (expected === null) seen.none += 1
          else seen[expected.to === null ? 'out' : 'moved'] += 1
        }
      }),
      { seed, numRuns: 60, skipAllAfterTimeLimit: PATIENCE },
    )
    expect(seen.moved).toBeGreaterThan(40)
    expect(seen.out).toBeGreaterThan(20)
    expect(seen.none).toBeGreaterThan(100)
  },
  PATIENCE,
)
