/**
 * Fills one column of the gradebook CSV that an instructor exported from Canvas. Every other cell and the order of rows stay as they were:
 * Canvas would import any change.
 */
import { stringify } from 'csv-stringify/sync'
import { type CanvasFilled, type CanvasMatch, EXCUSED } from '#simulation/reading/marks/canvas-gradebook'
import type { CanvasAsked, CanvasGrade } from '../../worker-tasks'
import { columnFor, isPoints, isStudent, nameOf, pointsIn, readExport } from './canvas-export'
import { matched } from './canvas-match'

export function fillCanvas({ bytes, grades, title, points }: CanvasAsked): CanvasFilled {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  // A spreadsheet's “Unicode text”, read as UTF-8: its mark is no letter, and every other sign is the null.
  if (/^\uFFFD\uFFFD|\0/.test(text)) return { ok: false, fault: 'utf-16' }
  const file = readExport(text)
  if (typeof file === 'string') return { ok: false, fault: file }
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
    students.map((row): [readonly string[], CanvasMatch] => {
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
    file: stringify([head, ...lines], {
      bom: file.bom,
      record_delimiter: file.ending,
      delimiter: file.between,
      // csv-stringify quotes only for the configured line ending; an unquoted lone CR or LF would start a new row.
      quoted_match: /[\r\n]/,
    }),
    column: file.head[column.at] ?? column.name,
    added: column.added,
    turnedInto,
    matches: [...matches.values()],
    unmatched: grades.filter(({ id }) => !inFile.has(id)).map(({ name }) => name),
  }
}

/** Why a cell must not be written: an excused or unassigned student keeps Canvas's mark even if graded here. */
function staysOf(grade: CanvasGrade | null, cell: string): CanvasMatch['stays'] {
  if (!grade) return 'nobody'
  if (/^ex$/i.test(cell.trim())) return 'excused'
  if (cell.trim() === 'N/A') return 'not-assigned'
  return grade.total === null && !grade.excused ? 'no-sum' : null
}

/** The row with one cell replaced; all other cells verbatim. */
function withCell(row: readonly string[], at: number, own: string | number | null): (string | number)[] {
  const cells: (string | number)[] = Array.from(
    { length: Math.max(row.length, at + 1) },
    (_, place) => row[place] ?? '',
  )
  return own === null ? cells : cells.with(at, own)
}
