// The gap over the rounds, as the line charts plot it: each pair's distance, the width of the gap and the width it was believed to have.
// Room, transcript, debrief and wall plot this one list.
import type { RoomState } from '../../state/room-state'
import { distancesOf, focusGap, latestValues } from '../log/gap'
import { believedGap } from './believed'

/** Every round of the plan; a round not yet revealed is in it with nulls, so that the chart leaves a space for it. */
export const gapLines = (state: RoomState) =>
  state.plan.rounds.map(({ key, title }, place) => {
    const { values } = latestValues(state, key)
    return {
      round: key,
      name: title,
      /** Counted from 1. */
      number: place + 1,
      values,
      distances: distancesOf(state.plan, values),
      gap: focusGap(state.plan, values),
      /** The width the gap's first member believed the gap to have; null where it did not file guesses of all other members. */
      believed: believedGap(state, key)?.distance ?? null,
    }
  })

/** The rounds in which a position is revealed, as a chart plots them that leaves no space for the others. */
export const revealedGapLines = (state: RoomState) =>
  gapLines(state).filter(({ values }) => Object.keys(values).length > 0)

/** Whether a chart of these rounds draws a gap that was believed: its legend names no line that is not there. */
export const drawsBelieved = (rounds: readonly { readonly believed: number | null }[]): boolean =>
  rounds.some(({ believed }) => believed !== null)
