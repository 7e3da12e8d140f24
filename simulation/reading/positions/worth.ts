// What the text was worth to each side, in the chips that it laid, beside what was to be had (rule D11). Nothing is guessed: two sides are
// compared only where both laid chips and read at least half of what they agreed to.
import { delegationIds, membersOf, pairsOf } from '../../agenda/parties'
import type { DelegationId, Pair } from '../../kernel/ids'
import { chippedTensions, chipsEach, chipsOf, chipsOn } from '../../questions/chips'
import { axisOf } from '../../questions/readings'
import { clauseIn, type RoomState } from '../../state/room-state'
import { type FinalClause, finalClauses, lastPositions, readingsOf } from '../text/clause-readings'
import { cornersOf, frontierOf, moreForBoth, type Stake, type Worths, worthOf } from './frontier'

/** Why a clause is left out: its tension is neither played nor folded, one of the two has no position on it, or it was agreed and nobody read it. */
export type LeftOut = Readonly<{ clause: FinalClause; why: 'no-axis' | 'no-position' | 'no-reading' }>

/** Where the words stand: as each of the two reads them, and read alike; null for a clause that was not agreed. */
type WordsStand = Readonly<{ own: readonly [number, number]; alike: number }>
export type Counted = Stake &
  Readonly<{ clause: FinalClause; words: WordsStand | null; meanFor: readonly DelegationId[] }>

/** One side's words in a clause for the other's in another: what both gain by it, and where it would have come out. */
export type Trade = Readonly<{
  pair: Pair
  /** The first side's words in `given`, for the second's in `taken`. */
  first: WordsGiven
  second: WordsGiven
  gains: Worths
  at: Worths
}>
export type WordsGiven = Readonly<{ by: DelegationId; clause: FinalClause; words: string }>

export type Missing = Readonly<{
  delegation: DelegationId
  chips: boolean
  readings: { read: number; of: number } | null
}>

export type Plane = Readonly<{ pair: Pair }> &
  (
    | Readonly<{
        kind: 'drawn'
        counted: readonly Counted[]
        leftOut: readonly LeftOut[]
        /** What the text was worth, as each reads it, and read alike. */
        own: Worths
        alike: Worths
        corners: readonly Worths[]
        more: { own: number; alike: number }
        trade: Trade | null
      }>
    | Readonly<{ kind: 'missing'; missing: readonly Missing[] }>
    /** Both filed enough, but there is no clause on which both have a position. */
    | Readonly<{ kind: 'no-clause' }>
  )

/** What of each side worths are counted from. */
export function restsOn(state: RoomState) {
  const tensions = chippedTensions(state.plan)
  return delegationIds(state.plan).map((delegation) => {
    const { laid } = chipsOf(state, delegation)
    const { rounds } = state.plan
    return {
      delegation,
      /** By tension, in the plan's order; null where it laid none. */
      chips: laid && tensions.map((tension) => ({ tension, chips: chipsOn(laid.laid, tension) })),
      /** On how many of the questions it has a revealed position, be it of its own or by its brief. */
      positions: {
        revealed: rounds.filter(({ key }) => lastPositions(state, key)[delegation] !== undefined).length,
        of: rounds.length,
      },
      readings: readBy(state, delegation),
    }
  })
}

/** Of the clauses that a side agreed to and could read, how many it read. */
function readBy(state: RoomState, delegation: DelegationId): { read: number; of: number } {
  const agreed = (finalClauses(state) ?? []).filter(
    ({ by, tension }) => by.includes(delegation) && axisOf(state.plan, tension) !== null,
  )
  const read = agreed.filter((clause) => readingsOf(state, clause).some((each) => each.delegation === delegation))
  return { read: read.length, of: agreed.length }
}

/** One plane for each two sides; none before the text is finished, and in a room without chips. */
export function planes(state: RoomState): readonly Plane[] {
  const clauses = finalClauses(state)
  if (clauses === null || chipsEach(state.plan) === null) return []
  return pairsOf(state.plan).map((pair): Plane => {
    const missing = membersOf(pair).flatMap((delegation) => missingOf(state, delegation) ?? [])
    if (missing.length > 0) return { pair, kind: 'missing', missing }
    const all = clauses.map((clause) => countedFor(state, clauses, clause, pair))
    const counted = all.flatMap((one) => ('why' in one ? [] : [one]))
    if (counted.length === 0) return { pair, kind: 'no-clause' }
    const frontier = frontierOf(counted)
    const own = sumOf(counted, (words, side) => words.own[side])
    const alike = sumOf(counted, (words) => words.alike)
    return {
      pair,
      kind: 'drawn',
      ...{ counted, leftOut: all.flatMap((one) => ('why' in one ? [one] : [])), own, alike },
      corners: cornersOf(frontier),
      more: { own: moreForBoth(frontier, own), alike: moreForBoth(frontier, alike) },
      trade: bestTrade(state, pair, counted, alike),
    }
  })
}

function missingOf(state: RoomState, delegation: DelegationId): Missing | null {
  const chips = chipsOf(state, delegation).laid === null
  const readings = readBy(state, delegation)
  const few = 2 * readings.read < readings.of
  return chips || few ? { delegation, chips, readings: few ? readings : null } : null
}

