/** What everybody hears of a room, as each join sends it: made for the first who joins after a row, and kept for all who follow. */
import type { MaskedRow } from '#simulation/secrecy/masked-row'
import { heardByAll } from '#simulation/secrecy/visible-row'
import { type PackedRows, packedRows } from '#simulation/wire/protocol'

/** By the log of a room, which only grows: words that are taken off make another one. It is freed with the room. */
const kept = new WeakMap<readonly MaskedRow[], { length: number; packed: PackedRows }>()

export function packedForAll(log: readonly MaskedRow[]): PackedRows {
  const known = kept.get(log)
  if (known?.length === log.length) return known.packed
  const packed = packedRows.parse(Buffer.from(JSON.stringify(heardByAll(log))))
  kept.set(log, { length: log.length, packed })
  return packed
}
