/** Rows as a reader who may hear all of them gets them, for functions that accept filtered rows only. */
import type { Recorded } from '#simulation/kernel/record'
import { type VisibleRow, viewFor } from '#simulation/secrecy/visible-row'

export const heardByChair = (rows: readonly Recorded[]): readonly VisibleRow[] => viewFor(rows, { kind: 'chair' }, true)
