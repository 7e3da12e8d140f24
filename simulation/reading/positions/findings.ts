// Which sentence screens say about a room, as data that the messages put into words: about one round, about all rounds, about who was
// heard. Room, stage, wall, transcript and debrief all take it from here, so that no screen contradicts another.
// A property test recounts each finding from the log.

import { delegationIds, focusOf, pairsOf, type WithParties } from '../../agenda/parties'
import type { RoomPlan } from '../../agenda/plan'
import type { DelegationId, FilingStage, Pair, TensionKey } from '../../kernel/ids'
import type { RoomState } from '../../state/room-state'
import { distance, focusGap, gapByRound, meanGap, nearestOutside, revealedValues, type Values } from '../log/gap'
import {
  type Extreme,
  extremeOf,
  type Ground,
  nobodyFiled,
  revealNos,
  type StoodFinding,
  stoodFinding,
  widestRounds,
} from '../record/proofs'
import { believedGap } from './believed'
import { answersAmong, answersGiven, type Shift, shiftBetween } from './debrief'

/** What the positions of one round say about the gap. */
type RoundFinding =
  /** The gap is not known: no delegation of the room has filed (`nothing`), or some members of the gap have not (`incomplete`, `absent`). */
  | { kind: 'nothing' | 'incomplete'; absent: readonly DelegationId[] }
  /** All members of the gap filed the same value; `everybody` where all other delegations did too. */
  | { kind: 'together'; everybody: boolean }
  /** The gap's last member is nearer to a delegation outside the gap than the gap is wide. */
  | { kind: 'nearer-outside'; member: DelegationId; outside: DelegationId; gap: number }
  /** Whether the members lean to one end of the axis, to both, or not all of them to either. */
  | { kind: 'apart'; gap: number; lean: 'one-end' | 'both-ends' | 'middle' }

/** What a finding needs of a plan: its delegations, and which of them the gap lies between. */
type Parties = WithParties & Pick<RoomPlan, 'focus'>

export function roundFinding(plan: Parties, values: Values): RoundFinding {
  const { members } = focusOf(plan)
  const filed = delegationIds(plan).filter((id) => values[id] !== undefined)
  const gap = focusGap(plan, values)
  if (gap === null) {
    const absent = members.filter((id) => values[id] === undefined)
    return { kind: filed.length === 0 ? 'nothing' : 'incomplete', absent }
  }
  const stood = members.flatMap((id) => values[id] ?? [])
  if (gap === 0) {
    const place = stood[0]
    return { kind: 'together', everybody: delegationIds(plan).every((id) => values[id] === place) }
  }
  const near = nearestOutside(plan, (pair) => distance(values, pair))
  if (near && near.distance < gap) return { kind: 'nearer-outside', member: near.member, outside: near.outside, gap }
  const signs = new Set(stood.map(Math.sign))
  return { kind: 'apart', gap, lean: signs.has(0) ? 'middle' : signs.size > 1 ? 'both-ends' : 'one-end' }
}

/** In how many rounds the gap's first member believed the gap narrower (`nearer`) or wider (`further`) than it was, or as wide (`same`); rounds where either width is unknown do not count. Of the guess itself it says nothing: one on the wrong side of its own position may lie as far. */
type Sight = {
  by: DelegationId | null
  nearer: number
  further: number
  same: number
  meanBelieved: number | null
}

/** How wide the gap's first member believed the gap to be in each round of the plan, and how wide it was; `unknown` where either is not known. */
export const sightGrounds = (
  state: RoomState,
): readonly Ground<
  'nearer' | 'further' | 'same' | 'unknown',
  { round: TensionKey; expected: number | null; actual: number | null }
>[] =>
  state.plan.rounds.map(({ key }) => {
    const believed = believedGap(state, key)
    const ground = { key, round: key, expected: believed?.distance ?? null, actual: believed?.actual ?? null }
    if (!believed || believed.actual === null) return { ...ground, way: 'unknown', entries: [] }
    const off = believed.distance - believed.actual
    return {
      ...ground,
      way: off < 0 ? 'nearer' : off > 0 ? 'further' : 'same',
      entries: revealNos(state, key, believed.stage),
    }
  })

export function sightOf(state: RoomState): Sight {
  const seen = sightGrounds(state).filter(({ way }) => way !== 'unknown')
  const count = (which: 'nearer' | 'further' | 'same') => seen.filter(({ way }) => way === which).length
  return {
    by: focusOf(state.plan).members[0] ?? null,
    ...{ nearer: count('nearer'), further: count('further'), same: count('same') },
    meanBelieved: seen.length === 0 ? null : seen.reduce((sum, { expected }) => sum + (expected ?? 0), 0) / seen.length,
  }
}

