// What screens may ask of seats, as the rules themselves decide it.
import type { SeatPlan } from '../../agenda/plan'
import type { PersonId } from '../../kernel/ids'
import type { RoomState, Seat } from '../../kernel/room-state'
import type { Rejection } from '../../kernel/verdict'
import { sideOf } from '../../secrecy/hearing'

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
