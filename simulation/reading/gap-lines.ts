// The gap over the rounds, as the line charts plot it: each pair's distance, the width of the gap and the width it was believed to have.
// Room, transcript, debrief and wall plot this one list.
import type { Pair, TensionKey } from '../kernel/ids'
import type { RoomState } from '../state/room-state'
import { believedGap } from './believed'
import { distancesOf, focusGap, latestValues, type Values } from './gap'

type GapOfRound = {
  round: TensionKey
  name: string
  /** Counted from 1. */
  number: number
  values: Values
  distances: Readonly<Record<Pair, number | null>>
  gap: number | null
  /** The width the gap's first member believed the gap to have; null where it did not file guesses of all other members. */
  believed: number | null
}

/** Every round of the plan; a round not yet revealed is in it with nulls, so that the chart leaves a space for it. */
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

/** The rounds in which a position is revealed, as a chart plots them that leaves no space for the others. */
export const revealedGapLines = (state: RoomState): readonly GapOfRound[] =>
  gapLines(state).filter(({ values }) => Object.keys(values).length > 0)

/** Whether a chart of these rounds draws a gap that was believed: its legend names no line that is not there. */
export const drawsBelieved = (rounds: readonly Pick<GapOfRound, 'believed'>[]): boolean =>
  rounds.some(({ believed }) => believed !== null)
