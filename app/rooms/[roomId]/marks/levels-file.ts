// All levels with their evidence as a CSV file: a line for each student, with their levels and those of their delegation's positions. The
// gradebook's files hold only the sums.

import type { Translate } from '#format/translate'
import { type Overview, sumOf } from '#marks/overview.ts'
import type { RoomPlan } from '#simulation/agenda/plan'
import { columnsOf, type Rubric } from '#simulation/reading/log/rubric'
import { delegationIn } from '#ui/words/delegations.ts'
import { peopleCsv } from '../../../_files/csv'

export type LevelsTable = {
  room: string
  plan: RoomPlan
  overview: Overview
  /** Participant id → student number. */
  numbers: ReadonlyMap<string, string>
}

/** `t` translates the namespace `marks`. */
export function levelsFile(tables: readonly LevelsTable[], newest: Rubric, t: Translate<'marks'>): string {
  const all = tables.map(({ overview }) => overview)
  const students = columnsOf(
    newest,
    all.flatMap((one) => one.students),
  )
  const positions = columnsOf(
    newest,
    all.flatMap((one) => one.positions),
    'position',
  )
  const rounds = Math.max(0, ...tables.flatMap(({ overview }) => overview.positions.map(({ number }) => number)))
  const numbers = Array.from({ length: rounds }, (_, index) => index + 1)
  const head = [
    t('file.table'),
    t('file.name'),
    t('file.number'),
    t('file.delegation'),
    t('file.seat'),
    ...students.map(({ name }) => name),
    t('file.sum'),
    t('file.of'),
    ...numbers.flatMap((number) => positions.map(({ name }) => t('file.position', { number, criterion: name }))),
    t('file.evidence'),
  ]
  const lines = tables.flatMap(({ room, plan, overview, numbers: known }) =>
    overview.students.map((student) => {
      const own = overview.positions.filter(({ delegation }) => delegation === student.seat?.delegation)
      const levelIn = (cells: typeof student.cells, key: string) =>
        cells.find(({ criterion }) => criterion.key === key)?.mark?.level ?? ''
      return [
        room,
        student.name ?? t('erased'),
        known.get(student.id) ?? '',
        delegationIn(plan, student.seat?.delegation)?.name ?? '',
        student.seat?.title ?? '',
        ...students.map(({ key }) => levelIn(student.cells, key)),
        sumOf(student)?.sum ?? '',
        student.rubric.points,
        ...numbers.flatMap((number) => {
          const row = own.find((position) => position.number === number)
          return positions.map(({ key }) => (row ? levelIn(row.cells, key) : ''))
        }),
        student.cells
          .flatMap(({ criterion, mark }) =>
            mark ? `${criterion.name}: ${mark.noEvidence ? t('noEvidence') : mark.evidence.join(' ')}` : [],
          )
          .join('; '),
      ]
    }),
  )
  return peopleCsv([head, ...lines])
}
