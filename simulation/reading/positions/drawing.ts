// What the server hands to the thread that draws records, and what comes back. The rows go along in messages of their own, already
// filtered for the reader.

import type { RoomPlan } from '../../agenda/plan'
import type { Viewer } from '../../kernel/viewer'
import type { FileReader } from '../../secrecy/file-reader'
import type { VisibleRow } from '../../secrecy/visible-row'
import type { PickedEntries } from '../../wire/picked-entries'
import type { DisplayNames } from '../../wire/protocol'
import type { ShownThread } from '../record/annotations'
import type { RecordHead } from '../record/record-file'
import type { RecordPage } from '../record/record-page'

/**
 * A file to read, the complete record, the start of a long record's page, all of its entries for the page to fetch, or how much of it goes
 * to a reader (`ShareCount`).
 */
export type DrawingFormat = 'md' | 'csv' | 'docx' | 'json' | 'page' | 'entries' | 'count'

export type DrawingOrder = {
  format: DrawingFormat
  forWhom: FileReader
  /** The course's secret, by which its students are put in order before they are numbered for a publication, and its dates are moved. */
  numbersKey: string
  /** The filter, as in an address. */
  asked: Readonly<Record<string, string[]>>
  /** In which dates and words are written, such as `en-GB`. */
  locale: string
  room: { id: string; name: string; ordinal: number }
  activity: { title: string; kind: RecordHead['activity']['kind']; scenarioKey: string; agendaKey: string }
  course: { title: string; timeZone: string }
  viewer: Viewer
  displayNames: DisplayNames
  /** Of a count for a publication: what else no words should hold, such as names of the class who do not stand in the rows. */
  names: readonly string[]
  picked: PickedEntries
  /** What people wrote beside entries and the reader is to have; none unless it was chosen. */
  threads: readonly ShownThread[]
}
export type ToDrawing = { rows: readonly VisibleRow[] } | { order: DrawingOrder }

/** What was drawn. */
export type Drawn = {
  /** The file; for a page the entries of its start are in `page`, and `bytes` is empty. */
  bytes: Uint8Array<ArrayBuffer>
  /** What the file is called, without its ending. */
  name: string
  page: RecordPage | null
  /** Of a page: the words at the head of what its reader gets, and what people are called there. `day` is empty where none is to be cited. */
  head: { forWhom: string; lines: readonly string[]; foot: string; fingerprint: string; day: string } | null
  names: DisplayNames
  /** Of a page: the plan as its reader gets it. */
  plan: RoomPlan | null
}
