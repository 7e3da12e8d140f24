/**
 * Who reviews whom, by laws (H30, H31), and that it follows from nothing that a student hears (L25, J14): an adversary knows everybody's id,
 * room, side and place in every list, and whose posts they were given themselves; how often they are right is held against how often
 * somebody is who knows none of it.
 */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  assignReviews,
  type GivenPair,
  type ReviewPair,
  type SecretLot,
  type Writer,
} from '#simulation/beside/peer-reviews/review-pairs'

/** The same settings in every run; `DRAW=7` draws others. */
const SEED = process.env.DRAW ?? 'peer reviews'
const DRAWS = 1_000
const SIDES = ['a', 'b', 'c']

const hashed = (words: string): string => createHash('sha256').update(words).digest('hex')
/** A number below `below` that follows from the words. */
const numberOf = (words: string, below: number): number => Number.parseInt(hashed(words).slice(0, 12), 16) % below

type Setting = { all: Writer[]; each: number; me: Writer }

/** Six to forty people at one to four tables. */
function settingOf(draw: number): Setting {
  const seed = `${SEED} setting ${draw}`
  const [many, tables] = [6 + numberOf(`${seed} many`, 35), 1 + numberOf(`${seed} tables`, 4)]
  const all = Array.from({ length: many }, (_, at) => ({
    id: hashed(`${seed} ${at}`).slice(0, 32),
    table: `table ${at % tables}`,
    side: SIDES[Math.floor(at / tables) % 3] ?? null,
  }))
  return { all, each: 2 + numberOf(`${seed} each`, 2), me: all[numberOf(`${seed} me`, many)]! }
}

type Drawn = Setting & { pairs: readonly ReviewPair[] }
const drawnBy = (lotOf: (draw: number) => SecretLot): Drawn[] =>
  Array.from({ length: DRAWS }, (_, draw) => {
    const setting = settingOf(draw)
    return { ...setting, pairs: assignReviews(setting.all, [], setting.each, lotOf(draw)) }
  })

type Known = Setting & { mine: readonly string[] }
/** Of these strategies each names somebody who, it believes, reviews the adversary. */
const STRATEGIES: Readonly<Record<string, (known: Known) => string | undefined>> = {
  // The product's own draw, with every lot that somebody without the secret can work out.
  'the draw by ids': (known) => predicted(known, (words) => words),
  'the draw without a lot': (known) => predicted(known, () => ''),
  'the draw by a public hash': (known) => predicted(known, hashed),
  // What the pairs that one knows could tell of those that one does not.
  'those one reviews': ({ mine }) => mine[0],
  'the other one that one reviews': ({ mine }) => mine.at(-1),
  'as far behind in the list as one looks ahead': ({ all, me, mine }) => mirrored(byId(all), me, mine[0]),
  'as far behind by room, side and id': ({ all, me, mine }) => mirrored(byPlace(all), me, mine[0]),
  'the next by id': ({ all, me }) => beside(byId(all), me, 1),
  'the one before by id': ({ all, me }) => beside(byId(all), me, -1),
  'half around by room, side and id': ({ all, me }) => beside(byPlace(all), me, Math.floor(all.length / 2)),
  'the first of another side': ({ all, me }) => byId(all).find(({ id, side }) => id !== me.id && side !== me.side)?.id,
}

