/** Rooms as tables of one activity, numbered from 1. */
import type { PlayedTable } from '#simulation/reading/positions/compared-tables'
import { playedIn } from '#simulation/reading/record/played'
import type { RoomState } from '#simulation/state/room-state'

/** The room `Room 3`, which has this id and number among the tables. */
export const tableOf = (state: RoomState, number: number): PlayedTable => ({
  ...{ id: `room-${number - 1}`, name: `Room ${number}`, number },
  played: playedIn(state),
})

export const tablesOf = (states: readonly RoomState[]): readonly PlayedTable[] =>
  states.map((state, place) => tableOf(state, place + 1))
