// The grade files for people, Canvas and Moodle. A student with an unmarked criterion gets an empty grade and never a zero.
import type { Translate } from '#format/translate'
import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import { type Grading, levelOf } from '#simulation/reading/grades'
import type { HandedIn } from '#simulation/reading/lateness'
import { columnsOf, type Rubric } from '#simulation/reading/rubric'
import { type CsvCell, machineCsv, peopleCsv } from '../../../_files/csv'
import { EXCUSED, newColumn } from './canvas-export'
import type { Grade } from './grades'

/** What was handed in of a homework debate, by participant, and the name of a part of it. */
type HandedInFile = { of: ReadonlyMap<string, HandedIn>; nameOf: (kind: PhaseKind) => string }

/** `t` translates the namespace `gradebook`; what else changes the sum has columns of its own, and so has what was handed in. */
export function gradesForPeople(
  grades: readonly Grade[],
  newest: Rubric,
  t: Translate<'gradebook'>,
  { late, peer, shared }: Pick<Grading, 'late' | 'peer' | 'shared'> = {},
  handed: HandedInFile | null = null,
): string {
  const criteria = columnsOf(newest, grades)
  const judged = grades.some(({ positions }) => positions !== null)
  const parts = [...new Set([...(handed?.of.values() ?? [])].flatMap((one) => one.parts.map(({ kind }) => kind)))]
  const head = (['name', 'family', 'given', 'email', 'number', 'section', 'room', 'delegation', 'seat'] as const).map(
    (key) => t(`file.${key}`),
  )
  const lines = grades.map((grade): CsvCell[] => [
    ...[grade.name, grade.family, grade.given, grade.email, grade.studentNumber, grade.section],
    ...[grade.room, grade.delegation, grade.seat],
    ...(handed ? handedCells(handed.of.get(grade.id), parts) : []),
    ...criteria.map(({ key }) => levelOf(grade, key) ?? ''),
    ...(late || peer || shared ? [grade.sum ?? ''] : []),
    ...(judged ? [grade.positions ?? ''] : []),
    ...(peer ? [grade.peers ?? ''] : []),
    ...(late ? [grade.off ?? ''] : []),
    grade.total ?? '',
    newest.points,
    t('gradeState', { state: grade.again ? 'again' : grade.state }),
    grade.tookNoPart ? t('file.yes') : '',
    grade.feedback,
  ])
  const changes = [
    ...(late || peer || shared ? [t('file.sum')] : []),
    ...(judged ? [t('file.positions')] : []),
    ...(peer ? [t('file.peers')] : []),
    ...(late ? [t('file.off')] : []),
  ]
  const last = (['total', 'of', 'state', 'noPart', 'feedback'] as const).map((key) => t(`file.${key}`))
  const asked = handed
    ? [t('file.asked'), t('file.done'), ...parts.map((kind) => t('file.lateDays', { part: handed.nameOf(kind) }))]
    : []
  return peopleCsv([[...head, ...asked, ...criteria.map(({ name }) => name), ...changes, ...last], ...lines])
}

const handedCells = (own: HandedIn | undefined, parts: readonly PhaseKind[]): readonly CsvCell[] => [
  own?.asked ?? '',
  own?.done ?? '',
  ...parts.map((kind) => own?.parts.find((part) => part.kind === kind)?.days ?? ''),
]

/**
 * A file that Canvas imports as a new column. It matches students by its own ID, then SIS id, login and name, and reads the row of points
 * first. An ID that two of the class list have is given for neither. A student without any of these keys and with a namesake is left out: Canvas would give the grade to the namesake.
 */
export function gradesForCanvas(grades: readonly Grade[], points: number, title: string, section: string): string {
  const who = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section']
  const head = [...who, newColumn(who, title)]
  const possible: CsvCell[] = ['    Points Possible', '', '', '', '', points]
  const shared = (name: string) => grades.filter((grade) => grade.name.trim() === name.trim()).length > 1
  const isOne = (id: string) => grades.filter(({ canvasId }) => canvasId === id).length === 1
  const lines = grades
    .map((grade) => (isOne(grade.canvasId) ? grade : { ...grade, canvasId: '' }))
    .filter(({ canvasId, studentNumber, email, name }) => canvasId + studentNumber + email !== '' || !shared(name))
    .map((grade): CsvCell[] => [
      ...[grade.name, grade.canvasId, grade.studentNumber, grade.email, grade.section || section],
      grade.excused ? EXCUSED : (grade.total ?? ''),
    ])
  return machineCsv([head, possible, ...lines])
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