function predicted({ all, each, me, mine }: Known, lot: (words: string) => string): string | undefined {
  const own = assignReviews(
    all,
    mine.map((author) => ({ reviewer: me.id, author, sent: false })),
    each,
    lot,
  )
  const fresh = assignReviews(all, [], each, lot)
  return [...fresh, ...own].find(({ author }) => author === me.id)?.reviewer
}
const byId = (all: readonly Writer[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
const byPlace = (all: readonly Writer[]) =>
  all.toSorted((a, b) => (`${a.table} ${a.side} ${a.id}` < `${b.table} ${b.side} ${b.id}` ? -1 : 1))
const beside = (list: readonly Writer[], me: Writer, by: number): string | undefined =>
  list[(list.indexOf(me) + by + list.length) % list.length]?.id
function mirrored(list: readonly Writer[], me: Writer, other: string | undefined): string | undefined {
  return beside(list, me, list.indexOf(me) - list.findIndex(({ id }) => id === other))
}

/** How much more often than by chance somebody is right, in standard deviations. Chance knows how many reviewers come from each room and side, and not who. */
function excess(strategy: (known: Known) => string | undefined, draws: readonly Drawn[]) {
  let [right, expected, variance] = [0, 0, 0]
  for (const { all, each, me, pairs } of draws) {
    const of = (reviewer: string) => pairs.filter((pair) => pair.reviewer === reviewer).map(({ author }) => author)
    const guess = strategy({ all, each, me, mine: of(me.id).toSorted() })
    const guessed = all.find(({ id }) => id === guess)
    if (!guessed || guessed.id === me.id) continue
    const alike = all.filter(({ id, table, side }) => id !== me.id && table === guessed.table && side === guessed.side)
    const reviewers = alike.filter(({ id }) => of(id).includes(me.id))
    const chance = reviewers.length / alike.length
    right += Number(reviewers.includes(guessed))
    expected += chance
    variance += chance * (1 - chance)
  }
  return (right - expected) / Math.sqrt(variance)
}

const secret = (draw: number) => (words: string) => hashed(`a secret of ${draw} ${SEED} ${words}`)
const DRAWN = drawnBy(secret)

test.each(Object.entries(STRATEGIES))('J14 nobody works out who reviews them: %s', (_, strategy) => {
  expect(excess(strategy, DRAWN)).toBeLessThan(3)
})

test('J14 it is seen where the lot is one that everybody can work out', () => {
  expect(
    excess(
      STRATEGIES['the draw by ids']!,
      drawnBy(() => (words) => words),
    ),
  ).toBeGreaterThan(10)
})

test('J14 of even sides none is reviewed by one other side alone', () => {
  const all = Array.from({ length: 24 }, (_, at) => ({ id: hashed(`${at}`), table: 'one', side: SIDES[at % 3]! }))
  const counts = new Map<string, number>()
  for (let draw = 0; draw < DRAWS; draw += 1)
    for (const { reviewer, author } of assignReviews(all, [], 2, secret(draw)).slice(0, 1)) {
      const [from, to] = [reviewer, author].map((person) => all.find(({ id }) => id === person)!.side)
      expect(from).not.toBe(to)
      counts.set(`${from}${to}`, (counts.get(`${from}${to}`) ?? 0) + 1)
    }
  for (const [ways, count] of counts)
    expect(Math.abs(count - DRAWS / 6), ways).toBeLessThan(4 * Math.sqrt((DRAWS * 5) / 36))
  expect(counts.size).toBe(6)
})

const writers = fc
  .uniqueArray(fc.uuid(), { maxLength: 40 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({ id: fc.constant(id), table: fc.constantFrom('1', '2', '3'), side: fc.constantFrom('a', 'b', 'c') }),
      ),
    ),
  ) as fc.Arbitrary<Writer[]>
const each = fc.constantFrom(2, 3)
const assigned = (all: readonly Writer[], before: readonly GivenPair[], many: number) =>
  assignReviews(all, before, many, hashed)
const countBy = (pairs: readonly { reviewer: string; author: string }[], key: 'reviewer' | 'author', id: string) =>
  pairs.filter((pair) => pair[key] === id).length
const isLawful = (pairs: readonly { reviewer: string; author: string }[]) =>
  pairs.every(({ reviewer, author }) => reviewer !== author) &&
  new Set(pairs.map(({ reviewer, author }) => `${reviewer} ${author}`)).size === pairs.length

test('H30 everybody reviews as many as are asked and is reviewed as often, by nobody twice and never by themselves', () => {
  fc.assert(
    fc.property(writers, each, (all, many) => {
      const pairs = assigned(all, [], many)
      expect(isLawful(pairs)).toBe(true)
      const most = Math.min(many, Math.max(0, all.length - 1))
      for (const { id } of all) {
        expect(countBy(pairs, 'reviewer', id)).toBe(most)
        expect(countBy(pairs, 'author', id)).toBe(most)
      }
      expect(assigned(all.toReversed(), [], many), 'by nobody’s order').toEqual(pairs)
    }),
  )
})

test('H30 where sides and rooms are even, nobody reviews their own side in their own room', () => {
  const even = (rooms: number, sides: number, people: number): Writer[] =>
    Array.from({ length: rooms * sides * people }, (_, at) => ({
      ...{ id: `p${String(at).padStart(3, '0')}`, table: `t${at % rooms}`, side: `s${Math.floor(at / rooms) % sides}` },
    }))
  for (const [rooms, sides, people] of [
    [1, 3, 4],
    [2, 3, 3],
    [3, 3, 4],
    [2, 2, 6],
  ] as const) {
    const all = even(rooms, sides, people)
    const byId = new Map(all.map((one) => [one.id, one]))
    const both = assigned(all, [], 2).filter(({ reviewer, author }) => {
      const [a, b] = [byId.get(reviewer)!, byId.get(author)!]
      return a.table === b.table && a.side === b.side
    })
    expect(both).toEqual([])
  }
})

test('H31 what was given or sent stays when others leave or come; nobody is left without as many as there are', () => {
  let moved = 0
  fc.assert(
    fc.property(
      writers,
      writers,
      fc.array(fc.boolean(), { minLength: 1 }),
      each,
      each,
      (all, more, flips, many, then) => {
        const first = assigned(all, [], many).map((pair, at) => ({ ...pair, sent: flips[at % flips.length]! }))
        const stay = all.filter((_, at) => flips[(at * 3) % flips.length])
        const after = [...stay, ...more.filter(({ id }) => !all.some((one) => one.id === id))]
        const pairs = assigned(after, first, then)
        expect(isLawful(pairs)).toBe(true)
        const here = new Set(after.map(({ id }) => id))
        const has = (pair: { reviewer: string; author: string }) =>
          pairs.some(({ reviewer, author }) => reviewer === pair.reviewer && author === pair.author)
        for (const pair of first) {
          const isFree = !here.has(pair.reviewer) || !here.has(pair.author)
          if (pair.sent || (then >= many && !isFree)) expect(has(pair)).toBe(true)
          else if (isFree) expect(has(pair)).toBe(false)
        }
        for (const { id } of after) {
          const sent = first.filter((pair) => pair.reviewer === id && pair.sent)
          const others = new Set([...after.map((one) => one.id), ...sent.map(({ author }) => author)]).size - 1
          expect(countBy(pairs, 'reviewer', id)).toBe(Math.max(sent.length, Math.min(then, others)))
        }
        if (stay.length < all.length && pairs.length > 0) moved += 1
        const told = pairs.map((pair) => ({
          ...pair,
          sent: first.some((one) => one.sent && one.reviewer === pair.reviewer && one.author === pair.author),
        }))
        const inOrder = (some: readonly { reviewer: string; author: string }[]) =>
          some.map(({ reviewer, author }) => `${reviewer} ${author}`).toSorted()
        expect(inOrder(assigned(after, told, then)), 'asked again it is the same').toEqual(inOrder(pairs))
      },
    ),
  )
  expect(moved).toBeGreaterThan(10)
})
