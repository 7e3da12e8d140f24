// Rows that somebody may read. Only this file makes a `HeardRow` of a recorded one, and whatever sends, exports or draws rows takes
// nothing else: a row that nobody has filtered does not compile there.
import * as z from 'zod/mini'
import type { SeatId } from '../kernel/ids'
import { type Recorded, recorded } from '../kernel/record'
import { isForTheClass, isHeardInSeats, mayHear } from './may-hear'
import type { Viewer } from './viewer'

/** A row as the page that was sent it reads it. The mark is of the type alone: on the way it is the row itself. */
export const heardRow = recorded.brand<'heard'>()
export type HeardRow = z.infer<typeof heardRow>

/** A row that this viewer may not hear: it keeps its number, so that a gap is seen at once, and nothing else. */
export const redactedRow = z.strictObject({ seq: z.int().check(z.positive()), sealed: z.literal(true) })
export type RedactedRow = z.infer<typeof redactedRow>

export const visibleRow = z.union([heardRow, redactedRow])
export type VisibleRow = z.infer<typeof visibleRow>

export const isRedacted = (row: Recorded | RedactedRow): row is RedactedRow => 'sealed' in row
const redacted = ({ seq }: { seq: number }): RedactedRow => ({ seq, sealed: true })

/** Whether this viewer may hear a row; one they may is theirs to be sent. */
export function isHeardBy(row: Recorded, who: Viewer, unsealed: boolean): row is HeardRow {
  return mayHear(row, who, unsealed)
}

/** A row for everybody, whoever reads. */
export const isHeardByAll = (row: Recorded): row is HeardRow => row.audience === 'everyone'

/** The log as this viewer may read it: every number, and only the words that are theirs. */
export function viewFor(rows: readonly Recorded[], who: Viewer, unsealed: boolean): readonly VisibleRow[] {
  return rows.map((row) => (isHeardBy(row, who, unsealed) ? row : redacted(row)))
}

/** Of what a reader may read, only what goes to the whole class. */
export const forTheClass = (rows: readonly VisibleRow[], unsealed: boolean): readonly VisibleRow[] =>
  rows.map((row) => (isRedacted(row) || isForTheClass(row.audience, unsealed) ? row : redacted(row)))

/** Of what a reader may read, what somebody in one of these seats heard at the time. */
export const asHeardIn = (rows: readonly VisibleRow[], seats: readonly SeatId[]): readonly VisibleRow[] =>
  rows.map((row) => (isRedacted(row) || isHeardInSeats(row.audience, seats) ? row : redacted(row)))

/**
 * R6: the number of a row that is not theirs says when the others talk. It is told once the second of the clock is full in which the row
 * was said, or together with the next row that is theirs. `rows` is the log of which `view` is what somebody may read.
 */
export function sendableBy(now: number, rows: readonly Recorded[], view: readonly VisibleRow[]): readonly VisibleRow[] {
  const second = now - (now % 1_000)
  const last = view.findLastIndex((row, index) => !isRedacted(row) || (rows[index]?.at ?? 0) < second)
  return view.slice(0, last + 1)
}
