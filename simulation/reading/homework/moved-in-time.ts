// Rows whose instants are all moved by the same time, for a publication that does not say when it was (D21).
import { type VisibleRow, visibleRow } from '../../secrecy/visible-row'

/** In September 2001, in milliseconds: whatever a row counts is less, and each of its instants is more. */
const FIRST_INSTANT = 1_000_000_000_000

const moved = (row: VisibleRow, by: number): VisibleRow =>
  visibleRow.parse(
    JSON.parse(JSON.stringify(row), (_, value: unknown) =>
      typeof value === 'number' && value >= FIRST_INSTANT ? value + by : value,
    ),
  )

/** `by` is in milliseconds, and negative to move them back. What lies between two instants stays the same. */
export const movedInTime = (rows: readonly VisibleRow[], by: number): readonly VisibleRow[] =>
  by === 0 ? rows : rows.map((row) => moved(row, by))
