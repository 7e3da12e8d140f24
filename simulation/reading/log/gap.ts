// How far apart the delegations are (rules G1–G3): distances between revealed positions, in steps of the axis.
import { delegationIds, focusOf, membersOf, pairOf, pairsOf, type WithParties } from '../../agenda/parties'
import type { RoomPlan, RoundPlan } from '../../agenda/plan'
import type { DelegationId, FilingStage, Pair, TensionKey } from '../../kernel/ids'
import { positionFile, type RoomState } from '../../state/room-state'

/** The filed value by delegation; a delegation that has not filed is not in it. */
export type Values = Partial<Record<DelegationId, number>>
/** The distance of every pair of the plan; null while one of the two has not filed. */
type Distances = Record<Pair, number | null>

/** The values revealed in a round at a stage. */
export function revealedValues(state: RoomState, round: TensionKey, stage: FilingStage): Values {
  const values: Values = {}
  for (const delegation of delegationIds(state.plan)) {
    const file = positionFile(state, round, stage, delegation)
    if (file.revealed && file.filed) values[delegation] = file.filed.position.value
  }
  return values
}

/** G1: the distance of a pair, or null while one of the two has not filed. */
export function distance(values: Values, pair: Pair): number | null {
  const [left, right] = membersOf(pair)
  const [a, b] = [values[left], values[right]]
  return a === undefined || b === undefined ? null : Math.abs(a - b)
}

/**
 * G4: the closing positions once any is revealed, else the opening ones; and the opening ones where the closing ones of an earlier
 * edition's room leave the gap unknown, while those tell it. The two stages are never mixed: a distance compares values of one stage.
 */
export function latestValues(state: RoomState, round: TensionKey): { stage: FilingStage; values: Values } {
  const closing = revealedValues(state, round, 'closing')
  const opening = revealedValues(state, round, 'opening')
  const isClosed = Object.keys(closing).length > 0
  const tells = (values: Values) => focusGap(state.plan, values) !== null
  return isClosed && (tells(closing) || !tells(opening))
    ? { stage: 'closing', values: closing }
    : { stage: 'opening', values: opening }
}

export type RoundGap = { round: TensionKey; stage: FilingStage; values: Values; distances: Distances }

/** One row for each revealed round, in the plan's order. */
export function gapByRound(state: RoomState): readonly RoundGap[] {
  return state.plan.rounds.flatMap((round) => {
    const { stage, values } = latestValues(state, round.key)
    if (Object.keys(values).length === 0) return []
    return [{ round: round.key, stage, values, distances: distancesOf(state.plan, values) }]
  })
}

export const distancesOf = (plan: Pick<RoomPlan, 'delegations'>, values: Values): Distances =>
  Object.fromEntries(pairsOf(plan).map((pair) => [pair, distance(values, pair)]))

/** G2: the mean of the known distances of each pair over the rounds played; null while none is known. */
export function meanGap(state: RoomState): Distances {
  const rounds = gapByRound(state)
  const mean = (pair: Pair): number | null => {
    const known = rounds.flatMap((round) => round.distances[pair] ?? [])
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
  }
  return Object.fromEntries(pairsOf(state.plan).map((pair) => [pair, mean(pair)]))
}

/** G3: the width of the gap, from the lowest to the highest of its members' values; null while one of them has not filed. */
export function focusGap(plan: Pick<RoomPlan, 'focus'>, values: Values): number | null {
  const { members } = focusOf(plan)
  const stood = members.flatMap((id) => values[id] ?? [])
  return stood.length < members.length ? null : Math.max(...stood) - Math.min(...stood)
}

/**
 * The delegation outside the gap that the gap's last member is nearest to, by how far apart a pair is; of several equally near the first in
 * the plan's order. Null where no distance is known.
 */
export function nearestOutside(
  plan: WithParties & Pick<RoomPlan, 'focus'>,
  apart: (pair: Pair) => number | null,
): { member: DelegationId; outside: DelegationId; distance: number } | null {
  const { members } = focusOf(plan)
  const member = members.at(-1)
  if (member === undefined) return null
  const known = delegationIds(plan).flatMap((outside) => {
    const pair = members.includes(outside) ? null : pairOf(plan, member, outside)
    const far = pair === null ? null : apart(pair)
    return far === null ? [] : [{ member, outside, distance: far }]
  })
  return known.toSorted((a, b) => a.distance - b.distance)[0] ?? null
}

/**
 * D9: where the scenario's author reads a source as standing on a round's axis; null until the record is unsealed, or it would hand the
 * room an answer before anybody has argued.
 */
export const sourceReading = (state: RoomState, round: RoundPlan): RoundPlan['author'] =>
  state.unsealedAt === null ? null : round.author
