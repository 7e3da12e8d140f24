/**
 * Reads the gradebook CSV that Canvas exports: which columns identify a student, which rows are students, and which column is an
 * assignment's. Columns are found once for the whole file.
 */
import { parse } from 'csv-parse/sync'
import { columnName, FIXED_COLUMNS, newColumn, TOTALS } from '#simulation/reading/marks/canvas-gradebook'
import { longestRoster } from '../../../store/courses/roster-read'

/** Canvas puts two rows above its students, and its test student below them. */
const MOST_ROWS = longestRoster + 20
const MOST_COLUMNS = 2_000
/** Canvas appends the assignment's number to the names of columns it knows. */
const NUMBERED = /\(\d{1,18}\)\s{0,9}$/

/** The columns by which a student is known. */
const KNOWN_BY = ['Student', 'LastName', 'FirstName', 'ID', 'SIS User ID', 'SIS Login ID'] as const
type KnownBy = (typeof KNOWN_BY)[number]

export type CanvasExport = {
  head: readonly string[]
  /** The place of each column that the file has. */
  at: ReadonlyMap<KnownBy, number>
  rows: readonly (readonly string[])[]
  between: ',' | ';'
  ending: '\n' | '\r\n'
  /** Whether to write a byte order mark: where the export had one, but not before a LastName column, which Canvas does not recognise then. */
  bom: boolean
}

/** The export, or why it is none. A table of another program is `not-canvas`; one of more rows or columns than a course has is `too-large`. */
export function readExport(text: string): CanvasExport | 'unreadable' | 'not-canvas' | 'too-large' {
  const between = /^\uFEFF?(Student|LastName);/.test(text) ? ';' : ','
  const lines = linesOf(text, between)
  if (!lines) return 'unreadable'
  const [head = [], ...rows] = lines
  const at = new Map(KNOWN_BY.flatMap((name) => (head.includes(name) ? [[name, head.indexOf(name)] as const] : [])))
  if (!at.has('ID') || !(at.has('Student') || (at.has('LastName') && at.has('FirstName')))) return 'not-canvas'
  if (rows.length > MOST_ROWS || [head, ...rows].some((line) => line.length > MOST_COLUMNS)) return 'too-large'
  const bom = text.startsWith('\uFEFF') && !at.has('LastName')
  return { head, at, rows, between, ending: text.includes('\r\n') ? '\r\n' : '\n', bom }
}

/** As many lines as may be, and one more by which a longer file is known. */
function linesOf(text: string, delimiter: ',' | ';'): string[][] | null {
  try {
    const rows: unknown = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      to: MOST_ROWS + 2,
    })
    return Array.isArray(rows) && rows.every(isLine) ? rows : null
  } catch {
    return null
  }
}
const isLine = (row: unknown): row is string[] =>
  Array.isArray(row) && row.every((text: unknown) => typeof text === 'string')

export function cellOf({ at }: CanvasExport, row: readonly string[], name: KnownBy): string {
  const place = at.get(name)
  return place === undefined ? '' : (row[place] ?? '').trim()
}

/** "Castellano, Mei", whether the export has one name column or two. */
export const nameOf = (file: CanvasExport, row: readonly string[]): string =>
  file.at.has('Student')
    ? cellOf(file, row, 'Student')
    : [cellOf(file, row, 'LastName'), cellOf(file, row, 'FirstName')].filter((part) => part !== '').join(', ')

export const isPoints = (file: CanvasExport, row: readonly string[]): boolean =>
  nameOf(file, row).startsWith('Points Possible')

/** Canvas puts rows above the students: points possible, and "Manual Posting" without a name. Its test student is no student either. */
export const isStudent = (file: CanvasExport, row: readonly string[]): boolean =>
  nameOf(file, row) !== '' && !isPoints(file, row) && nameOf(file, row) !== 'Student, Test'

/** Parses points written with a decimal point or comma; null where the cell has none. */
export function pointsIn(cell: string): number | null {
  if (!/^\d[\d.,]*$/.test(cell.trim())) return null
  const parts = cell.trim().split(/[.,]/)
  const last = parts.pop() ?? ''
  return Number(parts.length === 0 ? last : `${parts.join('')}.${last}`)
}

export type OwnColumn = { at: number; name: string; added: boolean }

/**
 * The column to fill: the assignment of that title; else the last column, if we added it to this file before and Canvas has not numbered
 * it yet; else a new one. Both
 * where two assignments have the title, because Canvas matches by name.
 */
export function columnFor(
  { head }: CanvasExport,
  title: string,
): OwnColumn | 'read-only' | { both: readonly [string, string] } {
  const wanted = [title.trim(), columnName(title)]
  const assignments = head.flatMap((name, at) => {
    const number = NUMBERED.exec(name)
    return number && !FIXED_COLUMNS.includes(name) && wanted.includes(name.slice(0, number.index).trim())
      ? [{ at, name, added: false }]
      : []
  })
  const [own, another] = assignments
  if (own && another) return { both: [own.name.trim(), another.name.trim()] }
  if (own) return TOTALS.test(own.name) ? 'read-only' : own
  const last = head.length - 1
  const behindCanvas = head.slice(0, -1).some((name) => NUMBERED.test(name) || TOTALS.test(name))
  if (behindCanvas && head[last] === columnName(title)) return { at: last, name: columnName(title), added: false }
  // Appended last: Canvas silently drops the columns to the left of a course's custom columns.
  return { at: head.length, name: newColumn(head, title), added: true }
}
