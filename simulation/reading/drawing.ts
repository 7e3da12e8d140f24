// What the server hands to the thread that draws records, and what comes back. The rows go along in messages of their own, already
// filtered for the reader.

import type { Viewer } from '../kernel/viewer'
import type { VisibleRow } from '../secrecy/visible-row'
import type { NoteFor } from '../wire/notes'
import type { PickedEntries } from '../wire/picked-entries'
import type { DisplayNames } from '../wire/protocol'
import type { RecordHead } from './record-file'
import type { RecordPage } from './record-page'

/** A file to read, the complete record, the start of a long record's page, or all of its entries for the page to fetch. */
export type DrawingFormat = 'md' | 'csv' | 'docx' | 'json' | 'page' | 'entries'

/** An instructor's note as stored, for an entry of this reader. */
export type GivenNote = { id: string; entry: string; for: NoteFor; participantId: string | null; text: string }

/** For whom a file is: the class, unless the reader asks for what only they may read too. */
export type ForWhom = 'class' | 'reader'

export type DrawingOrder = {
  format: DrawingFormat
  forWhom: ForWhom
  /** The filter, as in an address. */
  asked: Readonly<Record<string, string[]>>
  /** In which dates and words are written, such as `en-GB`. */
  locale: string
  room: { id: string; name: string; ordinal: number }
  activity: { title: string; kind: RecordHead['activity']['kind']; scenarioKey: string; agendaKey: string }
  course: { title: string; timeZone: string }
  viewer: Viewer
  displayNames: DisplayNames
  picked: PickedEntries
  /** Empty for files, which hold no notes. */
  notes: readonly GivenNote[]
}
export type ToDrawing = { rows: readonly VisibleRow[] } | { order: DrawingOrder }

/** What was drawn. */
export type Drawn = {
  /** The file; for a page the entries of its start are in `page`, and `bytes` is empty. */
  bytes: Uint8Array<ArrayBuffer>
  /** What the file is called, without its ending. */
  name: string
  page: RecordPage | null
}
