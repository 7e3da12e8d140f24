// When briefs are issued to their seats (rule S15): to all at once, when the chair locks the seats or the first phase starts; and again
// to a person who takes a seat later and could not hear them then.

import type { Brief } from '../../agenda/brief'
import { delegationOf } from '../../agenda/parties'
import type { RoomPlan } from '../../agenda/plan'
import { seatIdsOf } from '../../agenda/plan'
import type { PersonId, SeatId } from '../../kernel/ids'
import { hearingOf, hearsFrom } from '../../secrecy/hearing'
import type { NewRow } from '../../shapes/record'
import { seatsUntilDebrief } from '../../shapes/record'
import type { Seat } from '../../shapes/seats/slice'
import type { NextRoom } from '../../state/next-room'
import type { RoomState } from '../../state/room-state'

/** The seats that a brief is for: a delegation's, or those of an office. */
export function readersOf(plan: RoomPlan, { to }: Brief): readonly SeatId[] {
  const delegation = delegationOf(plan, to)
  return delegation
    ? seatIdsOf(plan, delegation.id)
    : plan.seats.filter((seat) => seat.id === to || seat.mirrors === to).map((seat) => seat.id)
}

export const issueBriefs = (plan: RoomPlan, briefs: readonly Brief[]): NewRow[] =>
  briefs.map((brief) => seatsUntilDebrief(readersOf(plan, brief), { type: 'BriefIssued', brief }))

/** The rows that issue every brief to its seats; none once they were issued. */
export const briefsDue = (state: RoomState): NewRow[] =>
  state.plan.seating !== undefined && state.briefedAt === null ? issueBriefs(state.plan, state.briefs) : []

/** The rows that issue a seat's briefs again to a person who takes it now, because they may not hear the rows of before (R12). */
export function briefsAgain(state: RoomState, seat: Seat, person: PersonId): NewRow[] {
  if (state.plan.seating === undefined || state.briefedAt === null || seat.delegation === null) return []
  const from = hearsFrom(hearingOf(state, person), seat.delegation)
  if (from !== 'from-now' && from <= state.briefedAt) return []
  return state.briefs
    .filter((brief) => readersOf(state.plan, brief).includes(seat.id))
    .map((brief) => seatsUntilDebrief([seat.id], { type: 'BriefIssued', brief }))
}

export function addBrief(room: NextRoom, seq: number, brief: Brief): void {
  const known = room.briefs.some(({ to }) => to === brief.to)
  room.briefs = known ? room.briefs.map((each) => (each.to === brief.to ? brief : each)) : [...room.briefs, brief]
  room.briefedAt ??= seq
}
