/**
 * Turns rows into messages: each row of a commit is put into JSON once, and viewers who hear the same rows share one message. Who hears
 * a row is judged in simulation/secrecy; its branded type is the only one that `textOf` puts into text.
 */
import type { RoomId } from '#simulation/kernel/ids'
import type { MaskedRow } from '#simulation/secrecy/masking'
import type { Viewer } from '#simulation/secrecy/viewer'
import { type HeardRow, isHeardBy, isHeardByAll } from '#simulation/secrecy/visible-row'
import type { LastDelivered } from './last-delivered'
import { CLOSES_ANSWER, escapeWide, Message } from './transport/message'

/** Rows are cached as text in blocks of so many, so that a join late in a long room does not put each row together again. */
const BLOCK = 64
/** How many spans of rows are cached: pages whose connections were lost together come back with few different last rows. */
const MOST_ARRIVALS = 8
const STAGE: Viewer = { kind: 'stage' }
const [OPENS, COMMA, CLOSES] = [Buffer.from('['), Buffer.from(','), Buffer.from(']')]

/** A row as JSON, as every page is sent it. */
export const textOf = (row: HeardRow): string => escapeWide(JSON.stringify(row))

/**
 * Caches what those who come in are sent of one room's rows: blocks of them, and the part of the answer that is alike for everybody. The
 * text of a row that was told is not kept: it would be the largest part of what a row takes of the memory.
 */
export class RowTexts {
  readonly #bytes = new Map<number, Buffer>()
  /** The rows that a stage does not hear, of the first `#looked` rows. */
  readonly #hidden: MaskedRow[] = []
  #looked = 0
  readonly #blocks = new Map<number, Buffer>()
  readonly #arrivals = new Map<string, Buffer>()
  #arrivalsOf = { newest: 0, roll: '' }

  /** The text of a row as bytes, kept for the rows that few hear: each of those few is sent it when they come in. */
  bytesOf(row: HeardRow): Buffer {
    let bytes = this.#bytes.get(row.seq)
    if (bytes === undefined) {
      bytes = Buffer.from(textOf(row))
      this.#bytes.set(row.seq, bytes)
    }
    return bytes
  }

