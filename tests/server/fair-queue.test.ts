/** The queue that slows without shutting: laws over any order of asking. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FairQueue } from '#server/fair-queue'

const PACE = { burst: 3, perSecond: 2 }

type Step = { who: string; afterMs: number; isMiss: boolean }
const steps = fc.array(
  fc.record({
    who: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    afterMs: fc.integer({ min: 0, max: 900 }),
    isMiss: fc.boolean(),
  }),
  { minLength: 1, maxLength: 120 },
)

test('over any story no more misses are let through than the pace allows, and a hit costs nothing', () => {
  let granted = 0
  fc.assert(
    fc.property(steps, (story: Step[]) => {
      const queue = new FairQueue(PACE)
      let now = 0
      let misses = 0
      for (const { who, afterMs, isMiss } of story) {
        now += afterMs
        if (!queue.ask('lane', who, now).granted) continue
        granted += 1
        if (isMiss) misses += 1
        else queue.giveBack('lane')
        expect(misses).toBeLessThanOrEqual(PACE.burst + (now / 1000) * PACE.perSecond)
      }
    }),
    { numRuns: 500 },
  )
  expect(granted).toBeGreaterThan(2_000)
})

test('over any story whoever came first is first, and asking again never gives a second place', () => {
  let overtakings = 0
  fc.assert(
    fc.property(steps, (story: Step[]) => {
      const queue = new FairQueue(PACE)
      let now = 0
      const waiting: string[] = []
      for (const { who, afterMs } of story) {
        now += afterMs
        const turn = queue.ask('lane', who, now)
        const before = waiting.indexOf(who)
        if (turn.granted) {
          // Whoever stood before still has a turn kept for them.
          if (before > 0) {
            overtakings += 1
            for (const other of waiting.slice(0, before)) {
              const theirs = queue.ask('lane', other, now)
              expect(theirs.granted).toBe(true)
            }
            waiting.splice(0, before + 1)
          } else if (before === 0) waiting.shift()
          continue
        }
        if (before === -1) waiting.push(who)
        expect(turn.place).toBe(waiting.indexOf(who) + 1)
        expect(turn.place).toBeLessThanOrEqual(5)
      }
    }),
    { numRuns: 500 },
  )
  expect(overtakings).toBeGreaterThan(0)
})

test('a place says how long, and that is how long it takes', () => {
  const queue = new FairQueue(PACE)
  for (let taken = 0; taken < 3; taken += 1) expect(queue.ask('lane', `taker ${taken}`, 0).granted).toBe(true)
  const places = ['a', 'b', 'c'].map((who) => queue.ask('lane', who, 0))
  expect(places).toEqual([
    { granted: false, place: 1, waitMs: 500 },
    { granted: false, place: 2, waitMs: 1000 },
    { granted: false, place: 3, waitMs: 1500 },
  ])
  expect(queue.ask('lane', 'a', 499).granted).toBe(false)
  expect(queue.ask('lane', 'a', 500).granted).toBe(true)
  expect(queue.ask('lane', 'b', 1000).granted).toBe(true)
  expect(queue.ask('lane', 'c', 1500).granted).toBe(true)
})

test('whoever has gone loses the place to those behind', () => {
  const queue = new FairQueue({ burst: 1, perSecond: 0.01 })
  queue.ask('lane', 'first', 0)
  queue.ask('lane', 'gone', 0)
  expect(queue.ask('lane', 'waits', 0)).toMatchObject({ place: 2 })
  expect(queue.ask('lane', 'waits', 20_000)).toMatchObject({ place: 2 })
  expect(queue.ask('lane', 'waits', 40_000)).toMatchObject({ place: 1 })
})

test('lanes know nothing of each other, and a calm one is forgotten', () => {
  const queue = new FairQueue(PACE)
  for (let lane = 0; lane < 30_000; lane += 1) expect(queue.ask(`lane ${lane}`, 'a', lane * 10).granted).toBe(true)
})
