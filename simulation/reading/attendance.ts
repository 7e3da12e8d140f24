// Who is at the table: which seats are held, by whom somebody is missed, and who came in without a seat.
// Desk, stage, wall and seat choice ask here. It must not know names, nor how presence is noticed.

import { delegationIds } from '../agenda/parties'
import type { DelegationId, PersonId, SeatId } from '../kernel/ids'
import type { RoomState, Seat } from '../kernel/room-state'
import { seatsIn } from '../kernel/room-state'
import { isOpenTo } from '../topics/seats/seats'

/** Whose connection is open now. */
type Present = { readonly seats: readonly SeatId[]; readonly people: readonly PersonId[] }

export type Attendance = 'here' | 'lost' | 'understudy' | 'empty'

/** Whether a seat's holder is here, and who plays it while nobody holds it. No understudy plays a second chair or an observer's. */
export function attendanceOf(state: RoomState, present: Pick<Present, 'seats'>, seat: Seat): Attendance {
  if (seat.holder === null) return isPlayedByUnderstudy(state, seat) ? 'understudy' : 'empty'
  return present.seats.includes(seat.id) ? 'here' : 'lost'
}

export const isPlayedByUnderstudy = (state: RoomState, seat: Seat): boolean =>
  state.plan.understudies && seat.holder === null && seat.delegation !== null && seat.mirrors === null

/** The seats of a delegation that nobody holds; where understudies play, those that they play. */
export const freeSeats = (state: RoomState, delegation: DelegationId): readonly Seat[] =>
  seatsIn(state, delegation).filter(
    (seat) => seat.holder === null && (!state.plan.understudies || isPlayedByUnderstudy(state, seat)),
  )

export const heldSeats = (state: RoomState): readonly Seat[] =>
  Object.values(state.seats).filter((seat) => seat.holder !== null)

/** Held seats whose holder has no connection. */
export const lostSeats = (state: RoomState, present: Pick<Present, 'seats'>): readonly Seat[] =>
  heldSeats(state).filter((seat) => attendanceOf(state, present, seat) === 'lost')

/** Who is connected, holds no seat, and was not removed. */
export function unseatedPeople(state: RoomState, present: Pick<Present, 'people'>): readonly PersonId[] {
  const seated = new Set(heldSeats(state).map((seat) => seat.holder))
  return present.people.filter((person) => !seated.has(person) && !state.removed.includes(person))
}

/** The chairs of those who watch, in the plan's order. */
export const observerSeats = (state: RoomState): readonly Seat[] =>
  Object.values(state.seats).filter((seat) => seat.delegation === null)

export type Side = { delegation: DelegationId | null; seats: readonly Seat[] }

/** The table by side in the plan's order, observers last; each side's seats in the order in which they fill. */
export function sidesOf(state: RoomState): readonly Side[] {
  const observers = observerSeats(state)
  return [
    ...delegationIds(state.plan).map((delegation) => ({ delegation, seats: seatsIn(state, delegation) })),
    ...(observers.length > 0 ? [{ delegation: null, seats: observers }] : []),
  ]
}

/** How many of a side's seats nobody holds. */
export const openIn = ({ seats }: Pick<Side, 'seats'>): number => seats.filter((seat) => seat.holder === null).length

/** The side with the most open seats first, so that whoever looks for one finds it soonest; observers last. */
export const sidesByNeed = (state: RoomState): readonly Side[] =>
  sidesOf(state).toSorted(
    (a, b) => Number(a.delegation === null) - Number(b.delegation === null) || openIn(b) - openIn(a),
  )

/** The seats that nobody holds and that this person's side allows (S12), however seats are given. */
export const openSeatsFor = (state: RoomState, person: PersonId): readonly SeatId[] =>
  Object.values(state.seats).flatMap((seat) => (seat.holder === null && isOpenTo(state, seat, person) ? [seat.id] : []))

/** The seats this person may sit down in now by their own choice. */
export function seatsToChoose(state: RoomState, person: PersonId): readonly SeatId[] {
  const chosen = (state.plan.seating ?? 'choose') === 'choose'
  return state.seatingLocked || state.closedAt !== null || !chosen ? [] : openSeatsFor(state, person)
}
