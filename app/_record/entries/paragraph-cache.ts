// A cache of the record's paragraphs: an entry is converted again only when what later rows added to it has changed.

import { addedLater, type Paragraph, paragraphOf } from '#simulation/reading/log/transcript'
import type { Entry, RoomState } from '#simulation/state/room-state'

export class ParagraphCache {
  /** By event: words that were taken off make every entry anew, and keep the events whose words stay. */
  #made = new WeakMap<Entry['event'], { later: string; paragraph: Paragraph | null }>()

  /** Public and private entries in the order they happened. Unchanged ones are the same objects, so that their rows do not re-render. */
  read(state: RoomState, wanted: (entry: Entry) => boolean = () => true): readonly Paragraph[] {
    const entries =
      state.privateEntries.length === 0
        ? state.record.toArray()
        : merged(state.record.toArray(), state.privateEntries.toArray())
    return entries.flatMap((entry) => (wanted(entry) ? (this.#paragraph(state, entry) ?? []) : []))
  }

  #paragraph(state: RoomState, entry: Entry): Paragraph | null {
    const later = addedLater(state, entry)
    const known = this.#made.get(entry.event)
    if (known?.later === later) return known.paragraph
    const paragraph = paragraphOf(state, entry)
    this.#made.set(entry.event, { later, paragraph })
    return paragraph
  }
}

/** Merges two lists that are sorted by row number. */
function merged(left: readonly Entry[], right: readonly Entry[]): Entry[] {
  const all: Entry[] = []
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    const [a, b] = [left[i], right[j]]
    if (a && (!b || a.seq < b.seq)) {
      all.push(a)
      i += 1
    } else if (b) {
      all.push(b)
      j += 1
    }
  }
  return all
}
