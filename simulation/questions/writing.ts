// Who writes on a clause now, as everybody is told while it lasts (rule Q23). Nothing of it is a row of the log.
import type { ActorId, SeatId } from '../kernel/ids'
import { roleOf } from '../state/actor'
import { clauseIn, opensNow, type RoomState } from '../state/room-state'

/** The office of an actor who writes on a clause; null where nobody is told: they are no delegate, there is no such clause, the text is not negotiated, or it is homework. */
export function writerOn(state: RoomState, by: ActorId, clause: string): SeatId | null {
  const who = roleOf(state, by)
  if (state.plan.kind === 'homework' || who.kind !== 'seat' || who.seat.delegation === null) return null
  return opensNow(state, 'text') && clauseIn(state, clause) ? who.seat.id : null
}
