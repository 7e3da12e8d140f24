/** Rows as somebody who may hear all of them reads them, for what takes only rows that were filtered. */
import type { Recorded } from '#simulation/kernel/record'
import { type VisibleRow, viewFor } from '#simulation/secrecy/visible-row'

export const heardByChair = (rows: readonly Recorded[]): readonly VisibleRow[] => viewFor(rows, { kind: 'chair' }, true)
