// Seats that the chair keeps for people of the roster (rules S18, S19). A room's log holds no names: for whom a seat is kept is stored
// beside it, and the server names the person when they come in.

import type { SeatId } from '../../kernel/ids'
import { everyone } from '../../shapes/record'
import { accept, refuse, type Verdict } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import type { RoomState } from '../../state/room-state'
import type { Rule } from '../topic'
import { sitDown } from './seats'

/** A seat that somebody holds is not kept: who sits there stays. */
export function keepSeats(state: RoomState, seats: readonly SeatId[], who: ActorRole): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (seats.some((seat) => !state.seats[seat])) return refuse('no-such-seat')
  const kept = [...new Set(seats)].filter((seat) => state.seats[seat]?.holder === null).sort()
  if (kept.join() === state.keptSeats.join()) return refuse('nothing-changed')
  return accept(everyone({ type: 'SeatsKept', seats: kept }))
}

export const sitInKeptSeat: Rule<'sitInKeptSeat'> = (state, command, who) => {
  if (who.kind !== 'clock') return refuse('not-the-chair')
  if (state.removed.includes(command.person)) return refuse('removed')
  if (state.seated.includes(command.person)) return refuse('already-seated')
  const seat = state.seats[command.seat]
  if (!seat) return refuse('no-such-seat')
  if (!state.keptSeats.includes(seat.id)) return refuse('seat-taken')
  return accept(...sitDown(state, seat, command.person))
}
