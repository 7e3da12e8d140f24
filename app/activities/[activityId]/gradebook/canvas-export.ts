// Reads the gradebook CSV that Canvas exports: which columns identify a student, which rows are students, which column is an assignment's,
// and which names Canvas accepts for a new one.
import { parse } from 'csv-parse/sync'
import { unrunnable } from '#simulation/kernel/sheet-text'

const FIXED = [
  'Student',
  'LastName',
  'FirstName',
  'ID',
  'SIS User ID',
  'SIS Login ID',
  'Integration ID',
  'Root Account',
  'Section',
]
/** In the cell of a student from whom Canvas expects no grade. */
export const EXCUSED = 'EX'
/** Canvas treats a column whose name contains one of these as a total and ignores it on import. */
const TOTALS = /(?:Current|Final|Override) (?:Score|Points|Grade|Status)/
/** Canvas appends the assignment's number to the names of columns it knows. */
const NUMBERED = /\(\d{1,18}\)\s{0,9}$/

export type CanvasExport = {
  head: readonly string[]
  rows: readonly (readonly string[])[]
  between: ',' | ';'
  ending: '\n' | '\r\n'
  /** Whether to write a byte order mark: where the export had one, but not before a LastName column, which Canvas does not recognise then. */
  bom: boolean
}

/** Null where the text is no CSV. A table of another program parses, but lacks Canvas's columns: see `isCanvas`. */
export function readExport(text: string): CanvasExport | null {
  const between = /^\uFEFF?(Student|LastName);/.test(text) ? ';' : ','
  const lines = linesOf(text, between)
  if (!lines) return null
  const [head = [], ...rows] = lines
  const bom = text.startsWith('\uFEFF') && !head.includes('LastName')
  return { head, rows, between, ending: text.includes('\r\n') ? '\r\n' : '\n', bom }
}

function linesOf(text: string, delimiter: ',' | ';'): string[][] | null {
  try {
    const rows: unknown = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true })
    return Array.isArray(rows) && rows.every(isLine) ? rows : null
  } catch {
    return null
  }
}
const isLine = (row: unknown): row is string[] =>
  Array.isArray(row) && row.every((text: unknown) => typeof text === 'string')

export const isCanvas = ({ head }: CanvasExport): boolean =>
  head.includes('ID') && (head.includes('Student') || (head.includes('LastName') && head.includes('FirstName')))

export const cellOf = ({ head }: CanvasExport, row: readonly string[], name: string): string =>
  (row[head.indexOf(name)] ?? '').trim()

/** "Castellano, Mei", whether the export has one name column or two. */
export const nameOf = (file: CanvasExport, row: readonly string[]): string =>
  file.head.includes('Student')
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
    return number && !FIXED.includes(name) && wanted.includes(name.slice(0, number.index).trim())
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

/** A title that Canvas takes for a new assignment: not a formula, not a total, not the number of another assignment. */
const columnName = (title: string): string =>
  unrunnable(title.trim())
    .replace(new RegExp(TOTALS, 'g'), (words) => words.toLowerCase())
    .replace(/\((\d+)\)$/, '[$1]')

/** A name that no other column has: of two equal names Canvas reads the first. */
export function newColumn(head: readonly string[], title: string): string {
  const name = columnName(title)
  const taken = new Set([...FIXED, ...head].map((each) => each.trim()))
  const names = [name, `${name} (Track Two)`, ...head.map((_, index) => `${name} (Track Two, ${index + 2})`)]
  return names.find((each) => !taken.has(each)) ?? name
}
