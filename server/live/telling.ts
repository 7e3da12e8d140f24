/**
 * Who hears which rows of a room, as text ready to send: every row is put into JSON once, and viewers who hear the same of a
 * commit are told in one message. Secrecy itself is judged by `mayHear` alone; it must not know sockets.
 */
import type { RoomId } from '#simulation/ids'
import { mayHear, type Recorded, type Viewer } from '#simulation/record'
import { narrow, Prepared } from './wire-encoder'

/** Rows that lie together, once all of them are public, are kept as one piece. */
const BLOCK = 64

/** The saved rows of one room as JSON, by their numbers. */
export class RowTexts {
  readonly #texts = new Map<number, string>()
  readonly #blocks = new Map<number, Buffer>()

  of(row: Recorded): string {
    let text = this.#texts.get(row.seq)
    if (text === undefined) {
      text = narrow(JSON.stringify(row))
      this.#texts.set(row.seq, text)
    }
    return text
  }

  /** The rows from `from` on to its end, if they are a whole block that everybody may hear. */
  block(rows: readonly Recorded[], from: number): Buffer | null {
    const known = this.#blocks.get(from)
    if (known) return known
    const block = rows.slice(from, from + BLOCK)
    if (block.length < BLOCK || !block.every(({ audience }) => audience === 'everyone')) return null
    const made = Buffer.from(block.map((row) => this.of(row)).join(','))
    this.#blocks.set(from, made)
    return made
  }
}

const rowFor = (texts: RowTexts, row: Recorded, viewer: Viewer, unsealed: boolean): string =>
  mayHear(row.audience, viewer, unsealed) ? texts.of(row) : `{"seq":${row.seq},"sealed":true}`

/** The rows as this viewer may hear them, as a JSON array. */
function rowsFor(texts: RowTexts, rows: readonly Recorded[], viewer: Viewer, unsealed: boolean): string {
  return `[${rows.map((row) => rowFor(texts, row, viewer, unsealed)).join(',')}]`
}

/** A room's log after `after` as this viewer may hear it, as the pieces of a JSON array. */
export function logFor(
  texts: RowTexts,
  log: readonly Recorded[],
  after: number,
  viewer: Viewer,
  unsealed: boolean,
): (string | Buffer)[] {
  const pieces: (string | Buffer)[] = []
  let single: string[] = []
  for (let at = after; at < log.length; ) {
    const block = at % BLOCK === 0 ? texts.block(log, at) : null
    const row = log[at]
    if (block) {
      if (single.length > 0) pieces.push(single.join(','))
      pieces.push(block)
      single = []
      at += BLOCK
    } else {
      if (row) single.push(rowFor(texts, row, viewer, unsealed))
      at += 1
    }
  }
  if (single.length > 0) pieces.push(single.join(','))
  return ['[', ...pieces.flatMap((piece, index) => (index === 0 ? [piece] : [',', piece])), ']']
}

/** Viewers with the same key hear the same of a room. */
export function keyOf(viewer: Viewer): string {
  return viewer.kind === 'person' ? `person/${viewer.person}/${viewer.seat ?? ''}` : viewer.kind
}

export type Telling = { keys: readonly string[] | 'all'; message: Prepared }

/** One message for each part of the audience that hears the same of these rows. */
export function tellings(
  room: RoomId,
  texts: RowTexts,
  rows: readonly Recorded[],
  viewers: ReadonlyMap<string, Viewer>,
  unsealed: boolean,
): Telling[] {
  const messageFor = (viewer: Viewer) =>
    new Prepared(`{"roomId":${JSON.stringify(room)},"rows":${rowsFor(texts, rows, viewer, unsealed)}}`)
  if (rows.every(({ audience }) => audience === 'everyone'))
    return viewers.size === 0 ? [] : [{ keys: 'all', message: messageFor({ kind: 'stage' }) }]
  const parts = new Map<string, { keys: string[]; viewer: Viewer }>()
  for (const [key, viewer] of viewers) {
    const heard = rows.map(({ audience }) => (mayHear(audience, viewer, unsealed) ? '1' : '0')).join('')
    const part = parts.get(heard)
    if (part) part.keys.push(key)
    else parts.set(heard, { keys: [key], viewer })
  }
  return [...parts.values()].map(({ keys, viewer }) => ({ keys, message: messageFor(viewer) }))
}
