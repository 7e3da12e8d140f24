// Which positions the running phase asks a delegation to file. It must not know how they are written.
import type { Filing } from '#simulation/agenda/plan'
import { isRunning, phaseNow, type RoomState } from '#simulation/kernel/room-state'

/** What is being filed now, or null. */
export function filingNow(state: RoomState): Filing | null {
  return isRunning(state) && state.closedAt === null ? (phaseNow(state)?.files ?? null) : null
}
