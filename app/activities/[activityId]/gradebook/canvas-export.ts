// The gradebook file that Canvas exports, as it is laid out: which columns say who somebody is, which row is a student, where points
// stand, and what a column may be called so that Canvas takes it for an assignment. It must not know grades.
import { parse } from 'csv-parse/sync'
import { unrunnable } from '../../../_files/csv'

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
/** A column with one of these anywhere in its name is a total to Canvas, and passed over. */
const TOTALS = /(?:Current|Final|Override) (?:Score|Points|Grade|Status)/
/** Canvas's own assignments carry their number behind their name. */
const NUMBERED = /\(\d{1,18}\)\s{0,9}$/

export type CanvasExport = {
  head: readonly string[]
  rows: readonly (readonly string[])[]
  between: ',' | ';'
  ending: '\n' | '\r\n'
  /** Kept as it came; but Canvas does not know its own two columns of names behind the mark. */
  bom: boolean
}

/** Null where it is no table; `head` of another program's table lacks Canvas's columns. */
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

/** "Castellano, Mei", however the file sets it apart. */
export const nameOf = (file: CanvasExport, row: readonly string[]): string =>
  file.head.includes('Student')
    ? cellOf(file, row, 'Student')
    : [cellOf(file, row, 'LastName'), cellOf(file, row, 'FirstName')].filter((part) => part !== '').join(', ')

export const isPoints = (file: CanvasExport, row: readonly string[]): boolean =>
  nameOf(file, row).startsWith('Points Possible')

/** Canvas puts rows of its own above the class: points, and "Manual Posting" with nobody's name. The test student is nobody either. */
export const isStudent = (file: CanvasExport, row: readonly string[]): boolean =>
  nameOf(file, row) !== '' && !isPoints(file, row) && nameOf(file, row) !== 'Student, Test'

/** Points as any country writes them; null where there are none. */
export function pointsIn(cell: string): number | null {
  if (!/^\d[\d.,]*$/.test(cell.trim())) return null
  const parts = cell.trim().split(/[.,]/)
  const last = parts.pop() ?? ''
  return Number(parts.length === 0 ? last : `${parts.join('')}.${last}`)
}

export type OwnColumn = { at: number; name: string; added: boolean }

/**
 * The column of what is called so: the assignment of that name; or the last one, which Canvas has not numbered yet because we added
 * it to this very file; or a new one. Canvas finds it by its name, wherever it stands, if nothing else in the file is called so.
 */
export function columnFor({ head }: CanvasExport, title: string): OwnColumn | 'two-columns' | 'read-only' {
  const wanted = [title.trim(), columnName(title)]
  const assignments = head.flatMap((name, at) => {
    const number = NUMBERED.exec(name)
    return number && !FIXED.includes(name) && wanted.includes(name.slice(0, number.index).trim())
      ? [{ at, name, added: false }]
      : []
  })
  const [own, another] = assignments
  if (another) return 'two-columns'
  if (own) return TOTALS.test(own.name) ? 'read-only' : own
  const last = head.length - 1
  const behindCanvas = head.slice(0, -1).some((name) => NUMBERED.test(name) || TOTALS.test(name))
  if (behindCanvas && head[last] === columnName(title)) return { at: last, name: columnName(title), added: false }
  // Behind everything: what stands to the left of the columns a course has made of its own is dropped with them, silently.
  return { at: head.length, name: newColumn(head, title), added: true }
}

/** A title that Canvas reads as a title: no formula, no total, and no number of an assignment that is another's. */
const columnName = (title: string): string =>
  unrunnable(title.trim())
    .replace(new RegExp(TOTALS, 'g'), (words) => words.toLowerCase())
    .replace(/\((\d+)\)$/, '[$1]')

/** What a column of this title is called beside these: Canvas goes by the first of a name. */
export function newColumn(head: readonly string[], title: string): string {
  const name = columnName(title)
  const taken = new Set([...FIXED, ...head].map((each) => each.trim()))
  const names = [name, `${name} (Track Two)`, ...head.map((_, index) => `${name} (Track Two, ${index + 2})`)]
  return names.find((each) => !taken.has(each)) ?? name
}
