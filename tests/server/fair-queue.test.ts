/** The queue of slowed attempts never shuts anybody out: laws that hold for requests in any order. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FairQueue } from '#server/web/fair-queue'

const PACE = { burst: 3, perSecond: 2, places: 5 }

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
        else queue.giveBack('lane', now)
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
          // Those ahead of the one who went may still go at once.
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
  const queue = new FairQueue({ burst: 1, perSecond: 0.05, places: 5 })
  queue.ask('lane', 'first', 0)
  queue.ask('lane', 'gone', 0)
  expect(queue.ask('lane', 'waits', 0)).toMatchObject({ place: 2 })
  expect(queue.ask('lane', 'waits', 15_000)).toMatchObject({ place: 2 })
  expect(queue.ask('lane', 'waits', 30_001)).toEqual({ granted: true })
})

test('whoever waits just as long as they were told has their turn, however long that is and whoever comes meanwhile', () => {
  const queue = new FairQueue({ burst: 1, perSecond: 1 / 60, places: 5 })
  queue.ask('lane', 'first', 0)
  const told = ['a', 'b', 'c'].map((who) => {
    const turn = queue.ask('lane', who, 0)
    return { who, waitMs: turn.granted ? 0 : turn.waitMs }
  })
  expect(told.map(({ waitMs }) => waitMs)).toEqual([60_000, 120_000, 180_000])
  for (const { who, waitMs } of told) {
    expect(queue.ask('lane', 'later', waitMs - 1)).toMatchObject({ granted: false })
    expect(queue.ask('lane', who, waitMs)).toEqual({ granted: true })
  }
})

describe('behind somebody who has drawn three hundred numbers', () => {
  const pace = { burst: 5, perSecond: 1 / 8, places: 8 }
  /** One turn for each place ahead and one's own, and the time the queue waits for somebody who does not come back. */
  const BOUND_MS = (pace.places + 1) * 8_000 + 10_000

  test('a newcomer has a turn after those in order, whether the numbers ask, fall silent or come again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 10 }),
        fc.boolean(),
        (sinceSeconds, askEvery, goSilent) => {
          const queue = new FairQueue(pace)
          const ask = (now: number) => {
            for (let number = 0; number < 300; number += 1) queue.ask('lane', `drawn ${number}`, now)
          }
          let now = 0
          for (; now <= sinceSeconds * 1000; now += askEvery * 1000) ask(now)
          const came = now
          let next = now
          for (;;) {
            if (!goSilent && now % (askEvery * 1000) === 0) ask(now)
            if (now >= next) {
              const turn = queue.ask('lane', 'owner', now)
              if (turn.granted) break
              next = now + Math.min(turn.waitMs, 10_000)
            }
            now += 500
            expect(now - came).toBeLessThanOrEqual(BOUND_MS)
          }
        },
      ),
      { numRuns: 10 },
    )
  })

  test('no more than so many places are kept, and memory is bounded', () => {
    const queue = new FairQueue(pace)
    for (let number = 0; number < 10_000; number += 1) {
      const turn = queue.ask('lane', `drawn ${number}`, 0)
      if (!turn.granted) expect(turn.place).toBeLessThanOrEqual(pace.places + 1)
    }
    const back = queue.ask('lane', 'drawn 9000', 0)
    expect(back.granted ? 0 : back.place).toBeLessThanOrEqual(2_001)
  })
})

test('lanes know nothing of each other, and a calm one is forgotten', () => {
  const queue = new FairQueue(PACE)
  for (let lane = 0; lane < 30_000; lane += 1) expect(queue.ask(`lane ${lane}`, 'a', lane * 10).granted).toBe(true)
})
