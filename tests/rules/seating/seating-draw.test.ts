// The prepared seating and its draws. What a draw promises is held against all seatings of small classes, tried one by one.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SeatId, seatId } from '#simulation/kernel/ids'
import {
  type Draw,
  type DrawnPerson,
  drawn,
  MOST_DRAWS,
  numberIn,
  numberText,
  outcomeOf,
} from '#simulation/seating/draw'
import {
  locked,
  moved,
  openSeats,
  type PreparedSeat,
  preparedSeat,
  rankOf,
  type TableSeat,
  whatForbids,
  withoutSeat,
} from '#simulation/seating/prepared-seats'
import { smallSeminar } from '../../support/cast'
import { CN, JP, US } from '../../support/stories/sides'

const { plan } = smallSeminar({ chairs: { [US]: 3, [JP]: 3, [CN]: 3 }, observers: [] })
const tables = (...names: string[]): TableSeat[] =>
  names.flatMap((table) => plan.seats.map((seat) => ({ ...seat, table, taken: false })))
const OFFICES = plan.seats.map(({ id }) => id)
const people = (count: number, choices: readonly (readonly SeatId[])[] = []): DrawnPerson[] =>
  Array.from({ length: count }, (_, at) => ({ place: `place${at}`, ranks: choices[at] ?? [] }))
const at = (table: string, seat: string) => ({ table, seat: seatId.parse(seat) })
const byLot = (number = 1): Draw => ({ by: 'lot', who: 'unlocked', number })
const byChoices = (number = 1): Draw => ({ by: 'choices', who: 'unlocked', number })

/** Nobody sits twice, no seat is given twice, and every seat is one of the tables that nobody has taken. */
function isSound(prepared: readonly PreparedSeat[], seats: readonly TableSeat[]): void {
  expect(new Set(prepared.map(({ place }) => place)).size).toBe(prepared.length)
  expect(new Set(prepared.map(({ table, seat }) => `${table} ${seat}`)).size).toBe(prepared.length)
  for (const one of prepared) {
    expect(preparedSeat.safeParse(one).success).toBe(true)
    expect(seats.some(({ table, id, taken }) => table === one.table && id === one.seat && !taken)).toBe(true)
  }
}

describe('by hand', () => {
  test('a person is seated, changes places with another, and is taken off again', () => {
    const seats = tables('one', 'two')
    let prepared = moved([], 'mei', at('one', 'us.state'))
    prepared = moved(prepared, 'jonas', at('two', 'jp.pm'))
    prepared = moved(prepared, 'mei', at('two', 'jp.pm'))
    expect(prepared.map(({ place, table, seat }) => [place, table, seat])).toEqual([
      ['mei', 'two', 'jp.pm'],
      ['jonas', 'one', 'us.state'],
    ])
    // Whoever had no seat takes the other's, who has none then.
    prepared = moved(prepared, 'amara', at('one', 'us.state'))
    expect(withoutSeat([{ place: 'mei' }, { place: 'jonas' }, { place: 'amara' }], prepared)).toEqual([
      { place: 'jonas' },
    ])
    expect(moved(prepared, 'amara', null).map(({ place }) => place)).toEqual(['mei'])
    isSound(prepared, seats)
  })

  test('a locked place stays, and a seat where somebody sits already is not given', () => {
    const seats = tables('one').map((seat) => ({ ...seat, taken: seat.id === 'cn.foreign' }))
    const prepared = locked(moved([], 'mei', at('one', 'us.state')), ['mei'], true)
    expect(whatForbids(prepared, seats, 'mei', at('one', 'jp.pm'))).toBe('locked')
    expect(whatForbids(prepared, seats, 'jonas', at('one', 'us.state'))).toBe('locked')
    expect(whatForbids(prepared, seats, 'jonas', at('one', 'cn.foreign'))).toBe('taken')
    expect(whatForbids(prepared, seats, 'jonas', at('two', 'us.state'))).toBe('taken')
    expect(whatForbids(prepared, seats, 'jonas', at('one', 'jp.pm'))).toBeNull()
    expect(openSeats(seats, prepared)).toHaveLength(7)
  })
})

const drawing = fc.record({
  count: fc.integer({ min: 1, max: 24 }),
  choices: fc.array(fc.shuffledSubarray(OFFICES, { maxLength: 3 }), { maxLength: 24 }),
  lockedPlaces: fc.integer({ min: 0, max: 3 }),
  number: fc.integer({ min: 0, max: 1_000_000 }),
  by: fc.constantFrom('lot' as const, 'choices' as const),
  who: fc.constantFrom('unlocked' as const, 'unseated' as const),
})

test('every draw is sound, keeps what is locked, seats as many as there are seats, and is the same for the same number', () => {
  const seats = tables('one', 'two')
  let looked = 0
  fc.assert(
    fc.property(drawing, ({ count, choices, lockedPlaces, ...draw }) => {
      const all = people(count, choices)
      const before = locked(
        drawn(byLot(7), all.slice(0, Math.min(count, 5)), seats, []),
        all.slice(0, lockedPlaces).map(({ place }) => place),
        true,
      )
      const after = drawn(draw, all, seats, before)
      isSound(after, seats)
      expect(after).toHaveLength(Math.min(count, seats.length))
      const kept = before.filter((one) => one.locked || draw.who === 'unseated')
      for (const one of kept) expect(after).toContainEqual(one)
      expect(drawn(draw, [...all].reverse(), [...seats].reverse(), before).toSorted(inOrder)).toEqual(
        after.toSorted(inOrder),
      )
      looked += 1
    }),
    { numRuns: 200 },
  )
  expect(looked).toBe(200)
})
const inOrder = (a: PreparedSeat, b: PreparedSeat) => a.place.localeCompare(b.place)

