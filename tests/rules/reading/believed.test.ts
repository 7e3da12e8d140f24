// What each delegation believed of each other (D1), by hand and by brute force from the log.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { delegationIds } from '#simulation/agenda/parties'
import { fold } from '#simulation/engine/room'
import type { DelegationId, FilingStage } from '#simulation/kernel/ids'
import { beliefOf, beliefsIn, whoReadWhom } from '#simulation/reading/positions/believed'
import type { Recorded } from '#simulation/shapes/record'
import type { EventOf } from '#simulation/shapes/room-event'
import { AMARA, closing, DAIKI, FEN, files, opening } from '../../support/cast'
import { given } from '../../support/given'
import { viewOf } from '../../support/stories/heard'
import { storyOf } from '../../support/stories/stories'
import { script } from '../../support/stories/story-script'

/** The United States opens at 2 and guesses Japan at −2; at the close it stands at 1 and guesses nothing. */
function closedWithoutGuess() {
  const room = given().enters('caucus')
  room
    .does(AMARA, files({ ...opening(2), guesses: { jp: -2 } }))
    .does(DAIKI, files({ ...opening(-1), guesses: { us: 2.5 } }))
    .does(FEN, files(opening(-3)))
  room
    .enters('caucus', 2)
    .does(AMARA, files(closing(1)))
    .does(DAIKI, files({ ...closing(0), guesses: { us: 0.5 } }))
  return room.enters('reveal', 2).state
}

describe('what was believed', () => {
  test('within half a point is well read; further off is a misreading with its direction, each against the position it was a guess of', () => {
    // Of the United States: 0.5 guessed at the close, where it stood at 1. Of Japan: −2 at the opening, where it stood at −1.
    expect(whoReadWhom(closedWithoutGuess(), 'framing')).toEqual({
      well: ['us'],
      misread: [{ by: 'us', of: 'jp', distance: 1, toward: 'minus' }],
    })
  })
})

/** The same from the rows: the newest reveal in which this delegation's position holds a guess of the other. */
function bruteForce(rows: readonly Recorded[], round: string, by: DelegationId, of: DelegationId) {
  const reveals = new Map<FilingStage, EventOf<'PositionsRevealed'>['positions']>()
  for (const { event } of rows)
    if (event.type === 'PositionsRevealed' && event.round === round) reveals.set(event.stage, event.positions)
  const stage = (['closing', 'opening'] as const).find(
    (each) => reveals.get(each)?.[by]?.position.guesses[of] !== undefined,
  )
  if (!stage) return null
  const positions = reveals.get(stage)
  const [own, other] = [positions?.[by]?.position, positions?.[of]?.position]
  const value = own?.guesses[of]
  if (!own || value === undefined) return null
  const actual = other ? Math.abs(own.value - other.value) : null
  return { by, of, stage, value, distance: Math.abs(own.value - value), actual }
}

const seed = Number(process.env.STORY_SEED ?? 20260112)

test('D1 every belief is what the log holds, and every viewer of the room is told the same', () => {
  let stories = 0
  const seen = { beliefs: 0, earlier: 0, none: 0, views: 0 }
  fc.assert(
    fc.property(script(250), (told) => {
      const story = storyOf(told)
      stories += 1
      // Every page of every third story is read.
      const views = (stories % 3 === 0 ? story.viewers() : []).map((viewer) =>
        fold(viewOf(story.rows, viewer, story.book.unsealed)),
      )
      for (const { key } of story.plan.rounds) {
        for (const by of delegationIds(story.plan))
          for (const of of delegationIds(story.plan)) {
            const expected = by === of ? null : bruteForce(story.rows, key, by, of)
            const found = beliefOf(story.state, key, by, of)
            expect(found).toEqual(expected)
            if (found) seen.beliefs += 1
            else seen.none += 1
            if (found?.stage === 'opening' && story.state.positions[`${key}/closing/${by}`]?.revealed) seen.earlier += 1
          }
        for (const view of views) {
          expect(view && beliefsIn(view, key)).toEqual(beliefsIn(story.state, key))
          expect(view && whoReadWhom(view, key)).toEqual(whoReadWhom(story.state, key))
          seen.views += 1
        }
      }
    }),
    { seed, numRuns: 60 },
  )
  expect(seen.beliefs).toBeGreaterThan(20)
  expect(seen.none).toBeGreaterThan(50)
  expect(seen.earlier).toBeGreaterThan(0)
  expect(seen.views).toBeGreaterThan(200)
})
