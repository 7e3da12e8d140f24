// The grade files for people, Canvas and Moodle. A student with an unmarked criterion gets an empty grade and never a zero.
import type { Translate } from '#format/translate'
import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import { columnsOf, type Rubric } from '#simulation/reading/log/rubric'
import { EXCUSED, newColumn } from '#simulation/reading/marks/canvas-gradebook'
import { type Grading, levelOf } from '#simulation/reading/marks/grades'
import type { HandedIn } from '#simulation/reading/marks/lateness'
import { type CsvCell, machineCsv, peopleCsv } from '../../../_files/csv'
import { type Grade, pointsOf, sharesAmong } from './grades'

/** What was handed in of a homework debate, by participant, and the name of a part of it. */
type HandedInFile = { of: ReadonlyMap<string, HandedIn>; nameOf: (kind: PhaseKind) => string }

/** A column of the file for people: its head, and the cell of one student. */
type Column = Readonly<{ head: string; cell: (grade: Grade) => CsvCell }>

/** `t` translates the namespace `gradebook`; what else changes the sum has columns of its own, and so has what was handed in. */
export function gradesForPeople(
  grades: readonly Grade[],
  newest: Rubric,
  t: Translate<'gradebook'>,
  { late }: Pick<Grading, 'late'> = {},
  handed: HandedInFile | null = null,
): string {
  const beside = sharesAmong(grades)
  const judged = grades.some(({ positions }) => positions !== null)
  const columns: readonly Column[] = [
    { head: t('file.name'), cell: ({ name }) => name },
    { head: t('file.family'), cell: ({ family }) => family },
    { head: t('file.given'), cell: ({ given }) => given },
    { head: t('file.email'), cell: ({ email }) => email },
    { head: t('file.number'), cell: ({ studentNumber }) => studentNumber },
    { head: t('file.section'), cell: ({ section }) => section },
    { head: t('file.room'), cell: ({ room }) => room },
    { head: t('file.delegation'), cell: ({ delegation }) => delegation },
    { head: t('file.seat'), cell: ({ seat }) => seat },
    ...(handed ? handedColumns(handed, t) : []),
    ...columnsOf(newest, grades).map(({ key, name }) => ({
      head: name,
      cell: (grade: Grade) => levelOf(grade, key) ?? '',
    })),
    ...(late || beside.length > 0 ? [{ head: t('file.sum'), cell: ({ sum }: Grade) => sum ?? '' }] : []),
    ...(judged ? [{ head: t('file.positions'), cell: ({ positions }: Grade) => positions ?? '' }] : []),
    ...beside.map((of) => ({ head: t(`beside.${of}`), cell: (grade: Grade) => pointsOf(grade, of) ?? '' })),
    ...(late ? [{ head: t('file.off'), cell: ({ off }: Grade) => off ?? '' }] : []),
    { head: t('file.total'), cell: ({ total }) => total ?? '' },
    { head: t('file.of'), cell: () => newest.points },
    { head: t('file.state'), cell: ({ again, state }) => t('gradeState', { state: again ? 'again' : state }) },
    { head: t('file.noPart'), cell: ({ tookNoPart }) => (tookNoPart ? t('file.yes') : '') },
    { head: t('file.feedback'), cell: ({ feedback }) => feedback },
  ]
  return peopleCsv([columns.map(({ head }) => head), ...grades.map((grade) => columns.map(({ cell }) => cell(grade)))])
}

function handedColumns({ of, nameOf }: HandedInFile, t: Translate<'gradebook'>): readonly Column[] {
  const parts = [...new Set([...of.values()].flatMap((one) => one.parts.map(({ kind }) => kind)))]
  return [
    { head: t('file.asked'), cell: ({ id }) => of.get(id)?.asked ?? '' },
    { head: t('file.done'), cell: ({ id }) => of.get(id)?.done ?? '' },
    ...parts.map((kind) => ({
      head: t('file.lateDays', { part: nameOf(kind) }),
      cell: ({ id }: Grade) => of.get(id)?.parts.find((part) => part.kind === kind)?.days ?? '',
    })),
  ]
}

/**
 * A file that Canvas imports as a new column. It matches students by its own ID, then SIS id, login and name, and reads the row of points
 * first. An ID that two of the class list have is given for neither. A student without any of these keys and with a namesake is left out: Canvas would give the grade to the namesake.
 */
export function gradesForCanvas(grades: readonly Grade[], points: number, title: string, section: string): string {
  const who = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section']
  const head = [...who, newColumn(who, title)]
  const possible: CsvCell[] = ['    Points Possible', '', '', '', '', points]
  const shared = twice(grades.map(({ name }) => name.trim()))
  const sharedIds = twice(grades.map(({ canvasId }) => canvasId))
  const lines = grades
    .map((grade) => (sharedIds.has(grade.canvasId) ? { ...grade, canvasId: '' } : grade))
    .filter(
      ({ canvasId, studentNumber, email, name }) => canvasId + studentNumber + email !== '' || !shared.has(name.trim()),
    )
    .map((grade): CsvCell[] => [
      ...[grade.name, grade.canvasId, grade.studentNumber, grade.email, grade.section || section],
      grade.excused ? EXCUSED : (grade.total ?? ''),
    ])
  return machineCsv([head, possible, ...lines])
}

/** Those that occur more than once. */
function twice(texts: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(texts.filter((text) => seen.has(text) || !seen.add(text)))
}

/**
 * A file for Moodle's import. It reads an empty grade as 0 and only a dash as none; it gives the grade of a row without a key to the
 * student of the row before, and takes the key "0" for none. Rows without a usable key are left out.
 */
export function gradesForMoodle(grades: readonly Grade[], by: 'email' | 'number', title: string): string {
  const keyOf = (grade: Grade) => (by === 'email' ? grade.email : grade.studentNumber).trim()
  const head = [by === 'email' ? 'Email address' : 'ID number', title.trim(), `${title.trim()} (feedback)`]
  const lines = grades
    .filter((grade) => keyOf(grade) !== '' && keyOf(grade) !== '0')
    .map((grade): CsvCell[] => [keyOf(grade), grade.total ?? { verbatim: NO_GRADE }, unescaping(grade.feedback)])
  return machineCsv([head, ...lines])
}
const NO_GRADE = '-'

/** Moodle's reader takes a backslash before a quotation mark for an escape and would swallow the rest of the file. */
const unescaping = (text: string): string => text.replace(/\\(?="|$)/g, '\\ ')
