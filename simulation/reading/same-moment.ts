// The same moment at every table (D17): the first words that everybody heard at a table after the same news, or in the same round. Private
// talk is no part of it, and what was withdrawn is passed over.
import type { TensionKey } from '../kernel/ids'
import { onceFor } from '../kernel/once-for'
import { entryNumbered, isPublicNumber } from '../state/numbered-entries'
import type { RoomState } from '../state/room-state'
import type { PlayedTable } from './compared-tables'
import { type Paragraph, paragraphs } from './transcript'

type Statement = Extract<Paragraph, { kind: 'statement' }>

/** What happened at a table: a piece of news, by its key, or the first words of a round. */
export type Moment = Readonly<
  { kind: 'news'; key: string; headline: string } | { kind: 'round'; key: TensionKey; title: string }
>

/** A name for an address. */
export const momentName = ({ kind, key }: Moment): string => `${kind}.${key}`

export type MomentAtTable = Readonly<{
  table: PlayedTable
  /** Null where nothing was said after it. */
  said: Statement | null
  /** Milliseconds from the news to the words; null for a round. */
  after: number | null
}>

type FirstWords = Readonly<{ moment: Moment; said: Statement | null; after: number | null }>

/** The moments that at least two of the tables had, in the order in which the first table had them. */
export function sharedMoments(tables: readonly PlayedTable[]): readonly Moment[] {
  const had = tables.map(({ state }) => new Set(firstWords(state).map(({ moment }) => momentName(moment))))
  const all = new Map(
    tables.flatMap(({ state }) => firstWords(state).map(({ moment }) => [momentName(moment), moment] as const)),
  )
  return [...all].flatMap(([name, moment]) => (had.filter((names) => names.has(name)).length > 1 ? [moment] : []))
}

/** The tables that had this moment, each with the first words after it. */
export const atEachTable = (tables: readonly PlayedTable[], moment: Moment): readonly MomentAtTable[] =>
  tables.flatMap((table) => {
    const found = firstWords(table.state).find((one) => momentName(one.moment) === momentName(moment))
    return found ? [{ table, said: found.said, after: found.after }] : []
  })

/** Kept with the state, because a page asks for it once to offer the moments and once to show one. */
const firstWords = onceFor((state: RoomState): readonly FirstWords[] => {
  const found: FirstWords[] = []
  const heard = new Set<TensionKey>()
  let waiting: { moment: Moment; at: number }[] = []
  for (const said of paragraphs(state)) {
    if (!isPublicNumber(said.no)) continue
    const event = entryNumbered(state, said.no)?.event
    if (said.kind === 'news' && event?.type === 'InjectSent' && !said.retracted)
      waiting.push({ moment: { kind: 'news', key: event.key, headline: said.headline }, at: said.at })
    if (said.kind !== 'statement' || said.withdrawnBy !== null) continue
    found.push(...waiting.map(({ moment, at }) => ({ moment, said, after: said.at - at })))
    waiting = []
    const round = state.plan.rounds.find(({ key }) => key === said.round)
    if (!round || heard.has(round.key)) continue
    heard.add(round.key)
    found.push({ moment: { kind: 'round', key: round.key, title: round.title }, said, after: null })
  }
  return [...found, ...waiting.map(({ moment }) => ({ moment, said: null, after: null }))]
})
