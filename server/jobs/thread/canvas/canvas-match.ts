/**
 * Matches rows of Canvas's file to students of the gradebook: by Canvas's own ID where it is known, by SIS id, then by e-mail or login, then
 * by name. An ambiguous row matches nobody, because a wrong match would give a student another's grade.
 */
import type { CanvasMatch } from '#simulation/reading/marks/canvas-gradebook'
import type { CanvasGrade } from '../../worker-tasks'
import { type CanvasExport, cellOf, nameOf } from './canvas-export'

type FoundBy = NonNullable<CanvasMatch['by']>
type Found = ReadonlyMap<readonly string[], { by: FoundBy; grade: CanvasGrade }>

type Matcher = { by: FoundBy; ofRow: (row: readonly string[]) => string[]; ofGrade: (grade: CanvasGrade) => string[] }

/**
 * Each matcher goes over the whole class before the next begins: otherwise a match by name could take the student whom a later row has by
 * number.
 */
export function matched(
  file: CanvasExport,
  students: readonly (readonly string[])[],
  grades: readonly CanvasGrade[],
): Found {
  const taken = new Set<string>()
  const found = new Map<readonly string[], { by: FoundBy; grade: CanvasGrade }>()
  for (const { by, ofRow, ofGrade } of waysOf(file)) {
    const byKey = new Map<string, CanvasGrade[]>()
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
      found.set(row, { by, grade })
    }
  }
  return found
}

function waysOf(file: CanvasExport): readonly Matcher[] {
  const numberAndName = (number: string, name: string) =>
    number === '' ? [] : namesOf(name).map((each) => `${number} ${each}`)
  return [
    { by: 'id', ofRow: (row) => [cellOf(file, row, 'ID')], ofGrade: ({ canvasId }) => [canvasId] },
    {
      by: 'id',
      ofRow: (row) => [cellOf(file, row, 'SIS User ID')],
      ofGrade: ({ studentNumber }) => [studentNumber],
    },
    {
      by: 'login',
      ofRow: (row) => [cellOf(file, row, 'SIS Login ID')],
      ofGrade: ({ email }) => [email, email.split('@')[0] ?? ''],
    },
    // Canvas's own user ids may equal another student's number at the school, so a match by it needs the name as well.
    {
      by: 'id',
      ofRow: (row) => numberAndName(cellOf(file, row, 'ID'), nameOf(file, row)),
      ofGrade: ({ studentNumber, name }) => numberAndName(studentNumber, name),
    },
    { by: 'name', ofRow: (row) => namesOf(nameOf(file, row)), ofGrade: ({ name }) => [name] },
  ]
}

const keysOf = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()).filter(Boolean)),
]

/** "Castellano, Mei" is tried as "Mei Castellano" and "Castellano Mei" too. */
function namesOf(student: string): string[] {
  const [family = '', given = '', ...more] = student.split(',').map((part) => part.trim())
  return given !== '' && more.length === 0 ? [student, `${given} ${family}`, `${family} ${given}`] : [student]
}
