// How far apart the delegations stand (rules G1–G2): distances between revealed positions, pure arithmetic.
// It must not know how a position came to be filed, nor how a gap is drawn.
import type { RoomPlan } from '../agenda/plan'
import type { DelegationId, Pair, Stage, TensionKey } from '../kernel/ids'
import { DELEGATIONS, delegationsOf } from '../kernel/ids'
import type { RoomState } from '../kernel/room-state'
import { positionFile } from '../kernel/room-state'
import { focusOf } from './party-order'

export type Values = Partial<Record<DelegationId, number>>

/** The values revealed in a round at a stage; a delegation that has not filed is not in it. */
export function revealedValues(state: RoomState, round: TensionKey, stage: Stage): Values {
  const values: Values = {}
  for (const delegation of DELEGATIONS) {
    const file = positionFile(state, round, stage, delegation)
    if (file.revealed && file.filed) values[delegation] = file.filed.position.value
  }
  return values
}

/** G1: the distance of a pair, or null while one of the two has not filed. */
export function distance(values: Values, pair: Pair): number | null {
  const [left, right] = delegationsOf(pair)
  const [a, b] = [values[left], values[right]]
  return a === undefined || b === undefined ? null : Math.abs(a - b)
}

/** What the closest stage shows: the closing positions once revealed, else the opening ones. */
export function latestValues(state: RoomState, round: TensionKey): { stage: Stage; values: Values } {
  const closing = revealedValues(state, round, 'closing')
  return Object.keys(closing).length > 0
    ? { stage: 'closing', values: closing }
    : { stage: 'opening', values: revealedValues(state, round, 'opening') }
}

export type RoundGap = { round: TensionKey; stage: Stage; values: Values; distances: Record<Pair, number | null> }

/** One row a round that has been revealed, in the plan's order. */
export function gapByRound(state: RoomState): readonly RoundGap[] {
  return state.plan.rounds.flatMap((round) => {
    const { stage, values } = latestValues(state, round.key)
    return Object.keys(values).length === 0 ? [] : [{ round: round.key, stage, values, distances: distancesOf(values) }]
  })
}

export const distancesOf = (values: Values): Record<Pair, number | null> => ({
  'us-jp': distance(values, 'us-jp'),
  'us-cn': distance(values, 'us-cn'),
  'jp-cn': distance(values, 'jp-cn'),
})

/** G2: the mean of the known distances of each pair over the rounds played; null while none is known. */
export function meanGap(state: RoomState): Record<Pair, number | null> {
  const rounds = gapByRound(state)
  const mean = (pair: Pair): number | null => {
    const known = rounds.flatMap((round) => round.distances[pair] ?? [])
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
  }
  return { 'us-jp': mean('us-jp'), 'us-cn': mean('us-cn'), 'jp-cn': mean('jp-cn') }
}

/** How wide the gap is: from the lowest to the highest of its members' positions; null while one of them has not filed. */
export function focusGap(plan: RoomPlan, values: Values): number | null {
  const { members } = focusOf(plan)
  const stood = members.flatMap((id) => values[id] ?? [])
  return stood.length < members.length ? null : Math.max(...stood) - Math.min(...stood)
}
