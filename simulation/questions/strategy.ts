// What may be asked of strategy sheets, as the rules themselves decide it (W1, W2).
import { ruleOf } from '../agenda/phase-kinds'
import { officeOf, type RoomPlan } from '../agenda/plan'
import type { Seat } from '../shapes/seats/slice'
import type { Strategy } from '../shapes/strategy/slice'
import type { RoomState } from '../state/room-state'

/** The first phase in which the others learn something: from its start nobody prepares any more. */
const firstPublic = ({ phases }: RoomPlan): number =>
  phases.findIndex((phase) => ruleOf(phase).reveals || ruleOf(phase).floor !== null)

/** W1: whether sheets are written now: from when the briefs are out until the first positions open, or the first floor does. */
export function strategyNow({ plan, briefs, briefedAt, agenda, closedAt }: RoomState): boolean {
  if (!plan.strategy || closedAt !== null) return false
  const areOut = plan.seating === undefined ? briefs.length > 0 : briefedAt !== null
  const first = firstPublic(plan)
  return areOut && (first === -1 || agenda.index < first)
}

/** The sheet of this seat's office; null where it has none, or this reader may not hear it. */
export const strategyOf = (
  { strategies }: Pick<RoomState, 'strategies'>,
  seat: Pick<Seat, 'id' | 'mirrors'>,
): Strategy | null => strategies[officeOf(seat)] ?? null
