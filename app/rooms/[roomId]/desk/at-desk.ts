// What every part of the desk is handed: the room as the chair hears it, who is in it, and the way to ask something of it.
// It must not know the socket.
import type { PersonId, SeatId } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/kernel/room-command'
import type { RoomState, Seat } from '#simulation/kernel/room-state'
import type { Presence, Roll } from '#simulation/wire/protocol'

export type AtDesk = {
  roomId: string
  state: RoomState
  roll: Roll
  presence: Presence
  /** The activity whose door stands open, so that its code lets anybody in; null while it is closed. */
  openDoor: string | null
  /** The server's clock. */
  now: () => number
  /** Asks it of the room; says why when the room refuses. Resolves true once it is saved. */
  ask: (command: ClientCommand) => Promise<boolean>
}

export const nameOf = (roll: Roll, person: PersonId): string | null => roll[person] ?? null

export type SeatStanding = 'here' | 'lost' | 'understudy' | 'empty'

export function standingAt({ state, presence }: AtDesk, seat: Seat): SeatStanding {
  if (seat.holder === null)
    return state.plan.understudies && seat.delegation !== null && seat.mirrors === null ? 'understudy' : 'empty'
  return presence.seats.includes(seat.id) ? 'here' : 'lost'
}

/** Milliseconds this seat has held the floor, the running turn included. */
export function heldMs(state: RoomState, seat: SeatId, now: number): number {
  const past = state.floor.spentMs.of(seat)
  const { holder } = state.floor
  if (holder?.seat !== seat) return past
  return past + Math.max(0, Math.min(state.clock?.pausedAt ?? now, holder.until) - holder.since)
}

/** How many statements each seat has put on the record. */
export function statementsBySeat(state: RoomState): ReadonlyMap<SeatId, number> {
  const counts = new Map<SeatId, number>()
  for (const { event } of state.record)
    if (event.type === 'StatementMade') counts.set(event.seat, (counts.get(event.seat) ?? 0) + 1)
  return counts
}
