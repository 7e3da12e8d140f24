// The grade files: for people, for Canvas, for Moodle. A student without a whole grade gets an empty cell, never a nought.
import type { CsvCell } from './csv'
import { machineCsv, peopleCsv, unrunnable } from './csv'
import { type Criterion, type Grade, pointsPossible } from './grades'

type Words = (key: string) => string

/** `t` translates the namespace `gradebook`. */
export function gradesForPeople(grades: readonly Grade[], criteria: readonly Criterion[], t: Words): string {
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

/** A file that Canvas takes as a new column: it finds students by SIS id or login, and reads the row of points first. */
export function gradesForCanvas(
  grades: readonly Grade[],
  criteria: readonly Criterion[],
  title: string,
  section: string,
): string {
  const head = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', title]
  const points: CsvCell[] = ['    Points Possible', '', '', '', '', pointsPossible(criteria)]
  const lines = grades.map((grade): CsvCell[] => [
    ...[unrunnable(grade.name), '', grade.studentNumber, grade.email, section],
    grade.total ?? '',
  ])
  return machineCsv([head, points, ...lines])
}

/** What Moodle maps by column; those it could not find by this key are left out. */
export function gradesForMoodle(grades: readonly Grade[], by: 'email' | 'username', title: string): string {
  const keyOf = (grade: Grade) => (by === 'email' ? grade.email : grade.studentNumber)
  const head = [by === 'email' ? 'Email address' : 'Username', title, `${title} (feedback)`]
  const lines = grades
    .filter((grade) => keyOf(grade) !== '')
    .map((grade): CsvCell[] => [keyOf(grade), grade.total ?? '', grade.feedback])
  return machineCsv([head, ...lines])
}
