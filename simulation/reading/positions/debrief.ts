// What the debrief shows (rules D1–D6): what was believed, what moved, who was heard, which paragraphs of the sources were cited.
// Everything is counted over the room as its reader may see it, so a reader's counts leave out entries redacted for them.

import { delegationIds, pairsOf } from '../../agenda/parties'
import type { RoomPlan } from '../../agenda/plan'
import type { AxisValue, DelegationId, Pair, TensionKey } from '../../kernel/ids'
import type { RoomState } from '../../state/room-state'
import { distance, gapByRound, revealedValues, type Values } from '../log/gap'
import { type Paragraph, paragraphs } from '../log/transcript'
import { type Extreme, extremeOf } from '../record/proofs'
import { type Belief, beliefsBetween } from './believed'

type PairReading = {
  round: TensionKey
  pair: Pair
  opening: number | null
  closing: number | null
  believed: readonly Belief[]
}

/** D1: each pair in each revealed round, with the distance each of the two delegations believed it to be. */
export function pairReadings(state: RoomState): readonly PairReading[] {
  return gapByRound(state).flatMap(({ round }) =>
    pairsOf(state.plan).map((pair) => ({
      round,
      pair,
      opening: distance(revealedValues(state, round, 'opening'), pair),
      closing: distance(revealedValues(state, round, 'closing'), pair),
      believed: beliefsBetween(state, round, pair),
    })),
  )
}

export type Shift = 'narrowed' | 'widened' | 'held'

/** D2: how a distance changed from opening to closing; null where one of the two is not known. */
export function shiftBetween(opening: number | null, closing: number | null): Shift | null {
  if (opening === null || closing === null) return null
  return closing < opening ? 'narrowed' : closing > opening ? 'widened' : 'held'
}

export type Move = { round: TensionKey; delegation: DelegationId; from: AxisValue; to: AxisValue }

/** D2: the delegations whose closing position differs from their opening one, by round, in the plan's order. */
const moves = (state: RoomState): readonly Move[] =>
  state.plan.rounds.flatMap(({ key }) =>
    between(state.plan, key, revealedValues(state, key, 'opening'), revealedValues(state, key, 'closing')),
  )

/**
 * D2: the moves, where some delegation stands at both stages of a round; else whether a closing position is still to come. Without it
 * "nobody moved" would be said before anybody could have.
 */
type MovesKnown =
  /** `unknown`: how many rounds cannot be compared. */
  { kind: 'compared'; moves: readonly Move[]; unknown: number } | { kind: 'awaited' | 'incomparable' }

export function movesKnown(state: RoomState): MovesKnown {
  const unknown = state.plan.rounds.filter(({ key }) => !isCompared(state, key)).length
  if (unknown < state.plan.rounds.length) return { kind: 'compared', moves: moves(state), unknown }
  return { kind: isClosingAhead(state) ? 'awaited' : 'incomparable' }
}

/** Whether some delegation stands at both the opening and the closing of a round. */
function isCompared(state: RoomState, round: TensionKey): boolean {
  const [opening, closing] = [revealedValues(state, round, 'opening'), revealedValues(state, round, 'closing')]
  return delegationIds(state.plan).some((id) => opening[id] !== undefined && closing[id] !== undefined)
}

/** Whether this phase or a later one files closing positions. */
function isClosingAhead({ plan, agenda, closedAt }: RoomState): boolean {
  if (closedAt !== null || agenda.status === 'finished') return false
  return plan.phases.slice(Math.max(0, agenda.index)).some(({ files }) => files?.stage === 'closing')
}

function between(plan: RoomPlan, round: TensionKey, opening: Values, closing: Values): readonly Move[] {
  return delegationIds(plan).flatMap((delegation) => {
    const [from, to] = [opening[delegation], closing[delegation]]
    return from === undefined || to === undefined || from === to ? [] : [{ round, delegation, from, to }]
  })
}

/** A statement, or a finished turn with or without words. */
export type SaidEntry = Extract<Paragraph, { kind: 'statement' | 'turn' }>

/** What was said and is not withdrawn; of a turn that has no words, what its taps say counts alike (T10). */
export const saidIn = (all: readonly Paragraph[]): readonly SaidEntry[] =>
  all.filter(
    (each): each is SaidEntry => each.kind === 'turn' || (each.kind === 'statement' && each.withdrawnBy === null),
  )

/** What was answered as often as one another, and more often than all others; `by` the mover, or where it answered none by the room. */
export type Heard = { by: 'mover' | 'room'; most: Extreme<SaidEntry> }

/** D2: what another delegation said in that round that the mover, or else the room, answered most; null where none was answered. */
export function mostAnswered(state: RoomState, { round, delegation }: Move): Heard | null {
  const said = saidIn(paragraphs(state))
  const others = said.filter(
    (each) => each.round === round && each.delegation !== null && each.delegation !== delegation,
  )
  for (const by of ['mover', 'room'] as const) {
    const answering = by === 'room' ? said : said.filter((each) => each.delegation === delegation)
    const most = extremeOf(
      others.map((each) => [each, answering.filter(({ answers: to }) => to === Number(each.no)).length] as const),
      'most',
    )
    if (most && most.value > 0) return { by, most }
  }
  return null
}

