// What screens may ask of seats, as the rules themselves decide it.

import { delegationIds } from '../agenda/parties'
import { ruleOf } from '../agenda/phase-kinds'
import type { SeatPlan } from '../agenda/plan'
import type { DelegationId, PersonId, SeatId } from '../kernel/ids'
import { HOUR_MS } from '../kernel/time'
import { sideOf } from '../secrecy/hearing'
import type { Seat } from '../shapes/seats'
import type { Rejection } from '../shapes/verdict'
import { actingHead, isRunning, phaseNow, type RoomState, seatsIn } from '../state/room-state'

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

/**
 * S22: from when on whoever acts as head counts as away, so that the next member acts. `seenAt` is when they were last connected, which the
 * log does not hold. Null for everybody else, where nobody could take over, and in a phase in which a head has nothing to do.
 */
export function awayFrom(state: RoomState, seat: Seat, seenAt = 0): number | null {
  const { plan, clock } = state
  const { holder, delegation } = seat
  const phase = phaseNow(state)
  if (plan.actAfterHours === undefined || holder === null || delegation === null || seat.absentSince !== null)
    return null
  if (!phase || !clock || !isRunning(state) || actingHead(state, delegation)?.id !== seat.id) return null
  const { weekFiles, text, votes, asksSides, ratifies } = ruleOf(phase)
  if (weekFiles === null && !text && !votes && !asksSides && !ratifies) return null
  const others = seatsIn(state, delegation).filter(({ id }) => id !== seat.id)
  if (!others.some((other) => other.holder !== null && other.absentSince === null)) return null
  const sinceOthers = others.map(({ absentSince }) => absentSince ?? 0)
  const since = Math.max(clock.startsAt, state.heardAt[holder] ?? 0, seenAt, ...sinceOthers)
  return since + Math.min(plan.actAfterHours * HOUR_MS, (clock.endsAt - clock.startsAt) / 2)
}

/** S7, S22, S23: the head for whom this seat acts; null where it acts for nobody. */
export function actsFor(state: RoomState, { id, delegation }: Seat): Seat | null {
  if (delegation === null || actingHead(state, delegation)?.id !== id) return null
  return seatsIn(state, delegation).find((seat) => seat.head && seat.id !== id) ?? null
}

/** S3, S4: the seat that a lot in [0,1) gives, or null when every chair is held or kept (S18); S12: within a side, one of its own. */
export function seatByLot(state: RoomState, lot: number, side: DelegationId | null = null): Seat | null {
  const seats = Object.values(state.seats).filter((seat) => side === null || seat.delegation === side)
  const free = (wanted: (seat: Seat) => boolean) =>
    seats
      .filter((seat) => seat.holder === null && !state.keptSeats.includes(seat.id) && wanted(seat))
      .sort((a, b) => a.order - b.order)
  const offices = free((seat) => seat.delegation !== null && seat.mirrors === null)
  const mirrors = free((seat) => seat.delegation !== null && seat.mirrors !== null)
  const observers = free((seat) => seat.delegation === null)
  const pool = offices.length > 0 ? offices : mirrors
  if (pool.length === 0) return observers[0] ?? null
  const people = (delegation: DelegationId) =>
    seats.filter((seat) => seat.delegation === delegation && seat.holder !== null).length
  const open = delegationIds(state.plan).filter((delegation) => pool.some((seat) => seat.delegation === delegation))
  const fewest = Math.min(...open.map(people))
  const equals = open.filter((delegation) => people(delegation) === fewest)
  const chosen = equals[Math.floor(lot * equals.length)] ?? equals[0]
  return pool.find((seat) => seat.delegation === chosen) ?? null
}
