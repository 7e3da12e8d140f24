// What the sentences of the comparison count, table by table, for their proofs (D14, D16, D34): with the entries of the closing reveals there.
import type { TensionKey } from '../kernel/ids'
import type { Comparison, Shifts, TableGaps } from './compared-tables'
import type { Shift } from './debrief'
import type { Ground } from './proofs'

/** The entry that revealed the closing positions of a round at a table; null where none did. */
export type ClosingEntry = (table: string, round: TensionKey) => string | null

type AtTable = { table: string; name: string }

/** Each table: whether it narrowed in more rounds than it widened, the other way round, or in as many. */
export type LeanGround = Ground<Shift | 'unknown', AtTable & { shifts: Shifts }>

export const leanGrounds = ({ tables }: Comparison, entryOf: ClosingEntry): readonly LeanGround[] =>
  tables.map(({ id, name, mostly, shifts, rounds }) => ({
    ...{ key: id, table: id, name, shifts, way: mostly ?? 'unknown' },
    entries: rounds.flatMap(({ round, shift, isShared }) =>
      shift === null || isShared ? [] : (entryOf(id, round) ?? []),
    ),
  }))

/** Of each round the tables that closed least and furthest apart. */
export type EndGround = Ground<
  'widest' | 'narrower',
  AtTable & { round: Readonly<{ number: number; title: string }>; distance: number }
>

export const endGrounds = ({ tables, rounds, widest }: Comparison, entryOf: ClosingEntry): readonly EndGround[] =>
  rounds.flatMap((round) =>
    round.closings.flatMap(({ table, distance }): EndGround[] => {
      const name = tables.find(({ id }) => id === table)?.name
      const isEnd = distance === round.ends?.least || distance === round.ends?.most
      if (name === undefined || !round.ends || !isEnd) return []
      const way = widest?.at.some((one) => one.round === round.round) ? 'widest' : 'narrower'
      const entry = entryOf(table, round.round)
      return [
        { key: `${round.round}/${table}`, way, table, name, round, distance, entries: entry === null ? [] : [entry] },
      ]
    }),
  )

/** Each table's mean distance from the middle; null where none is known. */
export type ApartGround = Ground<'apart' | 'nearer' | 'unknown', AtTable & { fromMiddle: number | null }>

export function apartGrounds({ tables, apart }: Comparison, entryOf: ClosingEntry): readonly ApartGround[] {
  const way = ({ id, fromMiddle }: TableGaps): ApartGround['way'] => {
    if (fromMiddle === null) return 'unknown'
    return apart?.tables.some(({ table }) => table === id) ? 'apart' : 'nearer'
  }
  return tables.map((table) => ({
    ...{ key: table.id, table: table.id, name: table.name, fromMiddle: table.fromMiddle, way: way(table) },
    entries: table.rounds.flatMap(({ round, fromMiddle }) =>
      fromMiddle === null ? [] : (entryOf(table.id, round) ?? []),
    ),
  }))
}
