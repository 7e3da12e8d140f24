/**
 * Turns the rows of a commit into messages: viewers who hear the same rows share one. Who hears a row is judged in simulation/secrecy.
 */
import type { MaskedRow } from '#simulation/secrecy/masking'
import type { Viewer } from '#simulation/secrecy/viewer'
import { isHeardBy, redacted, type VisibleRow, viewFor } from '#simulation/secrecy/visible-row'
import type { LastDelivered } from './last-delivered'

/** Viewers with equal keys hear the same rows and so share messages; a key that is too coarse would leak rows. */
export function keyOf(viewer: Viewer): string {
  if (viewer.kind !== 'person') return viewer.kind
  return `person/${viewer.person}/${viewer.seat ?? ''}/${viewer.hears.at(-1)?.from ?? ''}`
}

export type Delivery = { keys: readonly string[]; rows: VisibleRow[] }

/** Redacted rows, which are a number and nothing else, for the rows after `from` up to `to`. */
const redactedSpan = (from: number, to: number): VisibleRow[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => redacted({ seq: from + 1 + index }))

/**
 * The messages for new rows: one for each group of viewers who were sent equally many rows before and hear the same of these. A message
 * ends with the last row its viewers hear. Viewers who hear none get nothing yet: the moment would tell them when others talk.
 */
export function deliveries(
  rows: readonly MaskedRow[],
  viewers: ReadonlyMap<string, Viewer>,
  { unsealed, delivered }: { unsealed: boolean; delivered: LastDelivered },
): Delivery[] {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return []
  const parts = new Map<string, { keys: string[]; rows: VisibleRow[] }>()
  for (const [key, viewer] of viewers) {
    const hears = rows.map((row) => (isHeardBy(row, viewer, unsealed) ? '1' : '0')).join('')
    const length = hears.lastIndexOf('1') + 1
    if (length === 0) continue
    const from = delivered.of(key)
    const alike = `${from}/${hears.slice(0, length)}`
    const part = parts.get(alike)
    if (part) part.keys.push(key)
    else {
      const heard = viewFor(rows.slice(0, length), viewer, unsealed)
      parts.set(alike, { keys: [key], rows: [...redactedSpan(from, first.seq - 1), ...heard] })
    }
    delivered.tell(key, first.seq + length - 1)
  }
  if (last.audience === 'everyone') delivered.tellAll(last.seq)
  return [...parts.values()]
}

/** The messages for a full second of the clock: the redacted rows up to `seq` that each group of viewers has not been sent yet. */
export function redactedDeliveries(
  seq: number,
  viewers: ReadonlyMap<string, Viewer>,
  delivered: LastDelivered,
): Delivery[] {
  const parts = new Map<number, string[]>()
  for (const key of viewers.keys()) {
    const from = delivered.of(key)
    if (from >= seq) continue
    const part = parts.get(from)
    if (part) part.push(key)
    else parts.set(from, [key])
  }
  delivered.tellAll(seq)
  return [...parts].map(([from, keys]) => ({ keys, rows: redactedSpan(from, seq) }))
}
