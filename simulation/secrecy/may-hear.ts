// The one judge of who may hear a row of a log. Everything that leaves the server is filtered by it (visible-row.ts), and the search
// index asks the same question in SQL, which a property test holds against this function (tests/server/search.test.ts).
import type { SeatId } from '../kernel/ids'
import type { Audience, Recorded } from '../kernel/record'
import type { Viewer } from './viewer'

/** R1–R5, R12–R14. `unsealed` is whether the debrief has opened the record. */
export function mayHear(
  { seq, audience: to }: Pick<Recorded, 'seq' | 'audience'>,
  who: Viewer,
  unsealed: boolean,
): boolean {
  if (to === 'everyone' || who.kind === 'chair') return true
  if (to === 'instructor' || who.kind === 'stage') return false
  if ('person' in to) return to.person === who.person
  if (unsealed && to.opens === 'at-debrief') return true
  return who.hears.some(
    ({ seat, from, until }) => from <= seq && (until === null || seq < until) && to.seats.includes(seat),
  )
}

/** What goes to the whole class: what everybody hears, and once the debrief has opened the record what it opens. */
export const isForTheClass = (to: Audience, unsealed: boolean): boolean =>
  to === 'everyone' || (unsealed && typeof to === 'object' && 'opens' in to && to.opens === 'at-debrief')

/** What was said to everybody or to one of these seats, as the seats heard it at the time: the debrief adds nothing to it. */
export const isHeardInSeats = (to: Audience, seats: readonly SeatId[]): boolean =>
  to === 'everyone' || (typeof to === 'object' && 'seats' in to && to.seats.some((seat) => seats.includes(seat)))
