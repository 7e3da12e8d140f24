// Who has been heard and who has not: statements by seat, the statement of the running turn, and the seats that have said nothing. Before
// the first statement of the room no seat counts as silent.
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

/** The number of the newest statement that the holder of the floor made in this turn; null before it and while nobody has the floor. */
export function entryOfTurn({ floor, record }: RoomState): string | null {
  const { holder } = floor
  if (!holder?.spoke) return null
  return record.findLast(({ event }) => event.type === 'StatementMade' && event.seat === holder.seat)?.no ?? null
}

/** Whether no position was revealed and no statement made yet. */
export const isBeforeFirstWord = ({ record }: RoomState): boolean =>
  !record.findLast(({ event }) => event.type === 'PositionsRevealed' || event.type === 'StatementMade')

/** Held seats that have neither had the floor nor made a statement; none before anybody in the room has made one. */
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

/** How many of a delegation's seats have never had the floor, of those that a person holds or an understudy plays. */
export const unheardIn = (state: RoomState, delegation: DelegationId): number =>
  seatsIn(state, delegation).filter(
    (seat) => (seat.holder !== null || isPlayedByUnderstudy(state, seat)) && state.floor.spentMs.of(seat.id) === 0,
  ).length
