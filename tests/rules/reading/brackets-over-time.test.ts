// How many brackets were open at each moment: as a story tells it, and in drawn stories as the room itself counts them after every row.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openClauses } from '#simulation/questions/text'
import { bracketsOverTime } from '#simulation/reading/brackets-over-time'
import { AMARA, CHAIR, DAIKI, FEN, standsOn, type Written } from '../../support/cast'
import { given, instantOf } from '../../support/given'
import { JP } from '../../support/sides'
import { storyOf } from '../../support/stories'
import { script } from '../../support/story-script'

const put: Written = {
  type: 'putForward',
  ...{ clause: 'common-ground', words: 'We meet each spring.', from: null, cites: null, drafter: null },
}
const brings: Written = {
  type: 'bringInClause',
  ...{ heading: 'Fishing', name: 'Fishing', tension: null, words: 'No nets.' },
}

describe('brackets over time', () => {
  test('fall as clauses become clean, rise as words are put forward or a clause is brought in, and stand at the vote', () => {
    const room = given()
    expect(bracketsOverTime(room.state)).toBeNull()
    room.enters('floor')
    expect(bracketsOverTime(room.state)).toBeNull()
    room.enters('negotiation')
    room.does(DAIKI, standsOn('us-1', 'gap'), 10).does(FEN, standsOn('us-1', 'gap'), 20)
    room.does(CHAIR, brings, 30)
    room.does(AMARA, put, 40).does(DAIKI, standsOn('us-2'), 50).does(FEN, standsOn('us-2'), 60)
    room.does(DAIKI, standsOn('jp-1'), 70)
    const open = (seconds: number, count: number) => ({ at: instantOf(seconds), open: count })
    const told = bracketsOverTime(room.state)
    expect(told?.steps.map(({ at, open }) => ({ at, open }))).toEqual([
      open(0, 2),
      open(20, 1),
      open(30, 2),
      open(60, 1),
      open(70, 2),
    ])
    expect(told).toMatchObject({ start: 2, end: 2, voted: false, from: instantOf(0), to: instantOf(70) })
    room.does(DAIKI, standsOn('us-2'), 80).enters('ballot')
    expect(bracketsOverTime(room.state)).toMatchObject({ start: 2, end: 1, voted: true, to: instantOf(80) })
  })

  test('an accepted offer closes and opens brackets at one instant', () => {
    const room = given()
      .agrees('gap')
      .does(AMARA, {
        type: 'makeOffer',
        ...{ to: JP, words: null, counters: null },
        ...{ ours: [{ clause: 'gap', version: 'cn-1' }], theirs: [{ clause: 'common-ground', version: 'us-1' }] },
      })
    room.does(DAIKI, { type: 'answerOffer', no: 'o-us-jp1', accept: true }, 10)
    expect(bracketsOverTime(room.state)?.steps.map(({ open }) => open)).toEqual([1, 2])
  })

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
