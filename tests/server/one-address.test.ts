/**
 * The law of the door: whatever one hostile address does, an honest device that it has counted and that comes back as told is in within
 * sixty seconds, and guesses get no more; and so is whoever opens their page while one phone draws ids without end. Played with the cookies and limits of one server and of three, in simulated time.
 */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { comeBackIn } from '../../app/_ui/over/come-back'
import { isLong } from '../support/machines/lane'
import {
  type Browser,
  exchange,
  givenClock,
  givenServer,
  type House,
  opensPage,
  tries,
  WAYS,
  type Way,
} from './door/given-address'

const BOUND_MS = 60_000
const TICK_MS = 200

/** How a hostile address acts: how often it does each of these, of all that it does, and how much that is. */
const hostility = fc.record({
  perTick: fc.integer({ min: 1, max: 12 }),
  draws: fc.integer({ min: 0, max: 4 }),
  triesAny: fc.integer({ min: 0, max: 4 }),
  triesInTurn: fc.integer({ min: 0, max: 4 }),
  triesNewest: fc.integer({ min: 0, max: 4 }),
  triesWithoutId: fc.integer({ min: 0, max: 4 }),
  forSeconds: fc.integer({ min: 0, max: 90 }),
  draw: fc.infiniteStream(fc.nat({ max: 1_000_000 })),
})
type Hostility = typeof hostility extends fc.Arbitrary<infer Told> ? Told : never

/** One tick of hostile acts; returns how many wrong tries were let through. */
function attack(story: Hostility, house: readonly House[], way: Way, secret: string, mine: Browser[]): number {
  const chance = () => story.draw.next().value ?? 0
  const acts = (['draws', 'triesAny', 'triesInTurn', 'triesNewest', 'triesWithoutId'] as const).flatMap((act) =>
    Array.from({ length: story[act] }, () => act),
  )
  const address = mine[0]?.address ?? ''
  let granted = 0
  for (let act = 0; act < story.perTick; act += 1) {
    const server = house[chance() % house.length]!
    const next = mine[chance() % mine.length]!
    switch (acts[chance() % Math.max(1, acts.length)] ?? 'draws') {
      case 'draws': {
        const fresh = { address, cookie: '' }
        opensPage(server, fresh)
        if (fresh.cookie !== '') mine.push(fresh)
        break
      }
      case 'triesAny':
        granted += Number(tries(server, way, secret, next).granted)
        break
      case 'triesInTurn':
        mine.push(...mine.splice(0, 1))
        granted += Number(tries(server, way, secret, mine[0]!).granted)
        break
      case 'triesNewest':
        granted += Number(tries(server, way, secret, mine.at(-1)!).granted)
        break
      case 'triesWithoutId':
        granted += Number(tries(server, way, secret, { address, cookie: '' }).granted)
        break
    }
  }
  return granted
}

describe.each([1, 3])('over %i servers', (servers) => {
  let house: readonly House[]
  beforeAll(async () => {
    const opened: House[] = []
    for (let index = 0; index < servers; index += 1) opened.push(await givenServer())
    house = opened
  })

  test.each(WAYS)(
    'an honest newcomer is in within sixty seconds, whatever one address does (%s)',
    (way) => {
      const clock = givenClock()
      let played = 0
      const longest = { waitMs: 0 }
      const most = { guesses: 0 }
      fc.assert(
        fc.property(hostility, fc.nat({ max: 200 }), fc.nat({ max: 1_500 }), (story, openSeconds, wayMs) => {
          played += 1
          // Lanes of other addresses and secrets are other lanes, so each story has its own.
          const address = `10.${servers}.${WAYS.indexOf(way)}.${played}`
          const secret = `secret ${way} ${played}`
          const mine: Browser[] = [{ address, cookie: '' }]
          const from = clock.at()
          let guessed = 0
          const honest: Browser = { address, cookie: '' }
          opensPage(house[0]!, honest)
          clock.pass(Math.max(0, openSeconds - story.forSeconds) * 1000)
          for (let gone = 0; gone < story.forSeconds * 1000; gone += TICK_MS) {
            guessed += attack(story, house, way, secret, mine)
            exchange(house)
            clock.pass(TICK_MS)
          }
          const came = clock.at()
          let asksAt = came
          for (;;) {
            const server = house[(story.draw.next().value ?? 0) % servers]!
            if (clock.at() >= asksAt) {
              const turn = tries(server, way, secret, honest)
              if (turn.granted) break
              asksAt = clock.at() + Math.max(500, turn.waitMs - 2_000) + wayMs
            }
            guessed += attack(story, house, way, secret, mine)
            exchange(house)
            clock.pass(TICK_MS)
            if (clock.at() - came > BOUND_MS) break
          }
          // First tries of sixty devices and then of one each ten seconds, and twenty others and then one each 45 seconds.
          const seconds = (clock.at() - from) / 1000
          if (servers === 1 && (way === 'password' || way === 'number')) {
            most.guesses = Math.max(most.guesses, guessed)
            expect(guessed).toBeLessThanOrEqual(60 + seconds / 10 + 20 + seconds / 45)
          }
          longest.waitMs = Math.max(longest.waitMs, clock.at() - came)
          expect(clock.at() - came).toBeLessThanOrEqual(BOUND_MS)
        }),
        { numRuns: isLong ? 25 : 8 },
      )
      if (servers === 1 && (way === 'password' || way === 'number')) expect(most.guesses).toBeGreaterThan(60)
      process.stdout.write(`one address: ${way}, ${servers} servers: the longest wait ${longest.waitMs / 1000} s\n`)
    },
    60_000,
  )
})

