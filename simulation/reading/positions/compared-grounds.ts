// What the sentences of the comparison count, table by table, for their proofs (D14, D16, D34): with the entries of the closing reveals there.

import type { Ground } from '../record/proofs'
import type { Comparison, Shifts, TableGaps } from './compared-tables'
import type { Shift } from './debrief'

type AtTable = { table: string; name: string }

/** Each table: whether it narrowed in more rounds than it widened, the other way round, or in as many. */
type LeanGround = Ground<Shift | 'unknown', AtTable & { shifts: Shifts }>

export const leanGrounds = ({ tables }: Comparison): readonly LeanGround[] =>
  tables.map(({ id, name, mostly, shifts, rounds }) => ({
    ...{ key: id, table: id, name, shifts, way: mostly ?? 'unknown' },
    entries: rounds.flatMap(({ entry, shift, isShared }) => (shift === null || isShared ? [] : (entry ?? []))),
  }))

/** Each table's mean distance from the middle; null where none is known. */
type ApartGround = Ground<'apart' | 'nearer' | 'unknown', AtTable & { fromMiddle: number | null }>

export function apartGrounds({ tables, apart }: Comparison): readonly ApartGround[] {
  const way = ({ id, fromMiddle }: TableGaps): ApartGround['way'] => {
    if (fromMiddle === null) return 'unknown'
    return apart?.tables.some(({ table }) => table === id) ? 'apart' : 'nearer'
  }
  return tables.map((table) => ({
    ...{ key: table.id, table: table.id, name: table.name, fromMiddle: table.fromMiddle, way: way(table) },
    entries: table.rounds.flatMap(({ entry, fromMiddle }) => (fromMiddle === null ? [] : (entry ?? []))),
  }))
}
