// Who has been heard and who has not: statements by seat, and the seats that have said nothing.
// Silence counts from the first words on a floor. It must not know who is nudged for it.
import type { DelegationId, SeatId } from '../kernel/ids'
import type { RoomState, Seat } from '../kernel/room-state'
import { seatsIn } from '../kernel/room-state'
import { heldSeats, isPlayedByUnderstudy } from './attendance'

/** How many statements each seat has put on the record. */
export function statementsBySeat(state: RoomState): ReadonlyMap<SeatId, number> {
  const counts = new Map<SeatId, number>()
  for (const { event } of state.record)
    if (event.type === 'StatementMade') counts.set(event.seat, (counts.get(event.seat) ?? 0) + 1)
  return counts
}

/** Held seats that have neither had the floor nor put a statement on the record; none before anybody has spoken. */
export function silentSeats(state: RoomState): readonly Seat[] {
  const said = statementsBySeat(state)
  if (said.size === 0) return []
  return heldSeats(state).filter(
    (seat) =>
      seat.delegation !== null &&
      !said.has(seat.id) &&
      state.floor.spentMs.of(seat.id) === 0 &&
      state.floor.holder?.seat !== seat.id,
  )
}

/** How many of a delegation's seats that somebody holds or plays have not had the floor. */
export const unheardIn = (state: RoomState, delegation: DelegationId): number =>
  seatsIn(state, delegation).filter(
    (seat) => (seat.holder !== null || isPlayedByUnderstudy(state, seat)) && state.floor.spentMs.of(seat.id) === 0,
  ).length
