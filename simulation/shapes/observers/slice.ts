// The part of a room's state that the events of observers change: their tasks, and the checks they made.
import type { ObserverTask, RoomPlan } from '../../agenda/plan'
import type { SeatId } from '../../kernel/ids'
import type { Finding } from './schemas'

/** A fact-checker's finding on an entry, and the number of the entry that tells it. */
export type Check = Readonly<{ no: number; finding: Finding }>

export type ObserversSlice = Readonly<{
  /** The task of each observer's seat. */
  tasks: Readonly<Record<SeatId, ObserverTask | null>>
  /** By the number of a statement or turn: the checks of it, in the order made (B2). */
  checks: Readonly<Record<number, readonly Check[]>>
}>

export const observersStart = (plan: RoomPlan): ObserversSlice => ({
  tasks: Object.fromEntries(plan.seats.flatMap(({ id, task }) => (task === undefined ? [] : [[id, task]]))),
  checks: {},
})
