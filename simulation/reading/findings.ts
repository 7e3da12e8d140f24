// Which sentence screens say about a room, as data that the messages put into words: about one round, about all rounds, about who was
// heard. Room, stage, wall, transcript and debrief all take it from here, so that no screen contradicts another.
// A property test recounts each finding from the log.

import { delegationIds, focusOf, pairsOf, type WithParties } from '../agenda/parties'
import type { RoomPlan } from '../agenda/plan'
import type { DelegationId, Pair, TensionKey } from '../kernel/ids'
import type { RoomState } from '../state/room-state'
import { believedGap } from './believed'
import { answersAmong, type Shift, shiftOfGap } from './debrief'
import { distance, focusGap, gapByRound, meanGap, nearestOutside, type Values } from './gap'
import { type Extreme, extremeOf, nobodyFiled, type StoodFinding, stoodFinding, widestRounds } from './proofs'

/** In steps of the axis: two widths that differ by less are called the same. */
const NEAR = 0.5

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

/** How wide the gap's first member believed the gap to be in a round, and how wide it was; null where either is not known. */
function expectation(
  state: RoomState,
  round: TensionKey,
): { by: DelegationId; expected: number; actual: number } | null {
  const believed = believedGap(state, round)
  if (!believed || believed.actual === null) return null
  return { by: believed.by, expected: believed.distance, actual: believed.actual }
}

/** In how many rounds the gap's first member believed the gap narrower (`nearer`) or wider (`further`) than it was, or right; rounds where either width is unknown do not count. */
type Sight = {
  by: DelegationId | null
  nearer: number
  further: number
  right: number
  meanBelieved: number | null
}

export function sightOf(state: RoomState): Sight {
  const seen = gapByRound(state).flatMap(({ round }) => expectation(state, round) ?? [])
  const count = (fits: (off: number) => boolean) =>
    seen.filter(({ expected, actual }) => fits(expected - actual)).length
  return {
    by: focusOf(state.plan).members[0] ?? null,
    nearer: count((off) => off <= -NEAR),
    further: count((off) => off >= NEAR),
    right: count((off) => Math.abs(off) < NEAR),
    meanBelieved: seen.length === 0 ? null : seen.reduce((sum, { expected }) => sum + expected, 0) / seen.length,
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
  /** In how many rounds it was put too near, too far or right, the most frequent first; `of` those with a guess. */
  | { kind: 'judged'; ways: readonly { way: 'nearer' | 'further' | 'right'; count: number }[]; of: number }
  | { kind: 'widest'; widest: Extreme<TensionKey> }
  | { kind: 'unknown' }

export function linesFinding(state: RoomState): LinesFinding {
  const sight = sightOf(state)
  const of = sight.nearer + sight.further + sight.right
  const ways = (['nearer', 'further', 'right'] as const)
    .map((way) => ({ way, count: sight[way] }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
  if (of > 0) return { kind: 'judged', ways, of }
  const widest = widestRounds(state)
  return widest ? { kind: 'widest', widest } : { kind: 'unknown' }
}

/** The rounds in which the gap narrowed, widened or held from opening to closing, each list in the plan's order. */
export function shiftFinding(state: RoomState): readonly { shift: Shift; rounds: readonly TensionKey[] }[] {
  return (['narrowed', 'widened', 'held'] as const).flatMap((shift) => {
    const rounds = state.plan.rounds.flatMap(({ key }) => (shiftOfGap(state, key) === shift ? [key] : []))
    return rounds.length === 0 ? [] : [{ shift, rounds }]
  })
}

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
