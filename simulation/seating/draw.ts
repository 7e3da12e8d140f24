// Draws the seats of a class by lot, or by the students' choices. The same number draws the same seats from the same table, so that
// anybody can check a draw; locked places stay.
import { munkres } from 'munkres'
import type { SeatId } from '../kernel/ids'
import { lot } from '../kernel/seeded-random'
import { type HowSeated, isSame, openSeats, type PreparedSeat, rankOf, type TableSeat } from './prepared-seats'

export type DrawnPerson = {
  /** The id of the roster place. */
  place: string
  ranks: readonly SeatId[]
  /** The table that is prepared for them: a draw seats them there or nowhere. Absent or null where none is. */
  table?: string | null
}

export type Draw = {
  by: 'lot' | 'choices'
  /** Whether those who have a seat that is not locked are drawn again, or only those without one. */
  who: 'unlocked' | 'unseated'
  number: number
}

/** A draw by choices compares every student with every seat they chose; of more students it would hold up the server. */
export const MOST_CHOOSING = 320

/** The prepared seats after the draw. Whoever finds no seat is not in it. */
export function drawn(
  draw: Draw,
  people: readonly DrawnPerson[],
  seats: readonly TableSeat[],
  prepared: readonly PreparedSeat[],
): readonly PreparedSeat[] {
  const stays = prepared.filter((one) => one.locked || draw.who === 'unseated')
  const staying = new Set(stays.map(({ place }) => place))
  const drawing = people.filter(({ place }) => !staying.has(place))
  const given = [...stays]
  // Those who belong to a table are seated first: the others would take its seats, and have more to choose from.
  for (const table of [...new Set(drawing.flatMap((person) => person.table ?? [])), null]) {
    const group = drawing.filter((person) => (person.table ?? null) === table)
    const open = openSeats(seats, given).filter((seat) => table === null || seat.table === table)
    given.push(...drawnAmong(draw, group, open))
  }
  return given
}

/** The seats that a draw gives these people, of those that are open to them. */
function drawnAmong(draw: Draw, people: readonly DrawnPerson[], seats: readonly TableSeat[]): readonly PreparedSeat[] {
  const drawing = inLotOrder(people, draw.number, ({ place }) => place)
  const open = inFillingOrder(seats, draw.number)
  const chosen = draw.by === 'choices' ? bestChoices(drawing, open) : new Map<string, TableSeat>()
  const left = open.filter((seat) => ![...chosen.values()].includes(seat))
  const rest = drawing.filter(({ place }) => !chosen.has(place))
  return drawing.flatMap(({ place, ranks }): PreparedSeat[] => {
    const seat = chosen.get(place) ?? left[rest.findIndex((one) => one.place === place)]
    if (!seat) return []
    const rank = draw.by === 'choices' ? rankOf(ranks, seat) : null
    const how: HowSeated = rank === null ? 'lot' : `choice-${rank}`
    return [{ place, table: seat.table, seat: seat.id, how, locked: false }]
  })
}

function inLotOrder<One>(all: readonly One[], number: number, labelOf: (one: One) => string): readonly One[] {
  return all
    .map((one) => ({ one, by: lot(number, 'seat', labelOf(one)) }))
    .toSorted((a, b) => a.by - b.by)
    .map(({ one }) => one)
}

/**
 * The order in which seats fill (S3, S4): offices before second chairs before observers, the tables and delegations evenly, and within
 * a delegation in its own order. The lot decides which table and which delegation comes first.
 */
function inFillingOrder(seats: readonly TableSeat[], number: number): readonly TableSeat[] {
  const kind = (seat: TableSeat) => (seat.delegation === null ? 2 : seat.mirrors === null ? 0 : 1)
  return inLotOrder(seats, number, ({ table, delegation }) => `${table}/${delegation}`).toSorted(
    (a, b) => kind(a) - kind(b) || a.order - b.order,
  )
}

/** A choice that is not met costs as much as a fourth one would. */
const NONE = 4

/**
 * The students who get one of their choices, and the seat: of all ways to give these seats to these students, one with the fewest ranks
 * in sum, where none of the choices counts as a fourth. Among equals the order of people and seats decides, which the lot has made.
 */
function bestChoices(people: readonly DrawnPerson[], open: readonly TableSeat[]): ReadonlyMap<string, TableSeat> {
  const choosing = people.filter(({ ranks }) => ranks.length > 0)
  const wanted = open.filter((seat) => choosing.some(({ ranks }) => rankOf(ranks, seat) !== null))
  if (choosing.length === 0 || wanted.length === 0) return new Map()
  // Beside the seats stands one place for each student who may go without: the assignment needs a seat for everybody.
  const costs = choosing.map(({ ranks }) => [
    ...wanted.map((seat) => rankOf(ranks, seat) ?? NONE + 1),
    ...choosing.map(() => NONE),
  ])
  const found = new Map<string, TableSeat>()
  for (const [person, column] of munkres(costs)) {
    const [who, seat] = [choosing[person], wanted[column]]
    if (who && seat && rankOf(who.ranks, seat) !== null) found.set(who.place, seat)
  }
  return found
}

/** The number of a draw as it is read aloud: base 32 without the letters that are taken for digits. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const MOST_DRAWS = SIGNS.length ** 4
export const numberText = (number: number): string =>
  [3, 2, 1, 0].map((power) => SIGNS[Math.floor(number / SIGNS.length ** power) % SIGNS.length]).join('')

/** The draw that is meant by its number as somebody types it, in any case and with the letters that the signs leave out; null for no number. */
export function numberIn(typed: string): number | null {
  const signs = typed.replace(/[\s-]/gu, '').toUpperCase().replace(/[IL]/gu, '1').replaceAll('O', '0')
  if (signs.length !== 4) return null
  const places = [...signs].map((sign) => SIGNS.indexOf(sign))
  return places.includes(-1) ? null : places.reduce((number, place) => number * SIGNS.length + place, 0)
}

export type Outcome = {
  /** How many of those who chose get their first, second and third choice, and none of them. */
  first: number
  second: number
  third: number
  none: number
  /** How many chose, and how many have a seat without having chosen. */
  chose: number
  choseNothing: number
  /** How many of all have no seat. */
  unseated: number
}

/** What a seating gives the class, whoever made it: a seat placed by hand counts as the choice that it is. */
export function outcomeOf(
  people: readonly DrawnPerson[],
  seats: readonly TableSeat[],
  prepared: readonly PreparedSeat[],
): Outcome {
  const outcome: Outcome = { first: 0, second: 0, third: 0, none: 0, chose: 0, choseNothing: 0, unseated: 0 }
  const seatAt = new Map(seats.map((seat) => [`${seat.table} ${seat.id}`, seat]))
  const by = new Map(prepared.map((one) => [one.place, one]))
  for (const { place, ranks } of people) {
    const one = by.get(place)
    const seat = one && seatAt.get(`${one.table} ${one.seat}`)
    if (!seat) outcome.unseated += 1
    if (ranks.length > 0) outcome.chose += 1
    else if (seat) outcome.choseNothing += 1
    if (ranks.length === 0) continue
    const rank = seat ? rankOf(ranks, seat) : null
    if (rank === 1) outcome.first += 1
    else if (rank === 2) outcome.second += 1
    else if (rank === 3) outcome.third += 1
    else outcome.none += 1
  }
  return outcome
}

/** How many of those who had a seat sit elsewhere afterwards, or nowhere. */
export const changesOf = (before: readonly PreparedSeat[], after: readonly PreparedSeat[]): number =>
  before.filter((one) => !after.some((now) => now.place === one.place && isSame(now, one))).length
