// What a comparison of tables reads of one room: the positions that its reveals opened, by round, and what everybody heard first at its
// moments, as numbers of entries. It is stored beside the room's log (server/store/log/room-facts.ts), so that no log is read for it, and
// holds nothing that was not told to everybody at that table.
import * as z from 'zod/mini'
import { delegationIds, delegationPlan, focusPlan } from '../../agenda/parties'
import { axisPlan } from '../../agenda/plan'
import {
  axisValue,
  delegationId,
  type FilingStage,
  list,
  MOST_DELEGATIONS,
  MOST_ROUNDS,
  shortText,
  type TensionKey,
  tensionKey,
} from '../../kernel/ids'
import type { Entry, RoomState } from '../../state/room-state'
import { revealedValues } from '../log/gap'
import { struckAt } from '../log/strikes'
import { paragraphOf, roundOf } from '../log/transcript'
import { standsByBrief } from './proofs'

/** A stage of a round: the values that are revealed, who of these stands by its brief, and the number of the entry that revealed them. */
const playedStage = z.strictObject({
  values: z.partialRecord(delegationId, axisValue),
  byBrief: list(delegationId, MOST_DELEGATIONS),
  entry: z.nullable(shortText),
  /** Whether a room that plays on from a moment (D26) has it from before. */
  isBefore: z.boolean(),
})
export type PlayedStage = Readonly<z.infer<typeof playedStage>>

/** The first words after a piece of news, or of a round. */
const playedWords = z.strictObject({
  no: shortText,
  /** The row of the log that holds the words by now. */
  row: z.int().check(z.positive()),
  office: z.nullable(shortText),
  delegation: z.nullable(delegationId),
  /** Whether some were taken off, so that the row alone does not tell what is left. */
  hasGap: z.boolean(),
  isBefore: z.boolean(),
})

/** Chairs write news of their own, so a room may have many; beyond these the oldest stay. */
const MOST_MOMENTS = 200

const playedMoment = z.strictObject({
  /** News by its key and headline, or a round by its key and title. */
  kind: z.enum(['news', 'round']),
  key: shortText,
  title: shortText,
  /** Null where nothing was said after it. */
  said: z.nullable(playedWords),
  /** Milliseconds from the news to the words; null for a round, and where nothing was said. */
  after: z.nullable(z.number()),
})
export type PlayedMoment = Readonly<z.infer<typeof playedMoment>>

export const played = z.strictObject({
  kind: z.enum(['seminar', 'homework']),
  delegations: list(delegationPlan, MOST_DELEGATIONS),
  focus: focusPlan,
  rounds: list(
    z.strictObject({ key: tensionKey, title: shortText, axis: axisPlan, opening: playedStage, closing: playedStage }),
    MOST_ROUNDS,
  ),
  moments: list(playedMoment, MOST_MOMENTS),
})
export type Played = Readonly<z.infer<typeof played>>

export function playedIn(state: RoomState): Played {
  const { kind, delegations, focus, rounds, forkedFrom } = state.plan
  const isBefore = (entry: Entry | undefined) => entry !== undefined && entry.seq <= (forkedFrom?.rows ?? 0)
  const reveals = new Map(
    state.record.toArray().flatMap((entry) => {
      const { event } = entry
      return event.type === 'PositionsRevealed' ? [[`${event.round} ${event.stage}`, entry] as const] : []
    }),
  )
  const at = (round: TensionKey, stage: FilingStage): PlayedStage => {
    const entry = reveals.get(`${round} ${stage}`)
    const values = revealedValues(state, round, stage)
    const byBrief = delegationIds(state.plan).filter(
      (id) => values[id] !== undefined && standsByBrief(state, { round, stage }, id),
    )
    return { values, byBrief, entry: entry?.no ?? null, isBefore: isBefore(entry) }
  }
  return {
    ...{ kind, delegations, focus },
    rounds: rounds.map(({ key, title, axis }) => ({
      ...{ key, title, axis },
      opening: at(key, 'opening'),
      closing: at(key, 'closing'),
    })),
    moments: momentsIn(state, isBefore).slice(0, MOST_MOMENTS),
  }
}

/** D17: what was withdrawn is passed over, and news off which words were taken. Private talk is no part of the public record. */
function momentsIn(state: RoomState, isBefore: (entry: Entry) => boolean): readonly PlayedMoment[] {
  const found: PlayedMoment[] = []
  const heard = new Set<string>()
  let waiting: { news: Pick<PlayedMoment, 'kind' | 'key' | 'title'>; at: number }[] = []
  for (const entry of state.record) {
    const { event, no, at } = entry
    if (event.type === 'InjectSent') {
      const isTold = !state.retracted.includes(event.key) && struckAt(state, no).length === 0
      if (isTold) waiting.push({ news: { kind: 'news', key: event.key, title: event.headline }, at })
      continue
    }
    const round = state.plan.rounds.find(({ key }) => key === roundOf(state, entry))
    const isFirst = round !== undefined && !heard.has(round.key)
    const said = isFirst || waiting.length > 0 ? paragraphOf(state, entry, false) : null
    if (said?.kind !== 'statement' || said.withdrawnBy !== null) continue
    const words = {
      ...{ no, row: state.placed[no]?.seq ?? entry.seq, delegation: said.delegation },
      office: state.plan.seats.find(({ id }) => id === said.seat)?.title ?? null,
      ...{ hasGap: said.off.length > 0, isBefore: isBefore(entry) },
    }
    found.push(...waiting.map((one) => ({ ...one.news, said: words, after: at - one.at })))
    waiting = []
    if (!isFirst) continue
    heard.add(round.key)
    found.push({ kind: 'round', key: round.key, title: round.title, said: words, after: null })
  }
  return [...found, ...waiting.map(({ news }) => ({ ...news, said: null, after: null }))]
}
