// Who is in the room: which seats are held, whose holder has lost the connection, and who is connected without a seat.
// Desk, stage, wall and seat choice read these functions, so that they count the same people.

import { delegationIds } from '../../agenda/parties'
import type { DelegationId, PersonId, SeatId } from '../../kernel/ids'
import { isOpenTo, isPlayedByUnderstudy, isSideByChair } from '../../questions/seats'
import type { Seat } from '../../shapes/seats'
import { actingHead, type RoomState, seatsIn } from '../../state/room-state'

/** The seats and people with an open connection now, as the live room reports them; the log does not record connections. */
export type Present = { readonly seats: readonly SeatId[]; readonly people: readonly PersonId[] }

type Attendance = 'here' | 'lost' | 'understudy' | 'empty'

/** Whether a seat's holder is connected (`here`) or not (`lost`), and whether an understudy plays a seat that nobody holds. */
export function attendanceOf(state: RoomState, present: Pick<Present, 'seats'>, seat: Seat): Attendance {
  if (seat.holder === null) return isPlayedByUnderstudy(state, seat) ? 'understudy' : 'empty'
  return present.seats.includes(seat.id) ? 'here' : 'lost'
}

/** S23: whether the chair may say that this seat acts as head: a head who is connected has the office back at once. */
export function mayLetAct(state: RoomState, present: Pick<Present, 'seats'>, seat: Seat): boolean {
  const { kind } = state.plan
  if (kind !== 'homework' || seat.delegation === null || seat.holder === null || state.closedAt !== null) return false
  if (actingHead(state, seat.delegation)?.id === seat.id) return false
  return seat.head || !seatsIn(state, seat.delegation).some(({ id, head }) => head && present.seats.includes(id))
}

/** The seats of a delegation that nobody holds. In a room with understudies second chairs are left out, since neither a person nor an understudy plays them. */
export const freeSeats = (state: RoomState, delegation: DelegationId): readonly Seat[] =>
  seatsIn(state, delegation).filter(
    (seat) => seat.holder === null && (!state.plan.understudies || isPlayedByUnderstudy(state, seat)),
  )

/** The seats of a delegation that are played, and those that neither a person nor an understudy plays. */
export function playedAndEmpty(state: RoomState, delegation: DelegationId): { played: Seat[]; empty: Seat[] } {
  const seats = seatsIn(state, delegation)
  const isEmpty = (seat: Seat) => seat.holder === null && !isPlayedByUnderstudy(state, seat)
  return { played: seats.filter((seat) => !isEmpty(seat)), empty: seats.filter(isEmpty) }
}

/** How many people and how many understudies a delegation has in its caucus. */
export function companyOf(state: RoomState, delegation: DelegationId): { people: number; understudies: number } {
  const seats = seatsIn(state, delegation)
  return {
    people: seats.filter((seat) => seat.holder !== null).length,
    understudies: seats.filter((seat) => isPlayedByUnderstudy(state, seat)).length,
  }
}

export const heldSeats = (state: RoomState): readonly Seat[] =>
  Object.values(state.seats).filter((seat) => seat.holder !== null)

/** Held seats whose holder is not connected. */
export const lostSeats = (state: RoomState, present: Pick<Present, 'seats'>): readonly Seat[] =>
  heldSeats(state).filter((seat) => attendanceOf(state, present, seat) === 'lost')

/** People who are connected, hold no seat, and were not removed. */
export function unseatedPeople(state: RoomState, present: Pick<Present, 'people'>): readonly PersonId[] {
  const seated = new Set(heldSeats(state).map((seat) => seat.holder))
  return present.people.filter((person) => !seated.has(person) && !state.removed.includes(person))
}

/** Whom a chair may seat: everybody who holds a seat or is connected, and was not removed. */
export function movable(state: RoomState, present: Pick<Present, 'people'>): readonly PersonId[] {
  const holders = heldSeats(state).flatMap(({ holder }) => holder ?? [])
  return [...new Set([...unseatedPeople(state, present), ...holders])]
}

