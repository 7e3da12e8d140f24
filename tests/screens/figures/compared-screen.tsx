/** Compare as its page draws it: the markup, and its words without the proofs. */
import type { PlayedTable } from '#simulation/reading/positions/compared-tables'
import { readAsked } from '../../../app/activities/[activityId]/compare/asked'
import { CompareView } from '../../../app/activities/[activityId]/compare/compare-view'
import { withoutProofs } from '../../support/files/proof-rows'
import { markup, wordsOf } from '../drawn-screens'

export const markupOf = (
  tables: readonly PlayedTable[],
  query: Readonly<Record<string, string>> = {},
  own: string | null = null,
) =>
  markup(
    <CompareView
      {...{ activityId: 'x', above: 'The course', own, tables, words: new Map(), timeZone: 'UTC' }}
      asked={readAsked(query, tables)}
    />,
  )
export const readOf = (html: string) => wordsOf(withoutProofs(html)).replaceAll('&#x27;', '’')
export const pageOf = (...of: Parameters<typeof markupOf>) => readOf(markupOf(...of))
