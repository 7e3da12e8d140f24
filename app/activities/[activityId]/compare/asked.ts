// What the address of a comparison asks for: which distance, in which order, which moment, and whether it is on a projector. What it does not know is left out.
import { type Measure, measuresOf, type PlayedTable } from '#simulation/reading/positions/compared-tables'
import { type Moment, momentName, sharedMoments } from '#simulation/reading/positions/same-moment'

export type CompareChoices = Readonly<{
  measure: Measure
  order: 'number' | 'apart'
  moment: Moment | null
  stage: boolean
}>

type Query = Readonly<Record<string, string | string[] | undefined>>

/** Without a moment in the address it is the first that the tables share. */
export function readAsked(query: Query, tables: readonly PlayedTable[]): CompareChoices {
  const [first] = tables
  const measures = first ? measuresOf(first.played) : []
  const moments = sharedMoments(tables)
  return {
    measure: measures.find((one) => one === query.of) ?? 'gap',
    stage: query.view === 'stage',
    order: query.order === 'apart' ? 'apart' : 'number',
    moment: moments.find((one) => momentName(one) === query.moment) ?? moments[0] ?? null,
  }
}
