// The tables of one activity beside each other (D16): how far apart two sides stood in each round at each table, where the gap closed and
// where it opened, and which table lies furthest from the middle. Its sentences over rounds are counts; a mean is called one (D14).
import { delegationIds, focusOf, membersOf, pairsOf, type WithParties } from '../../agenda/parties'
import type { RoomPlan } from '../../agenda/plan'
import type { DelegationId, FilingStage, Pair, TensionKey } from '../../kernel/ids'
import { type MiddleHalf, middleHalf } from '../../kernel/middle-half'
import { mean } from '../../kernel/paired'
import { distance, focusGap, type Values } from '../log/gap'
import type { Played } from '../record/played'
import { extremeOf } from '../record/proofs'
import { type Shift, shiftBetween } from './debrief'

/** The width between the members of the gap, or the distance of one pair. */
export type Measure = 'gap' | Pair

/** The room that a fork plays on from is number 0 beside it. */
export type PlayedTable = Readonly<{ id: string; name: string; number: number; played: Played }>

/** One round at one table; null where a position is not revealed. */
export type TableRound = Readonly<{
  round: TensionKey
  opening: number | null
  closing: number | null
  /** The number of the entry that revealed the closing positions; null where none did. */
  entry: string | null
  shift: Shift | null
  /** Whether it is told at the room that this one plays on from, and counted there alone (D33). */
  isShared: boolean
  /** How far its closing distance lies from the median of the tables; null where it is shared, or no other table closed. */
  fromMiddle: number | null
}>

/** In how many rounds the distance changed so from opening to closing; `unknown` where one of the two is. */
export type Shifts = Readonly<Record<Shift | 'unknown' | 'shared', number>>

export type TableGaps = Readonly<{
  id: string
  name: string
  number: number
  rounds: readonly TableRound[]
  shifts: Shifts
  /** Whether it narrowed in more rounds than it widened, the other way round, or neither; null where no round of its own is known. */
  mostly: Shift | null
  /** The mean of its `fromMiddle`; null where none is known. */
  fromMiddle: number | null
}>

export type RoundAcross = Readonly<{
  round: TensionKey
  title: string
  number: number
  /** Of the closing distances. */
  middle: MiddleHalf | null
  /** At how many tables a closing distance is known. */
  closed: number
}>

export type Comparison = Readonly<{
  tables: readonly TableGaps[]
  rounds: readonly RoundAcross[]
  shifts: Shifts
  /** Of the rounds at tables of which both distances are known: in how many a measured side stands by its brief, because nobody of it filed. */
  byBrief: number
  finding: ComparedFinding
  /** Who stands apart (D34): the tables furthest from the middle, up to three alike; null where none is, or all known tables are. */
  apart: Readonly<{ fromMiddle: number; tables: readonly Parting[] }> | null
}>

/** A table that stands apart, and the first round that it closed outside of the middle half of the tables; null where there is none. */
export type Parting = Readonly<{ table: string; name: string; at: PartedAt | null }>
/** `entry` is the number of the entry that revealed it. */
export type PartedAt = Readonly<{ title: string; closing: number; median: number; entry: string }>

/** The sentence over all tables: at how many of those that are known it mostly did what. */
export type ComparedFinding =
  | { kind: 'unknown' }
  | { kind: 'alike'; mostly: Shift; tables: number }
  | ({ kind: 'mixed'; tables: number } & Record<Shift, number>)

/** The measures that a plan offers, that of the gap first. A gap between two is its pair and stands once. */
export function measuresOf(plan: WithParties & Pick<RoomPlan, 'focus'>): readonly Measure[] {
  const { members } = focusOf(plan)
  return [
    'gap',
    ...pairsOf(plan).filter((pair) => members.length > 2 || !membersOf(pair).every((id) => members.includes(id))),
  ]
}

