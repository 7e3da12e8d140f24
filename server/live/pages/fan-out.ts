/**
 * Turns the rows of a commit into messages: viewers who hear the same rows share one. Who hears a row is judged in simulation/secrecy.
 */

import type { Viewer } from '#simulation/kernel/viewer'
import type { MaskedRow } from '#simulation/secrecy/masked-row'
import { isHeardBy, type VisibleRow, viewFor } from '#simulation/secrecy/visible-row'

/** Viewers with equal keys hear the same rows and so share messages; a key that is too coarse would leak rows. */
export function keyOf(viewer: Viewer): string {
  if (viewer.kind !== 'person') return viewer.kind
  return `person/${viewer.person}/${viewer.seat ?? ''}/${viewer.hears.at(-1)?.from ?? ''}`
}

export type Delivery = { keys: string[]; rows: readonly VisibleRow[] }

/**
 * The messages for the new `rows` of a log: one for each group of viewers who hear the same. It begins behind the last row that they heard,
 * with the numbers of those in between, and ends with the last that they hear. Viewers who hear none are told nothing (R6).
 */
export function deliveries(
  log: readonly MaskedRow[],
  rows: readonly MaskedRow[],
  viewers: ReadonlyMap<string, Viewer>,
  unsealed: boolean,
): Delivery[] {
  const before = (rows[0]?.seq ?? 1) - 1
  const parts = new Map<string, Delivery>()
  for (const [key, viewer] of viewers) {
    const hears = rows.map((row) => (isHeardBy(row, viewer, unsealed) ? '1' : '0')).join('')
    if (!hears.includes('1')) continue
    const heard = log.findLastIndex((row, index) => index < before && isHeardBy(row, viewer, unsealed)) + 1
    const alike = `${heard}/${hears}`
    const part = parts.get(alike)
    if (part) part.keys.push(key)
    else parts.set(alike, { keys: [key], rows: viewFor([...log.slice(heard, before), ...rows], viewer, unsealed) })
  }
  return [...parts.values()]
}
