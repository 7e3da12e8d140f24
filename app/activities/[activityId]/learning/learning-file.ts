// The file of the evidence of learning: a row for each person, without a name.
import type { Translate } from '#format/translate'
import type { LearningRows } from '#simulation/reading/positions/learning'
import { type CsvCell, peopleCsv } from '../../../_files/csv'

/** `t` translates the namespace `learning`. */
export function learningCsv({ rounds, learners }: LearningRows, t: Translate<'learning'>): string {
  const names = [t('knowledge'), t('sure'), ...rounds.map(({ title }) => t('view', { title }))]
  const head = names.flatMap((name) => [t('file.before', { name }), t('file.after', { name })])
  const lines = learners.map(({ first, knowledge, sure, views }, place): CsvCell[] => [
    place + 1,
    first ?? '',
    ...[knowledge, sure, ...views].flatMap(({ before, after }) => [before ?? '', after ?? '']),
  ])
  return peopleCsv([[t('file.number'), t('file.first'), ...head], ...lines])
}
