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

/** The log as this viewer reads it. */
export const viewOf = (rows: readonly Recorded[], who: Viewer, unsealed: boolean): readonly VisibleRow[] =>
  viewFor(shown(rows), who, unsealed)
