// When briefs are issued to their seats (rules S15, W4): to all at once, when the chair locks the seats or the first phase starts, or to each
// seat once its holder has checked their reading; and again to a person who takes a seat later and could not hear them then.

import type { Brief } from '../../agenda/brief'
import { delegationOf } from '../../agenda/parties'
import { type RoomPlan, seatIdsOf } from '../../agenda/plan'
import type { PersonId, SeatId } from '../../kernel/ids'
import { readingLeft } from '../../questions/stances'
import { hearingOf, hearsFrom } from '../../secrecy/hearing'
import { type NewRow, type Recorded, seatsUntilDebrief } from '../../shapes/record'
import type { Seat } from '../../shapes/seats'
import type { NextRoom } from '../../state/next-room'
import { type RoomState, seatHeldBy } from '../../state/room-state'

/** The seats that a brief is for: a delegation's, or those of an office. */
function readersOf(plan: RoomPlan, { to }: Brief): readonly SeatId[] {
  const delegation = delegationOf(plan, to)
  return delegation
    ? seatIdsOf(plan, delegation.id)
    : plan.seats.filter((seat) => seat.id === to || seat.mirrors === to).map((seat) => seat.id)
}

export const issueBriefs = (
  plan: RoomPlan,
  briefs: readonly Brief[],
  seats: readonly SeatId[] = plan.seats.map(({ id }) => id),
): NewRow[] =>
  briefs.flatMap((brief) => {
    const readers = readersOf(plan, brief).filter((id) => seats.includes(id))
    return readers.length > 0 ? [seatsUntilDebrief(readers, { type: 'BriefIssued', brief })] : []
  })

/** The rows that issue briefs to the seats that have none yet: once the debate starts to all, before that where a reading check asks for no more (W4). */
export function briefsDue(state: RoomState, starting = false): NewRow[] {
  const { plan, briefs, briefed } = state
  if (plan.seating === undefined) return []
  const due = plan.seats.filter(({ id }) => briefed[id] === undefined && (starting || isChecked(state, id)))
  return issueBriefs(
    plan,
    briefs,
    due.map(({ id }) => id),
  )
}

/** W4: whether the check keeps nothing from this seat: the plan makes it no condition, or who sits there has answered all of it. */
function isChecked({ plan, seats, readingChecks }: RoomState, id: SeatId): boolean {
  if (!plan.briefAfterCheck) return true
  const holder = seats[id]?.holder ?? null
  return holder !== null && readingLeft({ plan, readingChecks }, holder) === 0
}

/** W4: the rows that issue the briefs of a person's seat with the answer that completes their reading check, once briefs are out. */
export function briefsForAnswer(state: RoomState, person: PersonId, question: number): NewRow[] {
  const { plan, readingChecks } = state
  const seat = seatHeldBy(state, person)
  if (!plan.briefAfterCheck || !areOut(state) || !seat || state.briefed[seat.id] !== undefined) return []
  const answered = { ...readingChecks, [person]: { ...readingChecks[person], [question]: true } }
  return readingLeft({ plan, readingChecks: answered }, person) === 0 ? issueBriefs(plan, state.briefs, [seat.id]) : []
}

/** Whether the time for briefs has come, though a check may keep them from some. */
const areOut = ({ plan, seatingLocked, briefedAt, agenda }: RoomState): boolean =>
  briefedAt !== null || (plan.briefAfterCheck === true && (seatingLocked || agenda.status !== 'lobby'))

/** The rows that issue a seat's briefs to a person who takes it now and may not hear the rows of before (R12), or for whom there are none (W4). */
export function briefsAgain(state: RoomState, seat: Seat, person: PersonId): NewRow[] {
  if (state.plan.seating === undefined || !areOut(state) || seat.delegation === null) return []
  const issued = state.briefed[seat.id]
  const from = hearsFrom(hearingOf(state, person), seat.delegation)
  if (issued !== undefined && from !== 'from-now' && from <= issued) return []
  const waits = state.plan.briefAfterCheck && state.agenda.status === 'lobby' && readingLeft(state, person) > 0
  if (issued === undefined && waits) return []
  return issueBriefs(state.plan, state.briefs, [seat.id])
}

export function addBrief(room: NextRoom, { seq, audience }: Recorded, brief: Brief): void {
  const known = room.briefs.some(({ to }) => to === brief.to)
  room.briefs = known ? room.briefs.map((each) => (each.to === brief.to ? brief : each)) : [...room.briefs, brief]
  room.briefedAt ??= seq
  const readers = typeof audience === 'object' && 'seats' in audience ? audience.seats : []
  room.briefed = { ...Object.fromEntries(readers.map((id) => [id, seq])), ...room.briefed }
}
