/** The queue of slowed attempts: strictly first come, and never longer than told. Laws that hold for requests in any order. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FairQueue } from '#server/web/fair-queue'

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
        else queue.giveBack('lane', now)
        expect(misses).toBeLessThanOrEqual(PACE.burst + (now / 1000) * PACE.perSecond)
      }
    }),
    { numRuns: 500 },
  )
  expect(granted).toBeGreaterThan(2_000)
})

test('over any story nobody is passed while they come as told, and asking again never gives a second place', () => {
  let waited = 0
  fc.assert(
    fc.property(steps, (story: Step[]) => {
      const queue = new FairQueue(PACE)
      let now = 0
      // In the order in which they came: until when each is sure to be kept, by what they were told.
      let waiting: { who: string; dueBy: number; keptUntil: number }[] = []
      for (const { who, afterMs } of story) {
        now += afterMs
        const turn = queue.ask('lane', who, now)
        const own = waiting.find((one) => one.who === who)
        if (own && now <= own.keptUntil && now >= own.dueBy) expect(turn.granted).toBe(true)
        const before = own ? waiting.slice(0, waiting.indexOf(own)) : waiting
        waiting = waiting.filter((one) => one.who !== who)
        if (turn.granted) {
          // Whoever is ahead and still kept goes at once, too.
          for (const other of before.filter(({ keptUntil }) => now <= keptUntil)) {
            waited += 1
            expect(queue.ask('lane', other.who, now)).toEqual({ granted: true })
            waiting = waiting.filter((one) => one !== other)
          }
          continue
        }
        const told = { who, dueBy: now + turn.waitMs, keptUntil: now + turn.waitMs + 2_000 }
        if (own && now <= own.keptUntil) expect(told.dueBy).toBeLessThanOrEqual(own.dueBy + 1)
        if (own && now <= own.keptUntil) waiting.splice(before.length, 0, told)
        else waiting = [...waiting, told]
        expect(turn.place).toBeLessThanOrEqual(5)
      }
    }),
    { numRuns: 500 },
  )
  expect(waited).toBeGreaterThan(0)
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

test('a turn that is not taken within two seconds passes to the next', () => {
  const queue = new FairQueue({ burst: 1, perSecond: 0.05 })
  queue.ask('lane', 'first', 0)
  queue.ask('lane', 'gone', 0)
  expect(queue.ask('lane', 'waits', 0)).toEqual({ granted: false, place: 2, waitMs: 40_000 })
  expect(queue.ask('lane', 'waits', 22_000)).toMatchObject({ place: 2 })
  expect(queue.ask('lane', 'waits', 22_001)).toEqual({ granted: true })
  // Whoever comes back too late is behind those who came meanwhile.
  expect(queue.ask('lane', 'new', 22_002)).toMatchObject({ place: 1 })
  expect(queue.ask('lane', 'gone', 22_003)).toMatchObject({ place: 2 })
})

test('a phone whose answer takes four seconds there and back has its turn, however short the wait it was told', () => {
  for (const waitMs of [100, 600, 2_000, 2_600, 9_000]) {
    const queue = new FairQueue({ burst: 1, perSecond: 1000 / waitMs })
    queue.ask('lane', 'first', 0)
    expect(queue.ask('lane', 'slow', 0)).toEqual({ granted: false, place: 1, waitMs })
    // As app/_ui/over/come-back.ts has it: two seconds early, but no sooner than after half a second.
    let now = Math.max(500, waitMs - 2_000) + 4_000
    const again = queue.ask('lane', 'slow', now)
    if (!again.granted) now += Math.max(500, again.waitMs - 2_000) + 4_000
    expect(again.granted || queue.ask('lane', 'slow', now).granted).toBe(true)
  }
})

test('whoever waits just as long as they were told has their turn, however long that is and whoever comes meanwhile', () => {
  const queue = new FairQueue({ burst: 1, perSecond: 1 / 60 })
  queue.ask('lane', 'first', 0)
  const told = ['a', 'b', 'c'].map((who) => {
    const turn = queue.ask('lane', who, 0)
    return { who, waitMs: turn.granted ? 0 : turn.waitMs }
  })
  expect(told.map(({ waitMs }) => waitMs)).toEqual([60_000, 120_000, 180_000])
  for (const { who, waitMs } of told) {
    for (let stranger = 0; stranger < 50; stranger += 1)
      expect(queue.ask('lane', `later ${waitMs} ${stranger}`, waitMs - 1)).toMatchObject({ granted: false })
    expect(queue.ask('lane', who, waitMs)).toEqual({ granted: true })
  }
})

test('three hundred who take a place and never come hold up nobody: no turn goes to two, and memory is bounded', () => {
  const queue = new FairQueue({ burst: 1, perSecond: 10 })
  for (let number = 0; number < 300; number += 1) queue.ask('lane', `gone ${number}`, 0)
  expect(queue.ask('lane', 'waits', 0)).toMatchObject({ place: 300, waitMs: 30_000 })
  expect(queue.ask('lane', 'waits', 30_000)).toEqual({ granted: true })
  // All have lapsed by now, and what they had is not there a second time.
  const late = Array.from({ length: 50 }, (_, at) => queue.ask('lane', `late ${at}`, 60_000).granted)
  expect(late.filter(Boolean)).toHaveLength(1)
  for (let number = 0; number < 10_000; number += 1) queue.ask('lane', `drawn ${number}`, 60_000)
  const back = queue.ask('lane', 'drawn 9000', 60_000)
  expect(back.granted ? 0 : back.place).toBeLessThanOrEqual(2_001)
})

test('lanes know nothing of each other, and a calm one is forgotten', () => {
  const queue = new FairQueue(PACE)
  for (let lane = 0; lane < 30_000; lane += 1) expect(queue.ask(`lane ${lane}`, 'a', lane * 10).granted).toBe(true)
})
