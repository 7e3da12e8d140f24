// The same moment at every table (D17): the first words that everybody heard at a table after the same news, or in the same round. Which entry
// they are each table's reading has (played.ts).

import type { Struck } from '../log/strikes'
import type { PlayedMoment } from '../record/played'
import { isOwnAmong, type PlayedTable } from './compared-tables'

/** What happened at a table: a piece of news, by its key and headline, or the first words of a round. */
export type Moment = Pick<PlayedMoment, 'kind' | 'key' | 'title'>

/** A name for an address. */
export const momentName = ({ kind, key }: Moment): string => `${kind}.${key}`

export type MomentAtTable = Readonly<{ table: PlayedTable }> & Pick<PlayedMoment, 'said' | 'after'>

/** The words of a statement as they stand, and what is off them. */
export type ToldWords = Readonly<{ text: string; off: readonly Struck[] }>
/** What was said at a moment, by table. */
export type WordsAtTables = ReadonlyMap<string, ToldWords>

/** The moments that at least two of the tables had, in the order in which the first table had them. */
export function sharedMoments(tables: readonly PlayedTable[]): readonly Moment[] {
  const had = tables.map((table) => new Set(ownMoments(tables, table).map(momentName)))
  const all = new Map(
    tables.flatMap((table) => ownMoments(tables, table).map((moment) => [momentName(moment), moment] as const)),
  )
  return [...all].flatMap(([name, moment]) => (had.filter((names) => names.has(name)).length > 1 ? [moment] : []))
}

/** The tables that had this moment, each with the first words after it. */
export const atEachTable = (tables: readonly PlayedTable[], moment: Moment): readonly MomentAtTable[] =>
  tables.flatMap((table) => {
    const found = ownMoments(tables, table).find((one) => momentName(one) === momentName(moment))
    return found ? [{ table, said: found.said, after: found.after }] : []
  })

/** D37: words that a fork has from a room that stands beside it are told there. */
const ownMoments = (tables: readonly PlayedTable[], table: PlayedTable): readonly PlayedMoment[] =>
  table.played.moments.filter(({ said }) => said === null || isOwnAmong(tables)(table, said))
