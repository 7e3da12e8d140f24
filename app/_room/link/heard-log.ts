// The rows this page has received, folded into the room's state. A missing row number is reported, so that the page rejoins.

import { withWordsOff } from '#simulation/engine/masked-log'
import { evolve, fold } from '#simulation/engine/room'
import { changesWords } from '#simulation/questions/strikes'
import { type HeardRow, isRedacted, type VisibleRow } from '#simulation/secrecy/visible-row'
import type { RoomState } from '#simulation/state/room-state'
import type { LastHeard } from '#simulation/wire/protocol'

/** `rows` hold no words that were taken off: what takes some off takes them out of these, and the state is folded anew. */
export type HeardLog = { state: RoomState | null; seq: number; rows: readonly VisibleRow[] }

export const nothingHeard: HeardLog = { state: null, seq: 0, rows: [] }

/** Folds a whole log, as a join delivers it: its rows come without the words that were taken off. */
export const heardWhole = (rows: readonly VisibleRow[]): HeardLog => ({
  state: fold(rows),
  seq: rows.at(-1)?.seq ?? 0,
  rows,
})

/** The last row that this page holds. It is one that it may read: numbers alone come only before such a row. */
export function lastHeard({ rows }: HeardLog): LastHeard | null {
  const last = rows.findLast((row): row is HeardRow => !isRedacted(row))
  return last ? { seq: last.seq, commandId: last.commandId } : null
}

/** Folds further rows. Rows received before are skipped; null says that a row is missing and the page must join again. */
export function hearMore(log: HeardLog, more: readonly VisibleRow[]): HeardLog | null {
  let { state, seq, rows } = log
  const news: VisibleRow[] = []
  for (const row of more) {
    if (row.seq <= seq) continue
    if (row.seq !== seq + 1) return null
    news.push(row)
    seq = row.seq
    if (isRedacted(row)) continue
    state = evolve(state, row)
    if (!changesWords(row)) continue
    rows = withWordsOff([...rows, ...news.splice(0)], row, state)
    state = fold(rows)
  }
  return seq === log.seq ? log : { state, seq, rows: [...rows, ...news] }
}
