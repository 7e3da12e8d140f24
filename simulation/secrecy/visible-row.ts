// Rows filtered for a reader. Only this file turns a recorded row into a `HeardRow`, and the code that sends, exports or draws rows
// takes `VisibleRow`: passing it rows that were not filtered does not compile.
import * as z from 'zod/mini'
import type { SeatId } from '../kernel/ids'
import type { Viewer } from '../kernel/viewer'
import { type Recorded, recorded } from '../shapes/record'
import type { MaskedRow } from './masked-row'
import { isForTheClass, isHeardInSeats, mayHear } from './may-hear'

/** A row that its reader may hear. The brand exists in the type only: on the wire it is the recorded row. */
export const heardRow = recorded.brand<'heard'>()
export type HeardRow = z.infer<typeof heardRow>

/** What is left of a row that a reader may not hear: its number, so that a page can tell a secret row from one that was lost. */
export const redactedRow = z.strictObject({ seq: z.int().check(z.positive()), sealed: z.literal(true) })
export type RedactedRow = z.infer<typeof redactedRow>

export const visibleRow = z.union([heardRow, redactedRow])
export type VisibleRow = z.infer<typeof visibleRow>

export const isRedacted = (row: Recorded | RedactedRow): row is RedactedRow => 'sealed' in row
const redacted = ({ seq }: { seq: number }): RedactedRow => ({ seq, sealed: true })

/** Whether this viewer may hear a row; if so the row may be sent to them. */
export function isHeardBy(row: MaskedRow, who: Viewer, unsealed: boolean): row is MaskedRow & HeardRow {
  return mayHear(row, who, unsealed)
}

/**
 * The log filtered for this viewer, up to the last row that they hear: what follows would tell that others talk (R6). Every row before it
 * keeps its number, and those they may not hear keep nothing else.
 */
export function viewFor(rows: readonly MaskedRow[], who: Viewer, unsealed: boolean): readonly VisibleRow[] {
  const last = rows.findLastIndex((row) => isHeardBy(row, who, unsealed))
  return rows.slice(0, last + 1).map((row) => (isHeardBy(row, who, unsealed) ? row : redacted(row)))
}

/** Of a log, what everybody hears, so that a join may carry one text of it for all. */
export const heardByAll = (rows: readonly MaskedRow[]): HeardRow[] =>
  rows.filter((row): row is MaskedRow & HeardRow => row.audience === 'everyone')

/** Of a log, what this viewer hears and not everybody. */
export const heardBesides = (rows: readonly MaskedRow[], who: Viewer, unsealed: boolean): HeardRow[] =>
  rows.filter((row): row is MaskedRow & HeardRow => row.audience !== 'everyone' && isHeardBy(row, who, unsealed))

/** The parts of a log put together again as `viewFor` has them: in their order, with the numbers of the rows between them. `after` is the row before the first. */
export function joinedRows(parts: readonly (readonly HeardRow[])[], after: number): readonly VisibleRow[] {
  const rows: VisibleRow[] = []
  for (const row of parts.flat().toSorted((one, other) => one.seq - other.seq)) {
    for (let seq = after + rows.length + 1; seq < row.seq; seq += 1) rows.push(redacted({ seq }))
    rows.push(row)
  }
  return rows
}

/** The complete record, the words that were taken off with it: for a chair alone, who keeps it as a file that comes back. Null for everybody else. */
export const completeFor = (rows: readonly Recorded[], who: Viewer): readonly VisibleRow[] | null =>
  who.kind === 'chair' ? rows.filter(isTheChairs) : null
const isTheChairs = (_row: Recorded): _row is HeardRow => true

/** A filtered log, filtered further to what may go to the whole class. */
export const forTheClass = (rows: readonly VisibleRow[], unsealed: boolean): readonly VisibleRow[] =>
  rows.map((row) => (isRedacted(row) || isForTheClass(row.audience, unsealed) ? row : redacted(row)))

/** A filtered log, filtered further to what one of these seats heard when it was recorded. */
export const asHeardIn = (rows: readonly VisibleRow[], seats: readonly SeatId[]): readonly VisibleRow[] =>
  rows.map((row) => (isRedacted(row) || isHeardInSeats(row.audience, seats) ? row : redacted(row)))
