/**
 * Who hears which rows of a room, as text ready to send: every row is put into JSON once, and viewers who hear the same of a
 * commit are told in one message. Secrecy itself is judged by `mayHear` alone; it must not know sockets.
 */
import type { RoomId } from '#simulation/ids'
import { mayHear, type Recorded, type Viewer } from '#simulation/record'
import { Prepared } from './wire-encoder'

/** The saved rows of one room as JSON, by their numbers. */
export class RowTexts {
  readonly #texts = new Map<number, string>()

  of(row: Recorded): string {
    let text = this.#texts.get(row.seq)
    if (text === undefined) {
      text = JSON.stringify(row)
      this.#texts.set(row.seq, text)
    }
    return text
  }
}

/** The rows as this viewer may hear them, as a JSON array. */
export function rowsFor(texts: RowTexts, rows: readonly Recorded[], viewer: Viewer, unsealed: boolean): string {
  const heard = rows.map((row) =>
    mayHear(row.audience, viewer, unsealed) ? texts.of(row) : `{"seq":${row.seq},"sealed":true}`,
  )
  return `[${heard.join(',')}]`
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
