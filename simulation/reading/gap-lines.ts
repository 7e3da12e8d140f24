// The gap over the rounds, as lines are drawn through it: each pair's distance, how wide the gap was and how wide it was believed to be.
// One list for room, transcript, debrief and wall. It must not know a drawing.
import type { Pair, TensionKey } from '../kernel/ids'
import type { RoomState } from '../kernel/room-state'
import { believedGap } from './believed'
import { distancesOf, focusGap, latestValues, type Values } from './gap'

export type GapOfRound = {
  round: TensionKey
  name: string
  /** Counted from 1. */
  number: number
  values: Values
  distances: Readonly<Record<Pair, number | null>>
  gap: number | null
  /** What the gap's first member believed of it; null where it filed no guess. */
  believed: number | null
}

/** Every round of the plan, so that one not yet revealed keeps its place. */
export const gapLines = (state: RoomState): readonly GapOfRound[] =>
  state.plan.rounds.map(({ key, title }, place) => {
    const { values } = latestValues(state, key)
    return {
      round: key,
      name: title,
      number: place + 1,
      values,
      distances: distancesOf(state.plan, values),
      gap: focusGap(state.plan, values),
      believed: believedGap(state, key)?.distance ?? null,
    }
  })
