// What others may ask of the agenda, as the rules themselves decide it.
import { opens } from '../agenda/phase-kinds'
import { isRunning, type RoomState } from '../state/room-state'

/** P11: whether the running phase or a later one is in role, so that the record stays sealed. */
export function isRoleAhead(state: RoomState): boolean {
  const ahead = state.plan.phases.slice(state.agenda.index + (isRunning(state) ? 0 : 1))
  return ahead.some((phase) => opens(phase, 'inRole'))
}