  /** The rows of the log that a stage does not hear. The log is only ever added to, so each row is looked at once. */
  hiddenIn(log: readonly MaskedRow[]): readonly MaskedRow[] {
    for (; this.#looked < log.length; this.#looked += 1) {
      const row = log[this.#looked]
      if (row && !isHeardBy(row, STAGE, false)) this.#hidden.push(row)
    }
    return this.#hidden
  }

  /**
   * The end of the answer to a join, from `"roll"` on: the names, and the rows after `after` up to `to` as a stage hears them. Nobody
   * hears less than a stage, so it is built once for everybody; what a viewer hears beyond it comes in `yours` (privateRowsFor).
   */
  arrival(roll: string, log: readonly MaskedRow[], after: number, to: number): Buffer {
    if (to > this.#arrivalsOf.newest || this.#arrivalsOf.roll !== roll) {
      this.#arrivals.clear()
      this.#arrivalsOf = { newest: to, roll }
    }
    const span = `${after}-${to}`
    const known = this.#arrivals.get(span)
    if (known) return known
    if (this.#arrivals.size >= MOST_ARRIVALS) this.#arrivals.clear()
    const pieces: Buffer[] = []
    for (let at = after; at < to; ) {
      const next = at % BLOCK === 0 && at + BLOCK <= to ? at + BLOCK : at + 1
      pieces.push(COMMA, next === at + 1 ? this.#public(log.slice(at, next)) : this.#block(log, at))
      at = next
    }
    const arrival = Buffer.concat([
      Buffer.from(`"roll":${roll},"rows":[`),
      ...pieces.slice(1),
      Buffer.from(`]${CLOSES_ANSWER}`),
    ])
    this.#arrivals.set(span, arrival)
    return arrival
  }

  #block(log: readonly MaskedRow[], from: number): Buffer {
    let block = this.#blocks.get(from)
    if (!block) {
      block = this.#public(log.slice(from, from + BLOCK))
      this.#blocks.set(from, block)
    }
    return block
  }

  #public(rows: readonly MaskedRow[]): Buffer {
    return Buffer.from(rows.map((row) => rowFor(row, STAGE, false)).join(','))
  }
}

const sealed = (seq: number): string => `{"seq":${seq},"sealed":true}`

const rowFor = (row: MaskedRow, viewer: Viewer, unsealed: boolean, text = textOf): string =>
  isHeardBy(row, viewer, unsealed) ? text(row) : sealed(row.seq)

/** `textOf`, once for each row. */
function textsOnce(): typeof textOf {
  const texts = new Map<number, string>()
  return (row) => {
    const text = texts.get(row.seq) ?? textOf(row)
    texts.set(row.seq, text)
    return text
  }
}

/** The rows after `after` that this viewer hears and a stage does not, as a JSON array in pieces. */
export function privateRowsFor(
  texts: RowTexts,
  log: readonly MaskedRow[],
  after: number,
  viewer: Viewer,
  unsealed: boolean,
): readonly Buffer[] {
  const pieces: Buffer[] = [OPENS]
  for (const row of texts.hiddenIn(log))
    if (row.seq > after && isHeardBy(row, viewer, unsealed)) pieces.push(texts.bytesOf(row), COMMA)
  if (pieces.length > 1) pieces.pop()
  pieces.push(CLOSES)
  return pieces
}

/** Viewers with equal keys hear the same rows and so share messages; a key that is too coarse would leak rows. */
export function keyOf(viewer: Viewer): string {
  if (viewer.kind !== 'person') return viewer.kind
  return `person/${viewer.person}/${viewer.seat ?? ''}/${viewer.hears.at(-1)?.from ?? ''}`
}

export type Delivery = { keys: readonly string[] | 'all'; message: Message }

const message = (room: RoomId, rows: readonly string[]): Message =>
  new Message(`{"roomId":${JSON.stringify(room)},"rows":[${rows.join(',')}]}`)

/** Redacted rows, which are a number and nothing else, for the rows after `from` up to `to`. */
const redactedSpan = (from: number, to: number): string[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => sealed(from + 1 + index))

/**
 * The messages for new rows: one for each group of viewers who were sent equally many rows before and hear the same of these. A message
 * ends with the last row its viewers hear. Viewers who hear none get nothing yet: the moment would tell them when others talk.
 */
export function deliveries(
  room: RoomId,
  rows: readonly MaskedRow[],
  viewers: ReadonlyMap<string, Viewer>,
  { unsealed, delivered }: { unsealed: boolean; delivered: LastDelivered },
): Delivery[] {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return []
  const isPublic = rows.every(isHeardByAll)
  if (isPublic && delivered.all === first.seq - 1) {
    delivered.tellAll(last.seq)
    return viewers.size === 0 ? [] : [{ keys: 'all', message: message(room, rows.map(textOf)) }]
  }
  const parts = new Map<string, { keys: string[]; viewer: Viewer; from: number; heard: readonly MaskedRow[] }>()
  for (const [key, viewer] of viewers) {
    const hears = isPublic ? '1' : rows.map((row) => (isHeardBy(row, viewer, unsealed) ? '1' : '0')).join('')
    const length = isPublic ? rows.length : hears.lastIndexOf('1') + 1
    if (length === 0) continue
    const from = delivered.of(key)
    const alike = `${from}/${hears.slice(0, length)}`
    const part = parts.get(alike)
    if (part) part.keys.push(key)
    else parts.set(alike, { keys: [key], viewer, from, heard: rows.slice(0, length) })
    if (!isPublic) delivered.tell(key, first.seq + length - 1)
  }
  if (last.audience === 'everyone') delivered.tellAll(last.seq)
  const text = textsOnce()
  return [...parts.values()].map(({ keys, viewer, from, heard }) => {
    const spoken = heard.map((row) => rowFor(row, viewer, unsealed, text))
    return { keys, message: message(room, [...redactedSpan(from, first.seq - 1), ...spoken]) }
  })
}

/** The messages for a full second of the clock: the redacted rows up to `seq` that each group of viewers has not been sent yet. */
export function redactedDeliveries(
  room: RoomId,
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
  return [...parts].map(([from, keys]) => ({ keys, message: message(room, redactedSpan(from, seq)) }))
}