/**
 * One phone that draws ids in loops: each draws one, tries with it, and draws the next, so fast as it can, or first comes back with it after a
 * while. A loop that keeps many ids at once is many devices, and nobody can tell them from a class.
 */
const drawing = fc.record({
  /** Ids that are drawn, tried with and thrown away in each tick. */
  loops: fc.integer({ min: 1, max: 8 }),
  /** Loops that keep their id so long before they draw the next; the others throw it away at once. */
  keeping: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
  forSeconds: fc.integer({ min: 2, max: 60 }),
  chance: fc.infiniteStream(fc.nat({ max: 1_000_000 })),
})

describe.each([1, 3])('while one phone draws ids in loops, over %i servers', (servers) => {
  test.each(['password', 'number'] as const)(
    'whoever opens the page in the midst of it is in within sixty seconds (%s)',
    async (way) => {
      const house: House[] = []
      for (let index = 0; index < servers; index += 1) house.push(await givenServer())
      const clock = givenClock()
      let played = 0
      const longest = { waitMs: 0 }
      fc.assert(
        fc.property(drawing, fc.nat({ max: 1_500 }), (story, wayMs) => {
          played += 1
          const address = `10.2${servers}.${way === 'number' ? 1 : 2}.${played}`
          const secret = `secret drawn ${way} ${played}`
          const any = () => house[(story.chance.next().value ?? 0) % servers]!
          const kept = story.keeping.map((seconds) => ({
            seconds,
            drawnAt: clock.at(),
            browser: { address, cookie: '' },
          }))
          const tick = () => {
            for (let loop = 0; loop < story.loops; loop += 1) {
              const fresh = { address, cookie: '' }
              opensPage(any(), fresh)
              tries(any(), way, secret, fresh)
            }
            for (const loop of kept) {
              if (clock.at() - loop.drawnAt > loop.seconds * 1000) {
                Object.assign(loop, { drawnAt: clock.at(), browser: { address, cookie: '' } })
                opensPage(any(), loop.browser)
              } else tries(any(), way, secret, loop.browser)
            }
            exchange(house)
            clock.pass(TICK_MS)
          }
          for (let gone = 0; gone < story.forSeconds * 1000; gone += TICK_MS) tick()
          const honest: Browser = { address, cookie: '' }
          opensPage(any(), honest)
          const came = clock.at()
          let asksAt = came
          while (clock.at() - came <= BOUND_MS) {
            if (clock.at() >= asksAt) {
              const turn = tries(any(), way, secret, honest)
              if (turn.granted) break
              asksAt = clock.at() + comeBackIn(turn.waitMs) + wayMs
            }
            tick()
          }
          longest.waitMs = Math.max(longest.waitMs, clock.at() - came)
          expect(clock.at() - came).toBeLessThanOrEqual(BOUND_MS)
        }),
        { numRuns: isLong ? 25 : 8 },
      )
      process.stdout.write(
        `one address, drawing: ${way}, ${servers} servers: the longest wait ${longest.waitMs / 1000} s\n`,
      )
    },
    60_000,
  )
})

test('the last of all devices that an address may have is in within sixty seconds, where the others wait before it and never come', async () => {
  const clock = givenClock()
  const server = await givenServer()
  const address = '10.9.9.9'
  const devices: Browser[] = []
  for (let from = 0; from < 299; from += 1) {
    const fresh = { address, cookie: '' }
    for (let draw = 0; draw < (from === 0 ? 60 : 1); draw += 1) {
      const drawn = { ...fresh }
      opensPage(server, drawn)
      const headers = { cookie: drawn.cookie, 'x-forwarded-for': address }
      if (server.identity.deviceOf(headers).isCounted) devices.push(drawn)
    }
    clock.pass(1_000)
  }
  expect(devices.length).toBeGreaterThan(80)
  const told = devices.map((device) => tries(server, 'password', 'owner@college.example', device))
  const last = told.at(-1)
  if (!last || last.granted) throw new Error('It did not wait.')
  process.stdout.write(`one address: of ${devices.length} devices the last waits ${last.waitMs / 1000} s\n`)
  expect(last.waitMs).toBeLessThanOrEqual(BOUND_MS)
  clock.pass(last.waitMs)
  expect(tries(server, 'password', 'owner@college.example', devices.at(-1)!).granted).toBe(true)
})

test('a device that tries at several servers at once is given its first try at none', async () => {
  const house = [await givenServer(), await givenServer()]
  const browser: Browser = { address: '10.9.9.8', cookie: '' }
  opensPage(house[0]!, browser)
  const tried = house.map((server) => tries(server, 'password', 'owner@college.example', browser))
  const held = Promise.all(tried.map((turn) => turn.granted && turn.holds?.()))
  exchange(house)
  expect(await held).toEqual([false, false])
})