test('two numbers draw different seats', () => {
  const seats = tables('one', 'two')
  const places = (number: number) => JSON.stringify(drawn(byLot(number), people(18), seats, []).toSorted(inOrder))
  expect(new Set([1, 2, 3, 4, 5].map(places)).size).toBe(5)
  expect([numberText(0), numberText(1_000_000)]).toEqual(['0000', 'YGJ0'])
  fc.assert(
    fc.property(fc.nat(MOST_DRAWS - 1), (number) => {
      expect(numberIn(numberText(number))).toBe(number)
      expect(numberIn(` ${numberText(number).toLowerCase()} `)).toBe(number)
    }),
  )
  expect(numberIn('yg-JO')).toBe(1_000_000)
  for (const typed of ['', 'YGJ', 'YGJ00', 'YGJU', 'Y*J0']) expect(numberIn(typed)).toBeNull()
})

test('S3 S4 a lot fills offices before second chairs, and tables and delegations evenly', () => {
  const mirrored = smallSeminar({ chairs: { [US]: 7, [JP]: 7, [CN]: 7 }, observers: ['Press'] }).plan.seats
  const seats = ['one', 'two'].flatMap((table) => mirrored.map((seat) => ({ ...seat, table, taken: false })))
  for (const number of [1, 2, 3]) {
    const after = drawn(byLot(number), people(14), seats, [])
    const counts = ['one', 'two'].flatMap((table) =>
      ['us', 'jp', 'cn'].map((side) => after.filter((one) => one.table === table && one.seat.startsWith(side)).length),
    )
    expect(counts.toSorted()).toEqual([2, 2, 2, 2, 3, 3])
    expect(after.every(({ seat }) => !seat.endsWith('.2'))).toBe(true)
    for (const head of ['us.state', 'jp.pm', 'cn.foreign'])
      expect(after.filter(({ seat }) => seat === head)).toHaveLength(2)
  }
})

/** The fewest ranks in sum that any seating of these people gives, by trying all. */
function fewestRanks(all: readonly DrawnPerson[], seats: readonly TableSeat[]): number {
  const [first, ...others] = all
  if (!first) return 0
  const without = 4 + fewestRanks(others, seats)
  const withSeat = seats.flatMap((seat, index) => {
    const rank = rankOf(first.ranks, seat)
    return rank === null ? [] : [rank + fewestRanks(others, seats.toSpliced(index, 1))]
  })
  return Math.min(without, ...withSeat)
}

test('no other seating of a class gives fewer ranks in sum than a draw by choices', () => {
  const seats = tables('one')
  let contested = 0
  fc.assert(
    fc.property(
      fc.array(fc.shuffledSubarray(OFFICES.slice(0, 4), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.integer({ min: 0, max: 9_999 }),
      (choices, number) => {
        const all = people(choices.length, choices)
        const { first, second, third, none } = outcomeOf(all, seats, drawn(byChoices(number), all, seats, []))
        expect(first + second + third + none).toBe(choices.length)
        expect(first + 2 * second + 3 * third + 4 * none).toBe(fewestRanks(all, seats))
        if (none + second + third > 0) contested += 1
      },
    ),
    { numRuns: 300 },
  )
  expect(contested).toBeGreaterThan(50)
})

test('how a name came there is what it says: a choice, by its rank, or the lot', () => {
  const seats = tables('one')
  fc.assert(
    fc.property(drawing, ({ count, choices, number }) => {
      const all = people(Math.min(count, 9), choices)
      for (const one of drawn(byChoices(number), all, seats, [])) {
        const seat = seats.find(({ id }) => id === one.seat)
        const rank = seat && rankOf(all.find(({ place }) => place === one.place)?.ranks ?? [], seat)
        expect(one.how).toBe(rank === null ? 'lot' : `choice-${rank}`)
      }
    }),
    { numRuns: 100 },
  )
})

test('who belongs to a table is seated there or nowhere, and nobody else takes their seat', () => {
  const seats = tables('one', 'two')
  let kept = 0
  fc.assert(
    fc.property(
      drawing,
      fc.array(fc.constantFrom('one', 'two', null), { minLength: 24, maxLength: 24 }),
      (given, own) => {
        const { count, choices, number, by } = given
        const all = people(count, choices).map((person, at) => ({ ...person, table: own[at] ?? null }))
        const after = drawn({ by, who: 'unlocked', number }, all, seats, [])
        isSound(after, seats)
        const tableOf = new Map(after.map(({ place, table }) => [place, table]))
        for (const table of ['one', 'two']) {
          const members = all.filter((person) => person.table === table)
          const seated = members.filter(({ place }) => tableOf.has(place))
          expect(seated.every(({ place }) => tableOf.get(place) === table)).toBe(true)
          expect(seated).toHaveLength(Math.min(members.length, plan.seats.length))
          kept += seated.length
        }
      },
    ),
    { numRuns: 200 },
  )
  expect(kept).toBeGreaterThan(200)
})
