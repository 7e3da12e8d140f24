/** Rooms as tables of one activity, numbered from 1. */
import type { PlayedTable } from '#simulation/reading/compared-tables'

export const tablesOf = (states: readonly PlayedTable['state'][]): readonly PlayedTable[] =>
  states.map((state, place) => ({ id: `room-${place}`, name: `Room ${place + 1}`, number: place + 1, state }))
