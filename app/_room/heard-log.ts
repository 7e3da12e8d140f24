// The rows this page has received, folded into the room's state. A missing row number is reported, so that the page rejoins.
import { evolve, fold } from '#simulation/kernel/room'
import type { RoomState } from '#simulation/kernel/room-state'
import { isRedacted, type VisibleRow } from '#simulation/secrecy/visible-row'

export type HeardLog = { state: RoomState | null; seq: number }

export const nothingHeard: HeardLog = { state: null, seq: 0 }

/** Folds a whole log, as a join delivers it. */
export const heardWhole = (rows: readonly VisibleRow[]): HeardLog => ({ state: fold(rows), seq: rows.at(-1)?.seq ?? 0 })

/** Folds further rows. Rows received before are skipped; null says that a row is missing and the page must join again. */
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
