// The grade files: for people, for Canvas, for Moodle. A student without a whole grade has none there either, and never a nought.
import type { Translate } from '#format/translate'
import { type CsvCell, machineCsv, peopleCsv } from '../../../_files/csv'
import { newColumn } from './canvas-export'
import { type Criterion, type Grade, pointsPossible } from './grades'

/** `t` translates the namespace `gradebook`. */
export function gradesForPeople(grades: readonly Grade[], criteria: readonly Criterion[], t: Translate): string {
  const head = ['name', 'email', 'number', 'room', 'delegation', 'seat'].map((key) => t(`file.${key}`))
  const lines = grades.map((grade): CsvCell[] => [
    ...[grade.name, grade.email, grade.studentNumber, grade.room, grade.delegation, grade.seat],
    ...grade.levels.map((level) => level ?? ''),
    grade.total ?? '',
    pointsPossible(criteria),
    grade.feedback,
  ])
  const last = [t('file.total'), t('file.of'), t('file.feedback')]
  return peopleCsv([[...head, ...criteria.map(({ name }) => name), ...last], ...lines])
}

/**
 * A file that Canvas takes as a new column: it finds students by SIS id, then by login, then by name, and reads the row of points
 * first. Who has neither and shares a name would be given a namesake's grade, and is left out.
 */
export function gradesForCanvas(
  grades: readonly Grade[],
  criteria: readonly Criterion[],
  title: string,
  section: string,
): string {
  const who = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section']
  const head = [...who, newColumn(who, title)]
  const points: CsvCell[] = ['    Points Possible', '', '', '', '', pointsPossible(criteria)]
  const shared = (name: string) => grades.filter((grade) => grade.name.trim() === name.trim()).length > 1
  const lines = grades
    .filter(({ studentNumber, email, name }) => studentNumber !== '' || email !== '' || !shared(name))
    .map((grade): CsvCell[] => [...[grade.name, '', grade.studentNumber, grade.email, section], grade.total ?? ''])
  return machineCsv([head, points, ...lines])
}

/**
 * What Moodle maps by column. It reads an empty grade as 0 and only a dash as none, gives the grade of a line without a key to the
 * student before, and takes a nought for no key; those lines are left out.
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

/** A backslash before a quotation mark would take it for part of the words, and the rest of the file with it. */
const unescaping = (text: string): string => text.replace(/\\(?="|$)/g, '\\ ')
