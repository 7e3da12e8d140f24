// What may be asked of strategy sheets, as the rules themselves decide it (W1, W2).
import { ruleOf } from '../agenda/phase-kinds'
import { officeOf } from '../agenda/plan'
import type { Seat } from '../shapes/seats'
import type { Strategy } from '../shapes/strategy'
import type { RoomState } from '../state/room-state'

/** Whether everybody still prepares: until the first positions open, or the first floor does. */
export function isPreparing({ plan, agenda }: Pick<RoomState, 'plan' | 'agenda'>): boolean {
  const first = plan.phases.findIndex((phase) => ruleOf(phase).reveals || ruleOf(phase).floor !== null)
  return first === -1 || agenda.index < first
}

/** W1: whether sheets are written now: from when the briefs are out until the first positions open, or the first floor does. */
export function strategyNow(state: RoomState): boolean {
  const { plan, briefs, briefedAt, closedAt } = state
  if (!plan.strategy || closedAt !== null) return false
  const areOut = plan.seating === undefined ? briefs.length > 0 : briefedAt !== null
  return areOut && isPreparing(state)
}

/** The sheet of this seat's office; null where it has none, or this reader may not hear it. */
export const strategyOf = (
  { strategies }: Pick<RoomState, 'strategies'>,
  seat: Pick<Seat, 'id' | 'mirrors'>,
): Strategy | null => strategies[officeOf(seat)] ?? null
