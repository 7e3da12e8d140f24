// The rounds of a room as the lines of the gap take them, with what Washington believed. For a page and for the wall alike.

import type { RoomState } from '#simulation/kernel/room-state'
import { pairReadings } from '#simulation/reading/debrief'
import { gapByRound } from '#simulation/reading/gap'
import type { GapRound } from '#ui/gap-lines'

/** Every round of the plan, so that one not yet revealed keeps its place. */
export function lineRounds(state: RoomState): readonly GapRound[] {
  const rounds = gapByRound(state)
  const readings = pairReadings(state).filter(({ pair }) => pair === 'us-jp')
  return state.plan.rounds.map(({ key, title }, place) => ({
    name: title,
    number: place + 1,
    distances: rounds.find((each) => each.round === key)?.distances ?? { 'us-jp': null, 'us-cn': null, 'jp-cn': null },
    believed: readings.find(({ round }) => round === key)?.believed.find(({ by }) => by === 'us')?.distance ?? null,
  }))
}
