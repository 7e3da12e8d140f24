// The seating of an activity prepared from its roster, before anybody has come in: who is to sit where at its tables, and the ways to
// change that. Pure, so that the page shows at once what the server will store.
import * as z from 'zod/mini'
import { officeOf, type SeatPlan } from '../agenda/plan'
import { type SeatId, seatId } from '../kernel/ids'

/** How a name came to its seat: placed by the instructor, drawn by lot, or by a draw that gave one of the student's choices. */
export const howSeated = z.enum(['by-hand', 'lot', 'choice-1', 'choice-2', 'choice-3'])
export type HowSeated = z.infer<typeof howSeated>

/** The id of a roster place. */
const placeId = z.string().check(z.minLength(1), z.maxLength(64))
const tableId = z.string().check(z.minLength(1), z.maxLength(64))

export const preparedSeat = z.strictObject({
  place: placeId,
  table: tableId,
  seat: seatId,
  how: howSeated,
  /** A locked place stays when seats are drawn. */
  locked: z.boolean(),
})
export type PreparedSeat = z.infer<typeof preparedSeat>

/** A seat at one of the tables. `taken`: somebody who has come in sits there, so it is not given any more. */
export type TableSeat = SeatPlan & { table: string; taken: boolean }
export type SeatAt = { table: string; seat: SeatId }

/** How many offices a student names, in order. */
export const MOST_RANKS = 3
/** The offices that a student would take, the first choice first; an office is named by its first chair. */
export const ranks = z.array(seatId).check(
  z.maxLength(MOST_RANKS),
  z.refine((offices) => new Set(offices).size === offices.length, 'an office is named once'),
)

/** Which of a student's choices this seat is, from 1; null when it is none. */
export function rankOf(chosen: readonly SeatId[], seat: Pick<SeatPlan, 'id' | 'mirrors'>): 1 | 2 | 3 | null {
  const at = chosen.indexOf(officeOf(seat))
  return at === 0 ? 1 : at === 1 ? 2 : at === 2 ? 3 : null
}

export const isSame = (a: SeatAt, b: SeatAt): boolean => a.table === b.table && a.seat === b.seat

export const seatedAt = (prepared: readonly PreparedSeat[], at: SeatAt): PreparedSeat | null =>
  prepared.find((one) => isSame(one, at)) ?? null

export type MoveFault = 'locked' | 'taken'

/** Why a person cannot be put there (null: taken off their seat); null when they can. */
export function whatForbids(
  prepared: readonly PreparedSeat[],
  seats: readonly TableSeat[],
  place: string,
  to: SeatAt | null,
): MoveFault | null {
  if (prepared.some((one) => one.place === place && one.locked)) return 'locked'
  if (to === null) return null
  if (seatedAt(prepared, to)?.locked) return 'locked'
  return seats.some((seat) => seat.table === to.table && seat.id === to.seat && !seat.taken) ? null : 'taken'
}

/** Puts a person there by hand. Whoever sat there takes the person's old seat, or none where they had none. */
export function moved(prepared: readonly PreparedSeat[], place: string, to: SeatAt | null): readonly PreparedSeat[] {
  const from = prepared.find((one) => one.place === place)
  const displaced = to && seatedAt(prepared, to)
  const others = prepared.filter((one) => one !== from && one !== displaced)
  const seated = (who: string, { table, seat }: SeatAt): PreparedSeat => ({
    ...{ place: who, table, seat },
    ...{ how: 'by-hand' as const, locked: false },
  })
  return [
    ...others,
    ...(to ? [seated(place, to)] : []),
    ...(displaced && from && displaced.place !== place ? [seated(displaced.place, from)] : []),
  ]
}

export const locked = (
  prepared: readonly PreparedSeat[],
  places: readonly string[],
  isLocked: boolean,
): readonly PreparedSeat[] => prepared.map((one) => (places.includes(one.place) ? { ...one, locked: isLocked } : one))

/** The roster's places without a seat, in its order. */
export const withoutSeat = <Person extends { place: string }>(
  people: readonly Person[],
  prepared: readonly PreparedSeat[],
): readonly Person[] => {
  const seated = new Set(prepared.map(({ place }) => place))
  return people.filter(({ place }) => !seated.has(place))
}

export const openSeats = (seats: readonly TableSeat[], prepared: readonly PreparedSeat[]): readonly TableSeat[] =>
  seats.filter((seat) => !seat.taken && seatedAt(prepared, { table: seat.table, seat: seat.id }) === null)

/** How many seats there are, how many are given (prepared, or taken by somebody who has come in), and how many are open. */
export function fillOf(
  seats: readonly TableSeat[],
  prepared: readonly PreparedSeat[],
): { all: number; given: number; open: number } {
  const open = openSeats(seats, prepared).length
  return { all: seats.length, given: seats.length - open, open }
}

type Asking = { place: string; ranks: readonly SeatId[]; here: SeatAt | null }

/** The people of the roster by what is still to be done: who has no seat, how many sit or have one prepared, and how many have chosen offices. */
export function classOf<Person extends Asking>(
  people: readonly Person[],
  prepared: readonly PreparedSeat[],
): { unseated: readonly Person[]; seated: number; chose: number } {
  const unseated = withoutSeat(people, prepared).filter(({ here }) => here === null)
  const chose = people.filter(({ ranks }) => ranks.length > 0).length
  return { unseated, seated: people.length - unseated.length, chose }
}
