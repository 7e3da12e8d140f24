/** Rows as a reader gets them, for functions that accept filtered rows only. */

import { grown } from '#simulation/engine/masked-log'
import type { Viewer } from '#simulation/kernel/viewer'
import type { MaskedRow } from '#simulation/secrecy/masked-row'
import { completeFor, type VisibleRow, viewFor } from '#simulation/secrecy/visible-row'
import type { Recorded } from '#simulation/shapes/record'

/** The complete record of a chair. */
export const heardByChair = (rows: readonly Recorded[]): readonly VisibleRow[] =>
  completeFor(rows, { kind: 'chair' }) ?? []

/** The log without the words that were taken off. */
export const shown = (rows: readonly Recorded[]): readonly MaskedRow[] => grown([], () => rows, rows)

/** Logs masked last. A log of a story only grows, so its length says which one it is. */
const masked = new WeakMap<readonly Recorded[], { length: number; rows: readonly MaskedRow[] }>()

/** The log as this viewer reads it. */
export function viewOf(rows: readonly Recorded[], who: Viewer, unsealed: boolean): readonly VisibleRow[] {
  const known = masked.get(rows)
  const one = known?.length === rows.length ? known : { length: rows.length, rows: shown(rows) }
  masked.set(rows, one)
  return viewFor(one.rows, who, unsealed)
}