/** What is said about all rounds together. */
type RoomFinding = {
  /** Null where no round can be compared. */
  stood: StoodFinding | null
  nobodyFiled: boolean
  rounds: number
  /** The mean distance of each pair for which one is known, the smallest first. */
  means: readonly { pair: Pair; mean: number }[]
  sight: Sight
}

export function roomFinding(state: RoomState): RoomFinding {
  const means = meanGap(state)
  return {
    stood: stoodFinding(state),
    nobodyFiled: nobodyFiled(state),
    rounds: gapByRound(state).length,
    means: pairsOf(state.plan)
      .flatMap((pair) => {
        const mean = means[pair] ?? null
        return mean === null ? [] : [{ pair, mean }]
      })
      .sort((a, b) => a.mean - b.mean),
    sight: sightOf(state),
  }
}

/** G2 for the gap: the mean of its known widths over the rounds played; null while none is known. */
export function meanFocusGap(state: RoomState): number | null {
  const known = gapByRound(state).flatMap(({ values }) => focusGap(state.plan, values) ?? [])
  return known.length === 0 ? null : known.reduce((sum, width) => sum + width, 0) / known.length
}

/** The title of the chart of the gap over the rounds: how it was judged, where anybody guessed it, else where it was widest. */
export type LinesFinding =
  /** In how many rounds it was thought narrower, wider or as wide as it was, the most frequent first; `of` those with a guess. */
  | { kind: 'judged'; ways: readonly { way: 'nearer' | 'further' | 'same'; count: number }[]; of: number }
  | { kind: 'widest'; widest: Extreme<TensionKey> }
  | { kind: 'unknown' }

export function linesFinding(state: RoomState): LinesFinding {
  const sight = sightOf(state)
  const of = sight.nearer + sight.further + sight.same
  const ways = (['nearer', 'further', 'same'] as const)
    .map((way) => ({ way, count: sight[way] }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
  if (of > 0) return { kind: 'judged', ways, of }
  const widest = widestRounds(state)
  return widest ? { kind: 'widest', widest } : { kind: 'unknown' }
}

/** How wide the gap opened and closed in each round of the plan, and what that comes to. */
export const shiftGrounds = (
  state: RoomState,
): readonly Ground<Shift | 'unknown', { round: TensionKey; opening: number | null; closing: number | null }>[] =>
  state.plan.rounds.map(({ key }) => {
    const width = (stage: FilingStage) => focusGap(state.plan, revealedValues(state, key, stage))
    const [opening, closing] = [width('opening'), width('closing')]
    const entries = revealNos(state, key, 'opening', 'closing')
    return { key, round: key, opening, closing, entries, way: shiftBetween(opening, closing) ?? 'unknown' }
  })

/** The rounds in which the gap narrowed, widened or held from opening to closing, each list in the plan's order. */
export const shiftFinding = (state: RoomState): readonly { shift: Shift; rounds: readonly TensionKey[] }[] =>
  (['narrowed', 'widened', 'held'] as const).flatMap((shift) => {
    const rounds = shiftGrounds(state).flatMap(({ round, way }) => (way === shift ? [round] : []))
    return rounds.length === 0 ? [] : [{ shift, rounds }]
  })

/** D3, D14: which delegations were answered most and which least; `even` where all were answered as often. */
type AnswersFinding =
  | { kind: 'none' }
  | { kind: 'even'; count: number }
  | { kind: 'ranked'; most: Extreme<DelegationId>; least: Extreme<DelegationId> }

export function answersFinding(state: RoomState): AnswersFinding {
  const answers = Object.values(answersAmong(state))
  const counts = delegationIds(state.plan).map(
    (to) => [to, answers.reduce((sum, by) => sum + (by[to] ?? 0), 0)] as const,
  )
  const [most, least] = [extremeOf(counts, 'most'), extremeOf(counts, 'least')]
  if (!most || !least || most.value === 0) return { kind: 'none' }
  return most.value === least.value ? { kind: 'even', count: most.value } : { kind: 'ranked', most, least }
}

/** Each delegation with the entries that answer it; `each` where all were answered as often. None where nobody was answered. */
export function answeredGrounds(
  state: RoomState,
): readonly Ground<'most' | 'between' | 'least' | 'each', { to: DelegationId }>[] {
  const finding = answersFinding(state)
  if (finding.kind === 'none') return []
  const given = answersGiven(state)
  return delegationIds(state.plan).map((to) => {
    const entries = given.flatMap((one) => (one.to === to ? [one.no] : []))
    const { length } = entries
    const way =
      finding.kind === 'even'
        ? 'each'
        : length === finding.most.value
          ? 'most'
          : length === finding.least.value
            ? 'least'
            : 'between'
    return { key: to, to, way, entries }
  })
}