export type Answers = Readonly<Record<DelegationId, Readonly<Record<DelegationId, number>>>>

/** D3: `answers[a][b]` is how often delegation `a` answered what delegation `b` had said. Answers within a delegation are not counted. */
export function answersAmong(state: RoomState): Answers {
  const ids = delegationIds(state.plan)
  const none = (): [DelegationId, number][] => ids.map((id) => [id, 0])
  const counts: Record<DelegationId, Record<DelegationId, number>> = Object.fromEntries(
    ids.map((id) => [id, Object.fromEntries(none())]),
  )
  for (const { by, to } of answersGiven(state)) {
    const own = counts[by]
    if (own) own[to] = (own[to] ?? 0) + 1
  }
  return counts
}

/** D3: each entry in which a delegation answers another, in the order of the record. */
export function answersGiven(
  state: RoomState,
): readonly Readonly<{ no: string; by: DelegationId; to: DelegationId }>[] {
  const all = paragraphs(state)
  const speaker = new Map(
    all.flatMap((each) => (each.kind === 'statement' || each.kind === 'turn' ? [[each.no, each.delegation]] : [])),
  )
  return saidIn(all).flatMap(({ no, delegation: by, answers }) => {
    const to = answers === null ? null : (speaker.get(String(answers)) ?? null)
    return by === null || to === null || to === by ? [] : [{ no, by, to }]
  })
}

export type Use = { no: string; delegation: DelegationId | null; as: 'statement' | 'position' }

/** D5: for each of these source paragraphs (`E3.2`), the statements and positions that cite it, in the order of the record. */
export function usesOf(state: RoomState, ids: readonly string[]): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>(ids.map((id) => [id, []]))
  for (const each of paragraphs(state)) {
    if (each.kind === 'turn' || (each.kind === 'statement' && each.withdrawnBy === null)) {
      for (const id of new Set(each.anchors))
        if (typeof id === 'string') uses.get(id)?.push({ no: each.no, delegation: each.delegation, as: 'statement' })
    }
    if (each.kind !== 'reveal') continue
    for (const delegation of delegationIds(state.plan)) {
      const stands = each.positions[delegation]
      // Nobody of the room cited what a brief said for them, and a held opening was counted when it was revealed.
      if (stands?.how === 'brief' || stands?.how === 'held') continue
      for (const id of new Set(stands?.position.anchors))
        if (typeof id === 'string') uses.get(id)?.push({ no: each.no, delegation, as: 'position' })
    }
  }
  return uses
}

/** D5, D14: the paragraphs that are cited most; null where none is cited. */
export function mostCited(uses: ReadonlyMap<string, readonly Use[]>): Extreme<string> | null {
  const most = extremeOf(
    [...uses].map(([id, own]) => [id, own.length] as const),
    'most',
  )
  return most && most.value > 0 ? most : null
}

/** How often each delegation cites a source paragraph, of those that do. */
export function citationsBy(uses: readonly Use[]): ReadonlyMap<DelegationId, number> {
  const counts = new Map<DelegationId, number>()
  for (const { delegation } of uses) if (delegation !== null) counts.set(delegation, (counts.get(delegation) ?? 0) + 1)
  return counts
}

export type InjectEffect = {
  no: string
  headline: string
  round: TensionKey | null
  /** Whether a delegation stands both before and after the inject; without one, `moves` is empty because nothing can be compared. */
  compared: boolean
  moves: readonly Move[]
  /** The rounds that were revealed before it and after it. */
  between: readonly TensionKey[]
  /** How often a delegation chose another text for a clause in the rest of the inject's phase. */
  chosen: number
}

/** D6: each inject that was not retracted, and which delegations moved between the reveal before it and the reveal after it. */
export function injectEffects(state: RoomState): readonly InjectEffect[] {
  const all = paragraphs(state)
  const revealedAt = (round: TensionKey, stage: 'opening' | 'closing') =>
    all.find((each) => each.kind === 'reveal' && each.round === round && each.stage === stage)?.seq
  return all.flatMap((news) => {
    if (news.kind !== 'news' || news.retracted) return []
    const rounds = state.plan.rounds.filter(({ key }) => {
      const [opening, closing] = [revealedAt(key, 'opening'), revealedAt(key, 'closing')]
      const here = news.round === null || news.round === key
      return here && opening !== undefined && closing !== undefined && opening < news.seq && news.seq < closing
    })
    return [
      {
        no: news.no,
        headline: news.headline,
        round: news.round,
        compared: rounds.some(({ key }) => isCompared(state, key)),
        moves: rounds.flatMap(({ key }) =>
          between(state.plan, key, revealedValues(state, key, 'opening'), revealedValues(state, key, 'closing')),
        ),
        between: rounds.map(({ key }) => key),
        chosen: all.filter((said) => isMoveInText(said) && said.seq > news.seq && said.phase === news.phase).length,
      },
    ]
  })
}

/** A delegation stood on other words, or put some forward. */
const isMoveInText = (said: Paragraph): boolean =>
  said.kind === 'version' ||
  said.kind === 'stand' ||
  (said.kind === 'procedure' && (said.sentence.key === 'text-chosen' || said.sentence.key === 'stood-on'))
