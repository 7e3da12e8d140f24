// Fills one column of the gradebook CSV that an instructor exported from Canvas. Every other cell and the order of rows stay as they were:
// Canvas would import any change.
import { type CsvCell, machineCsv } from '../../../_files/csv'
import { columnFor, EXCUSED, isCanvas, isPoints, isStudent, nameOf, pointsIn, readExport } from './canvas-export'
import { type FoundBy, matched } from './canvas-match'
import type { Grade } from './grades'

export type Match = {
  /** The name as Canvas writes it. */
  student: string
  by: FoundBy | null
  /** The matching student's name in our gradebook; null where nobody matched. */
  name: string | null
  /** What is written into the row's cell; null where the cell stays as it was, for the reason in `stays`. */
  written: string | null
  stays: 'nobody' | 'no-sum' | 'excused' | 'not-assigned' | null
}
export type Filled =
  | {
      ok: true
      file: string
      column: string
      added: boolean
      /** The assignment's points, where they differ from ours: sums were scaled to them, but for 0 points. */
      turnedInto: number | null
      matches: readonly Match[]
      unmatched: readonly string[]
    }
  | { ok: false; fault: 'utf-16' | 'unreadable' | 'not-canvas' | 'no-students' | 'other-course' | 'read-only' }
  | { ok: false; fault: 'two-columns'; one: string; other: string }

export function fillCanvas(text: string, grades: readonly Grade[], title: string, points: number): Filled {
  // A spreadsheet's “Unicode text”, read as UTF-8: its mark is no letter, and every other sign is the null.
  if (/^\uFFFD\uFFFD|\0/.test(text)) return { ok: false, fault: 'utf-16' }
  const file = readExport(text)
  if (!file) return { ok: false, fault: 'unreadable' }
  if (!isCanvas(file)) return { ok: false, fault: 'not-canvas' }
  const students = file.rows.filter((row) => isStudent(file, row))
  if (students.length === 0) return { ok: false, fault: 'no-students' }
  const column = columnFor(file, title)
  if (column === 'read-only') return { ok: false, fault: column }
  if ('both' in column) {
    const [one, other] = column.both
    return { ok: false, fault: 'two-columns', one, other }
  }
  const pointsCell = (file.rows.find((row) => isPoints(file, row)) ?? [])[column.at] ?? ''
  if (/read\s+only/.test(pointsCell)) return { ok: false, fault: 'read-only' }

  const theirs = pointsIn(pointsCell)
  const turnedInto = theirs === points ? null : theirs
  const inPoints = (total: number) => {
    const sum = !turnedInto ? total : Math.round(((total * turnedInto) / points) * 100) / 100
    return file.between === ';' ? String(sum).replace('.', ',') : String(sum)
  }
  const found = matched(file, students, grades)
  if (found.size === 0) return { ok: false, fault: 'other-course' }
  const matches = new Map(
    students.map((row): [readonly string[], Match] => {
      const { by = null, grade = null } = found.get(row) ?? {}
      const stays = staysOf(grade, row[column.at] ?? '')
      const written = !grade || stays !== null ? null : grade.total === null ? EXCUSED : inPoints(grade.total)
      return [row, { student: nameOf(file, row), by, name: grade?.name ?? null, written, stays }]
    }),
  )
  const lines = file.rows.map((row) => {
    if (isPoints(file, row)) return withCell(row, column.at, pointsCell.trim() === '' ? points : null)
    return withCell(row, column.at, matches.get(row)?.written ?? null)
  })
  const head = withCell(file.head, column.at, column.added ? column.name : null)
  const inFile = new Set([...found.values()].map(({ grade }) => grade.id))
  return {
    ok: true,
    file: machineCsv([head, ...lines], file),
    column: file.head[column.at] ?? column.name,
    added: column.added,
    turnedInto,
    matches: [...matches.values()],
    unmatched: grades.filter(({ id }) => !inFile.has(id)).map(({ name }) => name),
  }
}

/** Why a cell must not be written: an excused or unassigned student keeps Canvas's mark even if graded here. */
function staysOf(grade: Grade | null, cell: string): Match['stays'] {
  if (!grade) return 'nobody'
  if (/^ex$/i.test(cell.trim())) return 'excused'
  if (cell.trim() === 'N/A') return 'not-assigned'
  return grade.total === null && !grade.excused ? 'no-sum' : null
}

/** The row with one cell replaced; all other cells verbatim. */
function withCell(row: readonly string[], at: number, own: CsvCell | null): CsvCell[] {
  const cells: CsvCell[] = Array.from({ length: Math.max(row.length, at + 1) }, (_, place) => ({
    verbatim: row[place] ?? '',
  }))
  return own === null ? cells : cells.with(at, own)
}
