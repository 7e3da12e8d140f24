/**
 * What a class list is read as, and what the reader of the page may choose otherwise. How it is read stands in
 * server/jobs/thread/roster-reading, which only the worker thread loads.
 */

/** What a column of a list holds: `canvas` the number that Canvas itself has for a student; `ignored` is left out. */
export const MEANINGS = ['name', 'family', 'given', 'email', 'number', 'section', 'canvas', 'ignored'] as const
export type Meaning = (typeof MEANINGS)[number]
/** The heading of Canvas's own ID, as this site writes it over a course's own list. */
export const OWN_CANVAS_ID = 'Canvas ID'

export const longestRoster = 2000
/** The most characters read; far more than `longestRoster` names need. */
export const mostPasted = 200_000

/** The sign that stands between the cells of a line. */
export type Separator = 'tab' | 'semicolon' | 'comma' | 'bar' | 'none'
export type RosterColumn = {
  index: number
  heading: string | null
  meaning: Meaning
}
/** How the names are written, decided by the majority. */
export type NameOrder = {
  count: number
  of: number
  example: { from: string; to: string }
}
/** Family and given name, where a list says which is which. */
export type SplitName = { family: string; given: string }
export type NameNote = 'turned' | 'capitals' | 'numbering'

export type RosterField = 'name' | 'email' | 'number'
export type RosterFault =
  | { kind: 'too-long' | 'no-name' | 'mail-for-name'; field: null | 'name' }
  | { kind: 'long-name'; field: 'name'; most: number }
  | { kind: 'bad-number'; field: 'number' }
  /** `usual` is the domain of most addresses of the list. */
  | { kind: 'bad-email'; field: 'email'; usual: string | null }
  | {
      kind: 'number-twice' | 'email-twice' | 'name-twice'
      field: RosterField
      line: number
      name: string
    }

export type RosterPerson = {
  line: number
  /** The line's name as the list writes it. */
  raw: string
  name: string
  /** Null where the list does not say. */
  split: SplitName | null
  /** The name with its parts the other way round; null where the list does not say which is which. */
  otherOrder: string | null
  email: string
  number: string
  /** Empty where the list has none. */
  section: string
  canvasId: string
  notes: readonly NameNote[]
  /** The numbering that was taken off. */
  taken: string | null
  fault: RosterFault | null
}

/** What the reader typed in place of what the list says. */
export type Mend = Partial<Record<RosterField, string>>

/** What is saved of a line. */
export type RosterRow = {
  line: number
  name: string
  familyName?: string | null
  givenName?: string | null
  email: string | null
  studentNumber: string | null
  section: string | null
  /** Absent where the list has no column of it. */
  canvasId?: string | null
}

/** What the reader of the page chose otherwise than the list was read. */
export type RosterChoices = {
  /** By the index of the column. */
  columns: readonly { index: number; meaning: Meaning }[]
  /** Whether "Last, First" is turned round; null leaves it to the majority. */
  turned: boolean | null
  mends: readonly (Mend & { line: number })[]
  /** The lines to leave out. */
  out: readonly number[]
}
export const NO_CHOICES: RosterChoices = {
  columns: [],
  turned: null,
  mends: [],
  out: [],
}

export type RosterRead = {
  separator: Separator
  headingLine: number | null
  columns: readonly RosterColumn[]
  order: NameOrder | null
  turned: boolean
  /** Everybody in the order of the file, without those left out. */
  people: readonly RosterPerson[]
  places: readonly RosterRow[]
  faults: readonly { line: number; fault: RosterFault['kind'] }[]
  /** The lines that the reader of the page has left out. */
  out: readonly number[]
}

/** The text of an uploaded list, or why it has none: it is a workbook of a spreadsheet, or a picture or program. */
export type DecodedList = { kind: 'text'; text: string } | { kind: 'workbook' | 'no-text' }
