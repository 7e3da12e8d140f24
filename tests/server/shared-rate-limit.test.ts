/** Limits that several servers share: laws over any splitting of the same attempts, any delay, any order and any repetition of batches. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PUBLISHING_MS, type SharedLimit, SpendingBook } from '#server/cluster/shared-rate-limit'
import { Throttles } from '#server/live/saving/throttle'
import { FairQueue } from '#server/web/fair-queue'
import { givenClock } from './given-clock'

const ALLOWANCE = { burst: 6, perSecond: 4 }
const EPSILON = 1e-9
/** How long a batch is under way at most. */
const LONGEST_WAY_MS = 120

/** The two kinds of limit, asked alike. */
type Counter = { limit: SharedLimit; take(who: string): boolean }
/** In a queue each who waits has a turn on each server, until these have heard, that was spent before and is kept for them. */
const keptTurns = (name: string, callers: number): number => (name === 'a fair queue' ? callers : 0)
const KINDS: Readonly<Record<string, () => Counter>> = {
  'a fair queue': () => {
    const queue = new FairQueue(ALLOWANCE)
    return { limit: queue, take: (who) => queue.ask('lane', who, Date.now()).granted }
  },
  'a throttle': () => {
    const throttles = new Throttles(ALLOWANCE, Date.now)
    return { limit: throttles, take: () => throttles.take('lane') }
  },
}

type Attempt = { afterMs: number; server: number; who: string; wayMs: number }
const attemptsOf = (who: fc.Arbitrary<string>, mostMs: number) =>
  fc.array(
    fc.record({
      afterMs: fc.integer({ min: 0, max: mostMs }),
      server: fc.nat({ max: 2 }),
      who,
      wayMs: fc.integer({ min: 0, max: LONGEST_WAY_MS }),
    }),
    { minLength: 1, maxLength: 80, size: 'max' },
  )

type Grant = { at: number; server: number }
type Played = {
  grants: Grant[]
  /** The most grants of others of which a server may not have heard when it granted one. */
  unheard: number
}

/** Plays the attempts on servers that publish as `shareSpending` does, each batch after its own way. */
function play(attempts: readonly Attempt[], servers: number, kind: () => Counter, set: (ms: number) => void): Played {
  type Server = Counter & { book: SpendingBook; due: number | null }
  const house: Server[] = Array.from({ length: servers }, (_, index) => {
    const asked = kind()
    const server: Server = {
      ...asked,
      due: null,
      book: new SpendingBook(`server ${index}`, { limit: asked.limit }, () => {
        server.due ??= now + PUBLISHING_MS
      }),
    }
    return server
  })
  const underWay: { at: number; to: Server; batch: string }[] = []
  const grants: Grant[] = []
  let unheard = 0
  let now = 0

  function passTo(until: number): void {
    for (;;) {
      const flush = house
        .filter(({ due }) => due !== null && due <= until)
        .sort((a, b) => (a.due ?? 0) - (b.due ?? 0))[0]
      const arrival = underWay.sort((a, b) => a.at - b.at)[0]
      if (flush && (flush.due ?? 0) <= (arrival?.at ?? Number.POSITIVE_INFINITY)) publish(flush)
      else if (arrival && arrival.at <= until) hear(arrival)
      else break
    }
    now = until
    set(now)
  }
  let wayMs = 0
  function publish(server: Server): void {
    now = server.due ?? now
    set(now)
    server.due = null
    for (const batch of server.book.take())
      for (const to of house) if (to !== server) underWay.push({ at: now + wayMs, to, batch })
  }
  function hear(arrival: (typeof underWay)[number]): void {
    now = arrival.at
    set(now)
    underWay.splice(underWay.indexOf(arrival), 1)
    arrival.to.book.hear(arrival.batch)
    arrival.to.book.hear(arrival.batch)
  }

  let at = 0
  for (const attempt of attempts) {
    at += attempt.afterMs
    passTo(at)
    wayMs = attempt.wayMs
    const index = attempt.server % servers
    const server = house[index]
    if (!server?.take(attempt.who)) continue
    const others = grants.filter((grant) => grant.server !== index && at - grant.at <= PUBLISHING_MS + LONGEST_WAY_MS)
    unheard = Math.max(unheard, others.length)
    grants.push({ at, server: index })
  }
  return { grants, unheard }
}

describe.each(Object.keys(KINDS))('%s on several servers', (name) => {
  const kind = KINDS[name]!

  test('grants in no stretch of time more than one server may, and what was granted elsewhere within the delay', () => {
    const clock = givenClock()
    let told = 0
    fc.assert(
      fc.property(
        attemptsOf(fc.constantFrom('a', 'b', 'c', 'd', 'e'), 400),
        fc.integer({ min: 2, max: 3 }),
        (attempts, servers) => {
          const { grants, unheard } = play(attempts, servers, kind, clock.at)
          told += grants.length > 12 ? 1 : 0
          const stretches = grants.flatMap((first, from) =>
            grants.slice(from).map((last, more) => more + 1 - ((last.at - first.at) / 1000) * ALLOWANCE.perSecond),
          )
          expect(Math.max(0, ...stretches)).toBeLessThanOrEqual(
            ALLOWANCE.burst + unheard + keptTurns(name, 5 * servers) + EPSILON,
          )
        },
      ),
      { numRuns: 200 },
    )
    expect(told).toBeGreaterThan(50)
  })

  test('grants until a bucket could fill again no more than one server grants of the same attempts, and that delay', () => {
    const clock = givenClock()
    let refusedAlone = 0
    fc.assert(
      fc.property(attemptsOf(fc.constant('one'), 35), fc.integer({ min: 2, max: 3 }), (all, servers) => {
        let sum = 0
        const attempts = all.filter(({ afterMs }) => {
          sum += afterMs
          return sum <= (ALLOWANCE.burst / ALLOWANCE.perSecond) * 1000
        })
        const alone = play(attempts, 1, kind, clock.at)
        refusedAlone += attempts.length - alone.grants.length
        const { grants, unheard } = play(attempts, servers, kind, clock.at)
        expect(grants.length).toBeLessThanOrEqual(alone.grants.length + unheard + keptTurns(name, servers))
      }),
      { numRuns: 200 },
    )
    expect(refusedAlone).toBeGreaterThan(1_000)
  })
})

