// The rows this page has received, folded into the room's state. A missing row number is reported, so that the page rejoins.
import { evolve, fold } from '#simulation/kernel/room'
import type { RoomState } from '#simulation/kernel/room-state'
import { type HeardRow, isRedacted, type VisibleRow } from '#simulation/secrecy/visible-row'
import type { LastHeard } from '#simulation/wire/protocol'

/** `last` is the last row that this page may read; rows after it are numbers alone. */
export type HeardLog = { state: RoomState | null; seq: number; last: LastHeard | null }

export const nothingHeard: HeardLog = { state: null, seq: 0, last: null }

/** Folds a whole log, as a join delivers it. */
export function heardWhole(rows: readonly VisibleRow[]): HeardLog {
  const last = rows.findLast((row): row is HeardRow => !isRedacted(row))
  return { state: fold(rows), seq: rows.at(-1)?.seq ?? 0, last: last ? asLast(last) : null }
}

const asLast = ({ seq, commandId }: HeardRow): LastHeard => ({ seq, commandId })

/** Folds further rows. Rows received before are skipped; null says that a row is missing and the page must join again. */
export function hearMore(log: HeardLog, rows: readonly VisibleRow[]): HeardLog | null {
  let { state, seq, last } = log
  for (const row of rows) {
    if (row.seq <= seq) continue
    if (row.seq !== seq + 1) return null
    if (!isRedacted(row)) {
      state = evolve(state, row)
      last = asLast(row)
    }
    seq = row.seq
  }
  return seq === log.seq ? log : { state, seq, last }
}
