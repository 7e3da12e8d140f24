// The record's paragraphs, made once each: an entry is read again only when what was added to it later has changed.
// It must not know how a paragraph is drawn.
import type { Entry, RoomState } from '#simulation/kernel/room-state'
import { addedLater, type Paragraph, paragraphOf } from '#simulation/reading/transcript'

export class ParagraphShelf {
  #made = new WeakMap<Entry, { later: string; paragraph: Paragraph | null }>()

  /** Public and heard private entries in the order they happened; unchanged ones are the same objects as before. */
  read(state: RoomState, wanted: (entry: Entry) => boolean = () => true): readonly Paragraph[] {
    const entries =
      state.privateEntries.length === 0
        ? state.record.toArray()
        : merged(state.record.toArray(), state.privateEntries.toArray())
    return entries.flatMap((entry) => (wanted(entry) ? (this.#paragraph(state, entry) ?? []) : []))
  }

  #paragraph(state: RoomState, entry: Entry): Paragraph | null {
    const later = addedLater(state, entry)
    const known = this.#made.get(entry)
    if (known?.later === later) return known.paragraph
    const paragraph = paragraphOf(state, entry)
    this.#made.set(entry, { later, paragraph })
    return paragraph
  }
}

/** Two lists, each in the order of their numbers, as one. */
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
