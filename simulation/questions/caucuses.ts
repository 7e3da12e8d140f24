// What screens may ask of caucuses, as the rule itself decides it.
import { opens } from '../agenda/phase-kinds'
import type { RoomState } from '../state/room-state'

/** C1: from the first phase in role until the last, also between two phases and while the clock is paused. */
export function caucusIsOpen(state: RoomState): boolean {
  const phase = state.plan.phases[state.agenda.index]
  return state.agenda.status !== 'finished' && opens(phase, 'inRole')
}
