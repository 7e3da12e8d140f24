// What delegations wanted, believed and knew at one moment, side by side (D25): of random stories, at every moment of one of them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { delegationIds } from '#simulation/agenda/parties'
import { seatIdsOf } from '#simulation/agenda/plan'
import { fold } from '#simulation/engine/room'
import { sideAt } from '#simulation/reading/positions/side-by-side'
import { asHeardIn, isRedacted } from '#simulation/secrecy/visible-row'
import { positionFile } from '#simulation/state/room-state'
import { viewOf } from '../../support/stories/heard'
import { storyOf } from '../../support/stories/stories'
import { script, week } from '../../support/stories/story-script'

test('D25 a column holds what its delegation heard by then and nothing more, but for where the others had filed', () => {
  const seen = { apart: 0, guesses: 0, sealed: 0 }
  fc.assert(
    fc.property(fc.oneof(script(120), week(120)), fc.double({ min: 0.1, max: 1, noNaN: true }), (told, share) => {
      const { rows, plan } = storyOf(told)
      const then = viewOf(rows, { kind: 'chair' }, false).slice(0, Math.ceil(rows.length * share))
      const whole = fold(then)
      for (const delegation of delegationIds(plan)) {
        const heard = asHeardIn(then, seatIdsOf(plan, delegation))
        const state = fold(heard)
        if (!whole || !state) return
        const side = sideAt(state, whole, delegation, 500)
        const without = sideAt(state, state, delegation, 500)
        const hidden = (of: typeof side) => ({
          ...of,
          rounds: of.rounds.map((round) => ({
            ...round,
            guesses: round.guesses.map(({ stood: _stood, ...own }) => own),
          })),
        })
        expect(hidden(side)).toEqual(hidden(without))
        const own = new Set(heard.flatMap((row) => (isRedacted(row) || row.audience === 'everyone' ? [] : [row.seq])))
        expect(side.apart.newest.every(({ seq }) => own.has(seq))).toBe(true)
        for (const { round, guesses } of side.rounds)
          for (const { delegation: of, stage, stood } of guesses) {
            const file = positionFile(whole, round.key, stage, of)
            expect(stood).toBe(file.filed?.position.value ?? null)
            seen.sealed += file.filed && !file.revealed ? 1 : 0
          }
        expect(side.apart.count).toBe(side.apart.newest.length)
        seen.apart += side.apart.newest.length
        seen.guesses += side.rounds.flatMap(({ guesses }) => guesses).length
      }
    }),
    { numRuns: 30, seed: 4 },
  )
  expect(seen.apart).toBeGreaterThan(50)
  expect(seen.guesses).toBeGreaterThan(10)
  expect(seen.sealed).toBeGreaterThan(0)
})
