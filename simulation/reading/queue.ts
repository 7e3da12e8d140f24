// In which order the raised hands will be called, and who has the floor next: the room's own rule (F7, F8) run forward.
// Desk, phone, stage and wall ask here and never sort hands themselves: a student who is told "second" must be called second.

import type { SeatId } from '../kernel/ids'
import type { Floor, Hand, RoomState } from '../kernel/room-state'
import { turnMs, upNext } from '../topics/floor/floor'

/**
 * The raised hands, first to be called first. Each turn that comes before is counted as spoken to its end, as it will be
 * unless somebody yields: without that, two hands of one delegation would both stand ahead of a delegation that has said less.
 * No clock is asked, so every screen that holds the same room shows the same order.
 */
export function queue(state: RoomState): readonly Hand[] {
  return callsFrom(state).flatMap((seat) => state.floor.hands.find((hand) => hand.seat === seat) ?? [])
}

/** Counted from 1; null for a seat whose hand is down. */
export function placeInQueue(state: RoomState, seat: SeatId): number | null {
  const place = queue(state).findIndex((hand) => hand.seat === seat)
  return place === -1 ? null : place + 1
}

/** Who has the floor after the turn that runs: the next delegation to open, or the first hand; null when nobody waits. */
export const nextInLine = (state: RoomState): SeatId | null => callsFrom(state)[0] ?? null

/** Every seat that waits for the floor, those still to open included. */
function callsFrom(state: RoomState): readonly SeatId[] {
  const calls: SeatId[] = []
  let floor = afterHolder(state.floor)
  for (;;) {
    const seat = upNext({ ...state, floor })
    if (seat === null) return calls
    calls.push(seat)
    floor = afterTurn(state, floor, seat)
  }
}

/** The floor once the present turn has run to its end. */
function afterHolder(floor: Floor): Floor {
  const { holder, spentMs } = floor
  if (!holder) return floor
  return { ...floor, holder: null, spentMs: spentMs.plus(holder.seat, holder.until - holder.since) }
}

/** The floor once this seat has been called and has spoken for a whole turn: each call takes away a hand or a delegation to open. */
function afterTurn(state: RoomState, floor: Floor, seat: SeatId): Floor {
  const delegation = state.seats[seat]?.delegation
  const opens = floor.toOpen.some((waiting) => waiting === delegation)
  return {
    ...floor,
    hands: floor.hands.filter((hand) => hand.seat !== seat),
    toOpen: floor.toOpen.filter((waiting) => waiting !== delegation),
    opened: opens ? { ...floor.opened, [seat]: (floor.opened[seat] ?? 0) + 1 } : floor.opened,
    spentMs: floor.spentMs.plus(seat, turnMs(state)),
  }
}