/** Tables without a round in common with the others still stand in it. Null for no table. */
export function compareTables(tables: readonly PlayedTable[], measure: Measure): Comparison | null {
  const [first] = tables
  if (!first) return null
  const isOwn = isOwnAmong(tables)
  const measured = tables.map((table) => ({ table, rounds: roundsOf(table, measure, isOwn) }))
  const rounds = first.played.rounds.map(({ key, title }, place): RoundAcross => {
    const closings = measured.flatMap(({ rounds }) =>
      rounds.flatMap(({ round, closing, isShared }) => (round !== key || isShared ? [] : (closing ?? []))),
    )
    return { round: key, title, number: place + 1, middle: middleHalf(closings), closed: closings.length }
  })
  const gaps = measured.map(({ table, rounds: own }) => gapsAt(table, own, rounds))
  return {
    ...{ tables: gaps, rounds, shifts: sumOf(gaps), finding: findingOf(gaps) },
    byBrief: measured.reduce((sum, one) => sum + byBriefAt(one.table.played, one.rounds, measure), 0),
    apart: apartOf(gaps, rounds, tables),
  }
}

function apartOf(
  gaps: readonly TableGaps[],
  across: readonly RoundAcross[],
  tables: readonly PlayedTable[],
): Comparison['apart'] {
  const furthest = extremeOf(
    gaps.flatMap((one) => (one.fromMiddle === null ? [] : [[one, one.fromMiddle] as const])),
    'most',
  )
  if (!furthest || furthest.value === 0 || furthest.stands === 'many' || furthest.at.length === furthest.of) return null
  const parted = ({ id, rounds }: TableGaps): PartedAt | null => {
    for (const { round, title, middle } of across) {
      const closing = rounds.find((one) => one.round === round && !one.isShared)?.closing ?? null
      const table = tables.find((table) => table.id === id)
      const entry = table && playedRound(table, round)?.closing.entry
      if (entry && middle && closing !== null && (closing < middle.low || closing > middle.high))
        return { title, closing, median: middle.median, entry }
    }
    return null
  }
  return {
    fromMiddle: furthest.value,
    tables: furthest.at.map((one) => ({ table: one.id, name: one.name, at: parted(one) })),
  }
}

type PlayedRound = Played['rounds'][number]

const playedRound = ({ played }: PlayedTable, round: TensionKey): PlayedRound | undefined =>
  played.rounds.find(({ key }) => key === round)

/** Where one side closed at each table: its dots on the axis of a round, in the order of the tables. */
export type SideAcross = Readonly<{
  delegation: DelegationId
  /** The median of the opening positions. */
  opened: number | null
  middle: MiddleHalf | null
  closings: readonly Readonly<{ table: string; value: number }>[]
}>

/** A round of the first table's plan with each side's positions at all tables (D16). */
export type AxisAcross = Readonly<{ round: PlayedRound; number: number; sides: readonly SideAcross[] }>

/** The rounds of which a closing position is known at two tables or more. */
export function axesAcross(tables: readonly PlayedTable[]): readonly AxisAcross[] {
  const isOwn = isOwnAmong(tables)
  const first = tables[0]?.played
  if (!first) return []
  return first.rounds.flatMap((round, place): AxisAcross[] => {
    const closed = new Set<string>()
    const sides = delegationIds(first).map((delegation): SideAcross => {
      const at = (stage: FilingStage) =>
        tables.flatMap((table) => {
          const told = playedRound(table, round.key)?.[stage]
          const value = told?.values[delegation]
          return !told || value === undefined || !isOwn(table, told) ? [] : [{ table: table.id, value }]
        })
      const closings = at('closing')
      for (const { table } of closings) closed.add(table)
      const opened = middleHalf(at('opening').map(({ value }) => value))?.median ?? null
      return { delegation, opened, middle: middleHalf(closings.map(({ value }) => value)), closings }
    })
    return closed.size < 2 ? [] : [{ round, number: place + 1, sides }]
  })
}

/** The tables by their number, or those furthest from the middle first and those of which nothing is known last. */
export const tablesInOrder = ({ tables }: Comparison, order: 'number' | 'apart'): readonly TableGaps[] =>
  tables.toSorted(
    (a, b) => (order === 'apart' ? (b.fromMiddle ?? -1) - (a.fromMiddle ?? -1) : 0) || a.number - b.number,
  )

