// The file of a comparison: a row for each round at each table, with the distance at the opening and at the closing.
import type { Translate } from '#format/translate'
import type { Comparison } from '#simulation/reading/positions/compared-tables'
import { type CsvCell, peopleCsv } from '../../../_files/csv'

/** `t` translates the namespace `compare`. */
export function compareCsv({ tables, rounds }: Comparison, t: Translate<'compare'>): string {
  const titles = new Map(rounds.map(({ round, title }) => [round, title]))
  const lines = tables.flatMap((table) =>
    table.rounds.map(({ round, opening, closing, shift, isShared, fromMiddle }): CsvCell[] => [
      ...[table.number, table.name, titles.get(round) ?? round],
      ...[opening ?? '', closing ?? '', isShared ? 'shared' : (shift ?? ''), fromMiddle ?? ''],
    ]),
  )
  const head = (['number', 'table', 'round', 'opening', 'closing', 'shift', 'fromMiddle'] as const).map((name) =>
    t(`file.${name}`),
  )
  return peopleCsv([head, ...lines])
}
