// The rows this page has heard, folded with the simulation's own `evolve`: the expected number is folded, a gap is reported.
// It must not know where rows come from.
import { evolve, fold } from '#simulation/kernel/room'
import type { RoomState } from '#simulation/kernel/room-state'
import { isRedacted, type VisibleRow } from '#simulation/secrecy/visible-row'

export type HeardLog = { state: RoomState | null; seq: number }

export const nothingHeard: HeardLog = { state: null, seq: 0 }

/** The whole log, heard from its first row. */
export const heardWhole = (rows: readonly VisibleRow[]): HeardLog => ({ state: fold(rows), seq: rows.at(-1)?.seq ?? 0 })

/** Continues the log; rows heard before are passed over, and null says that one is missing. */
export function hearMore(log: HeardLog, rows: readonly VisibleRow[]): HeardLog | null {
  let { state, seq } = log
  for (const row of rows) {
    if (row.seq <= seq) continue
    if (row.seq !== seq + 1) return null
    if (!isRedacted(row)) state = evolve(state, row)
    seq = row.seq
  }
  return seq === log.seq ? log : { state, seq }
}
