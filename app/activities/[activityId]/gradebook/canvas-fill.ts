// Fills the gradebook file that an instructor exported from Canvas: the rows stay theirs, in their order, and one column is
// written. Students are found by id, then by e-mail or login, then by name; whoever is not found with certainty is left alone.
import { parse } from 'csv-parse/sync'
import { machineCsv } from './csv'
import type { Grade } from './grades'

export type Match = {
  /** As Canvas writes it. */
  student: string
  by: 'id' | 'login' | 'name' | null
  grade: { name: string; total: number | null } | null
}
export type Filled =
  | { ok: true; file: string; column: string; added: boolean; matches: readonly Match[]; unmatched: readonly string[] }
  | { ok: false; fault: 'unreadable' | 'not-canvas' | 'no-students' }

const FIXED = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Integration ID', 'Root Account', 'Section']

export function fillCanvas(text: string, grades: readonly Grade[], title: string, points: number): Filled {
  const between = separatorOf(text)
  const rows = readRows(text, between)
  if (!rows) return { ok: false, fault: 'unreadable' }
  const [head, ...rest] = rows
  if (!head?.includes('Student') || !head.includes('ID')) return { ok: false, fault: 'not-canvas' }
  const students = rest.filter((row) => isStudent(row, head))
  if (students.length === 0) return { ok: false, fault: 'no-students' }

  // What a debate is called must never be taken for who somebody is.
  const known = head.findIndex(
    (name) => !FIXED.includes(name) && name.replace(/\s*\(\d+\)$/, '').trim() === title.trim(),
  )
  const added = known === -1
  // A new assignment stands behind the columns that say who somebody is.
  const at = added ? head.findLastIndex((name) => FIXED.includes(name)) + 1 : known
  const placed = rows.map((row) => (added ? row.toSpliced(at, 0, '') : [...row]))
  const taken = new Set<string>()
  const matches: Match[] = []
  const found = matched(students, head, grades, taken)
  for (const [index, row] of placed.entries()) {
    const own = rows[index]
    if (index === 0) row[at] = added ? title : (head[known] ?? title)
    else if (own && isPoints(own, head)) row[at] = added || !row[at] ? String(points) : row[at]
    else if (own && isStudent(own, head)) {
      const match = found.get(own)
      const total = match?.grade?.total
      if (total !== null && total !== undefined) row[at] = String(total)
      matches.push(match ?? { student: cell(own, head, 'Student'), by: null, grade: null })
    }
  }
  const ending = text.includes('\r\n') ? '\r\n' : '\n'
  const file = (text.startsWith('\uFEFF') ? '\uFEFF' : '') + machineCsv(placed, { ending, between })
  const unmatched = grades.filter(({ id }) => !taken.has(id)).map(({ name }) => name)
  return { ok: true, file, column: placed[0]?.[at] ?? title, added, matches, unmatched }
}

/** Canvas writes semicolons for those who count with commas, and never quotes the names of its first columns. */
const separatorOf = (text: string): ',' | ';' => (/^\uFEFF?Student;/.test(text) ? ';' : ',')

function readRows(text: string, delimiter: ',' | ';'): string[][] | null {
  try {
    const rows: unknown = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true })
    return Array.isArray(rows) && rows.every(isLine) ? rows : null
  } catch {
    return null
  }
}
const isLine = (row: unknown): row is string[] =>
  Array.isArray(row) && row.every((text: unknown) => typeof text === 'string')

const cell = (row: readonly string[], head: readonly string[], name: string): string =>
  (row[head.indexOf(name)] ?? '').trim()
const isPoints = (row: readonly string[], head: readonly string[]): boolean =>
  cell(row, head, 'Student').startsWith('Points Possible')
/** Canvas puts rows of its own above the class: points, and "Manual Posting" with nobody's name. */
const isStudent = (row: readonly string[], head: readonly string[]): boolean =>
  cell(row, head, 'Student') !== '' && !isPoints(row, head) && cell(row, head, 'Student') !== 'Student, Test'

/** Each way of finding goes over the whole class before the next one, so that a namesake never takes another's place. */
function matched(
  students: readonly string[][],
  head: readonly string[],
  grades: readonly Grade[],
  taken: Set<string>,
): Map<string[], Match> {
  const found = new Map<string[], Match>()
  const ways: {
    by: 'id' | 'login' | 'name'
    ofRow: (row: string[]) => string[]
    ofGrade: (grade: Grade) => string[]
  }[] = [
    {
      by: 'id',
      ofRow: (row) => [cell(row, head, 'SIS User ID'), cell(row, head, 'ID')],
      ofGrade: ({ studentNumber }) => [studentNumber],
    },
    {
      by: 'login',
      ofRow: (row) => [cell(row, head, 'SIS Login ID')],
      ofGrade: ({ email }) => [email, email.split('@')[0] ?? ''],
    },
    { by: 'name', ofRow: (row) => namesOf(cell(row, head, 'Student')), ofGrade: ({ name }) => [name] },
  ]
  for (const { by, ofRow, ofGrade } of ways) {
    const byKey = new Map<string, Grade[]>()
    for (const grade of grades)
      if (!taken.has(grade.id))
        for (const key of keysOf(ofGrade(grade))) byKey.set(key, [...(byKey.get(key) ?? []), grade])
    const wanted = new Map<string, number>()
    const open = students.filter((row) => !found.has(row))
    for (const row of open) for (const key of keysOf(ofRow(row))) wanted.set(key, (wanted.get(key) ?? 0) + 1)
    for (const row of open) {
      const keys = keysOf(ofRow(row)).filter((key) => byKey.get(key)?.length === 1 && wanted.get(key) === 1)
      const grade = keys.flatMap((key) => byKey.get(key) ?? []).find(({ id }) => !taken.has(id))
      if (!grade) continue
      taken.add(grade.id)
      found.set(row, { student: cell(row, head, 'Student'), by, grade: { name: grade.name, total: grade.total } })
    }
  }
  return found
}

const keysOf = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()).filter(Boolean)),
]

/** "Castellano, Mei" is "Mei Castellano", and both are tried. */
function namesOf(student: string): string[] {
  const [family = '', given = '', ...more] = student.split(',').map((part) => part.trim())
  return given !== '' && more.length === 0 ? [student, `${given} ${family}`, `${family} ${given}`] : [student]
}