/** The seats of observers, who belong to no delegation, in the plan's order. */
export const observerSeats = (state: RoomState): readonly Seat[] =>
  Object.values(state.seats).filter((seat) => seat.delegation === null)

export type Side = { delegation: DelegationId | null; seats: readonly Seat[] }

/** The seats by delegation in the plan's order, observers last; within each in the order in which they are filled. */
export function sidesOf(state: RoomState): readonly Side[] {
  const observers = observerSeats(state)
  return [
    ...delegationIds(state.plan).map((delegation) => ({ delegation, seats: seatsIn(state, delegation) })),
    ...(observers.length > 0 ? [{ delegation: null, seats: observers }] : []),
  ]
}

/** The seats of a side by office: each office's own seat, then its second chairs. An observer's seat is an office of its own. */
export const officesIn = ({ seats }: Pick<Side, 'seats'>): readonly (readonly [Seat, ...Seat[]])[] =>
  seats
    .filter(({ mirrors }) => mirrors === null)
    .map((own) => [own, ...seats.filter(({ mirrors }) => mirrors === own.id)])

/** How many seats of a delegation, or of the observers, nobody holds. */
export const openIn = ({ seats }: Pick<Side, 'seats'>): number => seats.filter((seat) => seat.holder === null).length

/** The delegation with the most open seats first, so that students choosing a seat fill the emptiest one; observers last. */
export const sidesByNeed = (state: RoomState): readonly Side[] =>
  sidesOf(state).toSorted(
    (a, b) => Number(a.delegation === null) - Number(b.delegation === null) || openIn(b) - openIn(a),
  )

/** Whether nobody holds the seat and it is not kept for somebody (S18). */
export const isFree = (state: RoomState, seat: Seat): boolean =>
  seat.holder === null && !state.keptSeats.includes(seat.id)

/** How many seats of a side a newcomer may still take: those that are kept for somebody are not theirs. */
export const freeIn = (state: RoomState, { seats }: Pick<Side, 'seats'>): number =>
  seats.filter((seat) => isFree(state, seat)).length

/**
 * The free seats of the delegation this person is bound to (S12), or all free seats if they are not bound; whether or not they may choose
 * themselves. Where they came by the open code, without those that only the chair gives (S21).
 */
export const openSeatsFor = (state: RoomState, person: PersonId, byOpenCode = false): readonly SeatId[] =>
  Object.values(state.seats)
    .filter((seat) => isFree(state, seat) && isOpenTo(state, seat, person))
    .flatMap(({ id }) => (byOpenCode && isSideByChair(state, id, person) ? [] : [id]))

/** A seat as somewhere to move a person: theirs now, free, kept for somebody who has not come, or held, so that the two change places. */
export type SeatOption = { seat: Seat; is: 'own' | 'free' | 'kept' | 'held' }

/** Every seat as a place to move this person to: free ones first, then kept, then held, each in the order of the plan. */
export function placesFor(state: RoomState, person: PersonId | null): readonly SeatOption[] {
  const places = Object.values(state.seats).map((seat): SeatOption => {
    if (seat.holder !== null) return { seat, is: seat.holder === person ? 'own' : 'held' }
    return { seat, is: state.keptSeats.includes(seat.id) ? 'kept' : 'free' }
  })
  const rank = { free: 0, kept: 1, held: 2, own: 3 } as const
  return places.toSorted((a, b) => rank[a.is] - rank[b.is])
}

/** The seats this person may choose now: none while seating is locked, after the room has closed, and where the chair or a lot assigns seats. */
export function seatsToChoose(state: RoomState, person: PersonId, byOpenCode = false): readonly SeatId[] {
  const chosen = (state.plan.seating ?? 'choose') === 'choose'
  return state.seatingLocked || state.closedAt !== null || !chosen ? [] : openSeatsFor(state, person, byOpenCode)
}
