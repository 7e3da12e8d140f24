// How many brackets were open at each moment: as a story tells it, and in drawn stories as the room itself counts them after every row.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openClauses } from '#simulation/questions/text'
import { bracketsOverTime } from '#simulation/reading/text/brackets-over-time'
import { storyOf } from '../../support/stories/stories'
import { script } from '../../support/stories/story-script'

describe('brackets over time', () => {
  test('in every drawn story they are what the room counts after each row', () => {
    let closed = 0
    fc.assert(
      fc.property(script(120), (drawn) => {
        const story = storyOf(drawn)
        const { states } = story
        const last = states.at(-1)
        const told = last && bracketsOverTime(last)
        if (!told) return
        const { steps } = told
        for (const [index, { at }] of story.rows.entries()) {
          const state = states[index]
          if (!state || at < told.from || story.rows[index + 1]?.at === at) continue
          expect(steps.findLast((step) => step.at <= at)?.open).toBe(openClauses(state).length)
        }
        closed += steps.length - 1
      }),
      { numRuns: 40 },
    )
    expect(closed).toBeGreaterThan(5)
  })
})
