/** Evidence of learning of an activity, or of one of its tables, as numbers that name nobody (rule V4). */
import {
  type LearningRows,
  type LearningSheet,
  learningRows,
  learningSheet,
} from '#simulation/reading/positions/learning'
import { nextSlice } from '../../base/slices'
import { readRooms } from '../activities/rooms'
import { readRoomState } from '../log/room-reading'

type LearningReading = {
  tables: readonly { id: string; name: string }[]
  /** The one that was asked for; null for all. */
  table: string | null
  /** Null where none of them asks for it. */
  sheet: LearningSheet | null
  rows: LearningRows
}

/** A table that the activity does not have is none: then all are read. The caller has judged who asks. */
export async function readLearning(activityId: string, table: string | undefined): Promise<LearningReading> {
  const tables = await readRooms(activityId)
  const one = tables.find(({ id }) => id === table)
  const states = []
  for (const { id } of one ? [one] : tables) {
    const state = await readRoomState(id)
    if (state) states.push(state)
    await nextSlice()
  }
  return { tables, table: one?.id ?? null, sheet: learningSheet(states), rows: learningRows(states) }
}
