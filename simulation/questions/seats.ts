// What screens may ask of seats, as the rules themselves decide it.
import type { SeatPlan } from '../agenda/plan'
import type { PersonId, SeatId } from '../kernel/ids'
import { sideOf } from '../secrecy/hearing'
import type { Seat } from '../shapes/seats/slice'
import type { Rejection } from '../shapes/verdict'
import type { RoomState } from '../state/room-state'

type SeatKept = Extract<Rejection, 'seating-locked' | 'seating-started' | 'seats-by-lot' | 'seats-by-chair'>

/** U1, and: understudies play no second chair of an office (`mirrors`) and no observer's seat. */
export const isPlayedByUnderstudy = ({ plan }: Pick<RoomState, 'plan'>, seat: Omit<Seat, 'absentSince'>): boolean =>
  plan.understudies && seat.holder === null && seat.delegation !== null && seat.mirrors === null

/** S5, S13, S14: why nobody may leave a seat themselves now; null when they may. */
export function whatKeepsSeats({ seatingLocked, plan, agenda }: RoomState): SeatKept | null {
  if (seatingLocked) return 'seating-locked'
  if (plan.seating === undefined) return null
  if (plan.seating === 'place') return 'seats-by-chair'
  if (plan.seating === 'lot') return 'seats-by-lot'
  return agenda.status === 'lobby' ? null : 'seating-started'
}

/** S12: whether a person may take this seat themselves: one of the delegation they have sat in, an observer's, or any if they have sat in none. */
export function isOpenTo(state: RoomState, seat: SeatPlan, person: PersonId): boolean {
  const side = sideOf(state, person)
  return side === null || seat.delegation === null || seat.delegation === side
}

/**
 * S21: whether a seat would take a person into a delegation whose papers are out and still closed to the others, while they belong to none.
 * `id` null is a seat drawn by lot. Only the chair then seats whom nobody has vouched for; the server knows who that is.
 */
export function isSideByChair(state: RoomState, id: SeatId | null, person: PersonId): boolean {
  const isClosed = state.unsealedAt === null && (state.briefedAt !== null || state.agenda.status !== 'lobby')
  if (state.plan.seating === undefined || !isClosed || sideOf(state, person) !== null) return false
  return id === null || (state.seats[id]?.delegation ?? null) !== null
}