function countedFor(state: RoomState, all: readonly FinalClause[], clause: FinalClause, pair: Pair): Counted | LeftOut {
  const [first, second] = membersOf(pair)
  const { tension } = clause
  if (tension === null || axisOf(state.plan, tension) === null) return { clause, why: 'no-axis' }
  const stood = lastPositions(state, tension)
  const [a, b] = [stood[first], stood[second]]
  if (a === undefined || b === undefined) return { clause, why: 'no-position' }
  const readings = readingsOf(state, clause)
  if (clause.agreed && readings.length === 0) return { clause, why: 'no-reading' }
  const alike = readings.reduce((sum, { value }) => sum + value, 0) / readings.length
  const of = (side: DelegationId) => readings.find(({ delegation }) => delegation === side)?.value
  const chips = (side: DelegationId) => chipsOn(chipsOf(state, side).laid?.laid ?? [], tension)
  return {
    clause,
    chips: [chips(first), chips(second)],
    sharedBy: all.filter((each) => each.tension === tension).length,
    positions: [a, b],
    words: clause.agreed ? { own: [of(first) ?? alike, of(second) ?? alike], alike } : null,
    meanFor: clause.agreed ? [first, second].filter((side) => of(side) === undefined) : [],
  }
}

const sumOf = (counted: readonly Counted[], value: (words: WordsStand, side: 0 | 1) => number): Worths => {
  const of = (side: 0 | 1) =>
    counted.reduce((sum, one) => sum + (one.words ? worthOf(one, side, value(one.words, side)) : 0), 0)
  return [of(0), of(1)]
}

/** Of the trades that are worth more to both than the text read alike, the best by what both gain together; each quotes words that a side has. */
function bestTrade(state: RoomState, pair: Pair, counted: readonly Counted[], alike: Worths): Trade | null {
  const [first, second] = membersOf(pair)
  const wordsOf = (by: DelegationId, { clause }: Counted): WordsGiven | null => {
    const own = clauseIn(state, clause.key)?.versions.findLast((version) => version.by === by)
    return own ? { by, clause, words: own.words } : null
  }
  const gain = (one: Counted, side: 0 | 1, value: number) =>
    worthOf(one, side, value) - (one.words ? worthOf(one, side, one.words.alike) : 0)
  const trades = counted.flatMap((given) =>
    counted.flatMap((taken): Trade[] => {
      const [words, others] = [wordsOf(first, given), wordsOf(second, taken)]
      if (given === taken || !words || !others) return []
      const of = (side: 0 | 1) => gain(given, side, given.positions[0]) + gain(taken, side, taken.positions[1])
      const gains: Worths = [of(0), of(1)]
      if (gains[0] <= LEAST || gains[1] <= LEAST) return []
      const at: Worths = [alike[0] + gains[0], alike[1] + gains[1]]
      return [{ pair, first: words, second: others, gains, at }]
    }),
  )
  const [best] = trades.toSorted((a, b) => sum(b.gains) - sum(a.gains))
  return best ?? null
}

/** A gain that is shown as none is no gain. */
const LEAST = 0.05
const sum = ([a, b]: Worths): number => a + b
const MOST_TRADES = 3

/** The trades nobody made: the best of each two sides, the best of all first. */
const bestOfPairs = (all: readonly Plane[]): readonly Trade[] =>
  all
    .flatMap((plane) => (plane.kind === 'drawn' && plane.trade ? [plane.trade] : []))
    .toSorted((a, b) => sum(b.gains) - sum(a.gains))

/** As many of them as are shown. */
export const tradesNobodyMade = (all: readonly Plane[]): readonly Trade[] => bestOfPairs(all).slice(0, MOST_TRADES)

/** Whether all clauses but this one were agreed, and it was not put to the vote with clean words. */
const isOnlyOpen = (all: readonly Plane[], clause: FinalClause): boolean =>
  !clause.agreed &&
  clause.version === null &&
  all.every(
    (plane) =>
      plane.kind !== 'drawn' ||
      [...plane.counted, ...plane.leftOut].every((one) => one.clause === clause || one.clause.agreed),
  )

/** What is said over all planes. */
export type WorthFinding =
  /** Every pair, of two at least, has a trade, and the best of each has this clause. `leftOpen`: of all clauses this one alone was not agreed, and it had no clean words. */
  | { kind: 'through'; clause: FinalClause; leftOpen: boolean }
  /** Not all pairs could be drawn: `drawn` is those that could, and `missing` the first side that filed too little. */
  | { kind: 'some'; drawn: readonly Pair[]; missing: Missing | null }
  /** The two who could both have had most more, read alike. */
  | { kind: 'more'; pair: Pair; more: number }
  | { kind: 'no-more' }
  | { kind: 'too-little' }

export function worthFinding(all: readonly Plane[]): WorthFinding {
  const drawn = all.flatMap((plane) => (plane.kind === 'drawn' ? [plane] : []))
  if (drawn.length === 0) return { kind: 'too-little' }
  if (drawn.length < all.length) {
    const missing = all.flatMap((plane) => (plane.kind === 'missing' ? plane.missing : []))[0] ?? null
    return { kind: 'some', drawn: drawn.map(({ pair }) => pair), missing }
  }
  const trades = bestOfPairs(all)
  const [best] = trades
  const isIn = (clause: FinalClause) =>
    trades.every(({ first, second }) => first.clause === clause || second.clause === clause)
  const shared =
    best && trades.length > 1 && trades.length === all.length
      ? [best.first.clause, best.second.clause].toSorted((a, b) => Number(a.agreed) - Number(b.agreed)).find(isIn)
      : undefined
  if (shared) return { kind: 'through', clause: shared, leftOpen: isOnlyOpen(all, shared) }
  const [most] = drawn.toSorted((a, b) => b.more.alike - a.more.alike)
  return most && most.more.alike > LEAST
    ? { kind: 'more', pair: most.pair, more: most.more.alike }
    : { kind: 'no-more' }
}