/** Whether something told at a table is its own: not where a fork has it from a room that stands beside it (D33, D37). */
type IsOwn = (table: PlayedTable, told: { readonly isBefore: boolean }) => boolean

export function isOwnAmong(tables: readonly PlayedTable[]): IsOwn {
  const hasOrigin = tables.some(({ number }) => number === 0)
  // What the origin has from a room before it is told nowhere else here.
  return ({ number }, { isBefore }) => !hasOrigin || number === 0 || !isBefore
}

type MeasuredRound = Omit<TableRound, 'fromMiddle'>

const roundsOf = (table: PlayedTable, measure: Measure, isOwn: IsOwn): readonly MeasuredRound[] =>
  table.played.rounds.map(({ key, ...stages }) => {
    const at = (stage: FilingStage) => measuredIn(table.played, measure, stages[stage].values)
    const [opening, closing] = [at('opening'), at('closing')]
    return {
      round: key,
      opening,
      closing,
      entry: stages.closing.entry,
      shift: shiftBetween(opening, closing),
      isShared: !isOwn(table, stages.closing),
    }
  })

const measuredIn = (plan: Pick<RoomPlan, 'focus'>, measure: Measure, values: Values): number | null =>
  measure === 'gap' ? focusGap(plan, values) : distance(values, measure)

function gapsAt(table: PlayedTable, own: readonly MeasuredRound[], across: readonly RoundAcross[]): TableGaps {
  const rounds = own.map((one): TableRound => {
    const found = across.find(({ round }) => round === one.round)
    const middle = found && found.closed > 1 ? found.middle : null
    return {
      ...one,
      fromMiddle: one.closing === null || one.isShared || !middle ? null : Math.abs(one.closing - middle.median),
    }
  })
  const its = rounds.filter(({ isShared }) => !isShared)
  const count = (shift: Shift | null) => its.filter((one) => one.shift === shift).length
  const shared = rounds.length - its.length
  const shifts: Shifts = {
    ...{ narrowed: count('narrowed'), widened: count('widened'), held: count('held'), unknown: count(null), shared },
  }
  const off = rounds.flatMap(({ fromMiddle }) => fromMiddle ?? [])
  const { id, name, number } = table
  return {
    ...{ id, name, number, rounds, shifts, fromMiddle: off.length === 0 ? null : mean(off) },
    mostly: shifts.unknown === its.length ? null : mostOf(shifts),
  }
}

const mostOf = ({ narrowed, widened }: Shifts): Shift =>
  narrowed > widened ? 'narrowed' : widened > narrowed ? 'widened' : 'held'

const sumOf = (tables: readonly TableGaps[]): Shifts => {
  const sum = (shift: keyof Shifts) => tables.reduce((all, { shifts }) => all + shifts[shift], 0)
  return {
    ...{ narrowed: sum('narrowed'), widened: sum('widened'), held: sum('held') },
    ...{ unknown: sum('unknown'), shared: sum('shared') },
  }
}

function findingOf(all: readonly TableGaps[]): ComparedFinding {
  const known = all.flatMap(({ mostly }) => mostly ?? [])
  const [first] = known
  if (first === undefined) return { kind: 'unknown' }
  if (known.every((one) => one === first)) return { kind: 'alike', mostly: first, tables: known.length }
  const count = (shift: Shift) => known.filter((one) => one === shift).length
  return {
    kind: 'mixed',
    ...{ narrowed: count('narrowed'), widened: count('widened'), held: count('held'), tables: known.length },
  }
}

/** In how many known rounds a side that the measure is about stands by its brief, at the opening or at the closing. */
function byBriefAt(played: Played, rounds: readonly MeasuredRound[], measure: Measure): number {
  const sides: readonly DelegationId[] = measure === 'gap' ? focusOf(played).members : membersOf(measure)
  const known = new Set(rounds.flatMap(({ round, shift, isShared }) => (shift === null || isShared ? [] : [round])))
  return played.rounds.filter(
    ({ key, opening, closing }) =>
      known.has(key) && [...opening.byBrief, ...closing.byBrief].some((id) => sides.includes(id)),
  ).length
}
