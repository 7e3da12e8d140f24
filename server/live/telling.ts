/**
 * Who hears which rows of a room, as text ready to send: every row is put into JSON once, and viewers who hear the same of a
 * commit are told in one message. Secrecy itself is judged by `mayHear` alone; it must not know sockets.
 */
import type { RoomId } from '#simulation/ids'
import { mayHear, type Recorded, type Viewer } from '#simulation/record'
import { CLOSES_ANSWER, narrow, Prepared } from './wire-encoder'

/** So many rows that lie together are kept as one piece. */
const BLOCK = 64
/** How many places to go on from are kept: a class whose lines were cut together comes back to a few. */
const MOST_ARRIVALS = 8
const STAGE: Viewer = { kind: 'stage' }
const COMMA = Buffer.from(',')

/** The saved rows of one room as JSON, by their numbers, and what is sent to everybody who comes in. */
export class RowTexts {
  readonly #texts = new Map<number, string>()
  readonly #blocks = new Map<number, Buffer>()
  readonly #arrivals = new Map<number, Buffer>()
  #arrivalsOf = { rows: 0, roll: '' }

  of(row: Recorded): string {
    let text = this.#texts.get(row.seq)
    if (text === undefined) {
      text = narrow(JSON.stringify(row))
      this.#texts.set(row.seq, text)
    }
    return text
  }

  /**
   * The end of the answer to whoever comes in, from `"roll"` on: the names, and the log after `after` as a stage hears it, which
   * nobody hears less of. So it is put together once for all of them, and what somebody hears beyond it is told beside it.
   */
  arrival(roll: string, log: readonly Recorded[], after: number): Buffer {
    if (this.#arrivalsOf.rows !== log.length || this.#arrivalsOf.roll !== roll) {
      this.#arrivals.clear()
      this.#arrivalsOf = { rows: log.length, roll }
    }
    const known = this.#arrivals.get(after)
    if (known) return known
    if (this.#arrivals.size >= MOST_ARRIVALS) this.#arrivals.clear()
    const pieces: Buffer[] = []
    for (let at = after; at < log.length; ) {
      const to = at % BLOCK === 0 && at + BLOCK <= log.length ? at + BLOCK : at + 1
      pieces.push(COMMA, to === at + 1 ? this.#public(log.slice(at, to)) : this.#block(log, at))
      at = to
    }
    const arrival = Buffer.concat([
      Buffer.from(`"roll":${roll},"rows":[`),
      ...pieces.slice(1),
      Buffer.from(`]${CLOSES_ANSWER}`),
    ])
    this.#arrivals.set(after, arrival)
    return arrival
  }

  #block(log: readonly Recorded[], from: number): Buffer {
    let block = this.#blocks.get(from)
    if (!block) {
      block = this.#public(log.slice(from, from + BLOCK))
      this.#blocks.set(from, block)
    }
    return block
  }

  #public(rows: readonly Recorded[]): Buffer {
    return Buffer.from(rows.map((row) => rowFor(this, row, STAGE, false)).join(','))
  }
}

const rowFor = (texts: RowTexts, row: Recorded, viewer: Viewer, unsealed: boolean): string =>
  mayHear(row, viewer, unsealed) ? texts.of(row) : `{"seq":${row.seq},"sealed":true}`

/** The rows as this viewer may hear them, as a JSON array. */
function rowsFor(texts: RowTexts, rows: readonly Recorded[], viewer: Viewer, unsealed: boolean): string {
  return `[${rows.map((row) => rowFor(texts, row, viewer, unsealed)).join(',')}]`
}

/** The rows after `after` that this viewer hears and a stage does not, as a JSON array. */
export function yoursFor(
  texts: RowTexts,
  log: readonly Recorded[],
  after: number,
  viewer: Viewer,
  unsealed: boolean,
): string {
  const yours = log.slice(after).filter((row) => !mayHear(row, STAGE, unsealed) && mayHear(row, viewer, unsealed))
  return `[${yours.map((row) => texts.of(row)).join(',')}]`
}

/** Viewers with the same key hear the same of a room. */
export function keyOf(viewer: Viewer): string {
  if (viewer.kind !== 'person') return viewer.kind
  return `person/${viewer.person}/${viewer.seat ?? ''}/${viewer.hears.at(-1)?.from ?? ''}`
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
    const heard = rows.map((row) => (mayHear(row, viewer, unsealed) ? '1' : '0')).join('')
    const part = parts.get(heard)
    if (part) part.keys.push(key)
    else parts.set(heard, { keys: [key], viewer })
  }
  return [...parts.values()].map(({ keys, viewer }) => ({ keys, message: messageFor(viewer) }))
}