test('batches count in any order: whoever heard the same ones grants the same', () => {
  const clock = givenClock()
  clock.at(0)
  let different = 0
  const act = fc.record({
    server: fc.nat({ max: 2 }),
    lane: fc.constantFrom('x', 'y'),
    what: fc.constantFrom('ask', 'ask', 'ask', 'give back', 'forget', 'publish'),
  })
  fc.assert(
    fc.property(
      fc.array(act, { minLength: 5, maxLength: 60, size: 'max' }),
      fc.infiniteStream(fc.nat()),
      (acts, draws) => {
        const published: string[] = []
        const queues = [0, 1, 2].map(() => new FairQueue(ALLOWANCE))
        const books = queues.map((limit, index) => new SpendingBook(`server ${index}`, { limit }, () => undefined))
        for (const { server, lane, what } of acts) {
          if (what === 'ask') queues[server]?.ask(lane, 'one', Date.now())
          else if (what === 'give back') queues[server]?.giveBack(lane, Date.now())
          else if (what === 'forget') queues[server]?.forget(lane, Date.now())
          else published.push(...(books[server]?.take() ?? []))
        }
        const shuffled = published
          .map((batch) => ({ batch, draw: draws.next().value }))
          .sort((a, b) => a.draw - b.draw)
          .map(({ batch }) => batch)
        if (shuffled.join() !== published.join()) different += 1
        const grantsAfter = (batches: readonly string[]) => {
          const limit = new FairQueue(ALLOWANCE)
          const book = new SpendingBook('who hears', { limit }, () => undefined)
          for (const batch of batches) book.hear(batch)
          return ['x', 'y'].map((lane) => {
            let granted = 0
            while (limit.ask(lane, 'another', Date.now()).granted) granted += 1
            return { granted, refused: limit.ask(lane, 'another', Date.now()) }
          })
        }
        expect(grantsAfter(shuffled)).toEqual(grantsAfter(published))
      },
    ),
    { numRuns: 200 },
  )
  expect(different).toBeGreaterThan(100)
})

test('who gives a right password is forgiven on every server, but not what another server has not told yet', () => {
  const clock = givenClock()
  clock.at(0)
  const queues = [0, 1].map(() => new FairQueue(ALLOWANCE))
  const books = queues.map((limit, index) => new SpendingBook(`server ${index}`, { limit }, () => undefined))
  const pass = (from: number, to: number) => {
    for (const batch of books[from]?.take() ?? []) books[to]?.hear(batch)
  }
  for (let miss = 0; miss < 4; miss += 1) queues[0]?.ask('lane', 'one', Date.now())
  pass(0, 1)
  for (let miss = 0; miss < 2; miss += 1) queues[1]?.ask('lane', 'one', Date.now())
  expect(queues[1]?.isFree('lane', Date.now())).toBe(false)
  queues[0]?.forget('lane', Date.now())
  pass(0, 1)
  pass(1, 0)
  for (const queue of queues) {
    const asked = Array.from({ length: 6 }, () => queue.ask('lane', 'one', Date.now()).granted)
    expect(asked).toEqual([true, true, true, true, false, false])
  }
})

test('of who sends calmly no other server hears, and who sends more is granted over all of them one allowance and what is quiet', () => {
  const clock = givenClock()
  const QUIET = 2
  const figures = { silent: 0, refused: 0 }
  fc.assert(
    fc.property(attemptsOf(fc.constant('one'), 600), fc.integer({ min: 1, max: 3 }), (attempts, servers) => {
      const limits = Array.from({ length: servers }, () => new Throttles(ALLOWANCE, Date.now, QUIET))
      let told = 0
      for (const [from, limit] of limits.entries())
        limit.whenSpent((lane, tokens) => {
          told += tokens
          for (const [to, other] of limits.entries()) if (to !== from) other.spentElsewhere(lane, tokens)
        })
      let at = 0
      const grants: number[] = []
      for (const { afterMs, server } of attempts) {
        at += afterMs
        clock.at(at)
        if (limits[server % servers]?.take('lane')) grants.push(at)
        else figures.refused += 1
      }
      expect(told).toBeLessThanOrEqual(grants.length + EPSILON)
      if (told === 0) figures.silent += 1
      const most = ALLOWANCE.burst + (servers - 1) * QUIET
      for (const [from, first] of grants.entries())
        for (const [more, last] of grants.slice(from).entries())
          expect(more + 1).toBeLessThanOrEqual(most + ((last - first) / 1000) * ALLOWANCE.perSecond + EPSILON)
    }),
    { numRuns: 300 },
  )
  expect(figures.silent).toBeGreaterThan(10)
  expect(figures.refused).toBeGreaterThan(20)
})
