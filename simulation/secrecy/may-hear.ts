// The one function that judges who may hear a row of a log. All rows that leave the server are filtered by it (visible-row.ts). The
// search judges the same in SQL, and a property test holds the SQL to this function (tests/server/record/search.test.ts).
import type { SeatId } from '../kernel/ids'
import type { Viewer } from '../kernel/viewer'
import type { Audience, Recorded } from '../shapes/record'

/** R1–R5, R8, R12–R14. `unsealed` is whether the debrief has opened the record. */
export function mayHear(
  { seq, audience: to }: Pick<Recorded, 'seq' | 'audience'>,
  who: Viewer,
  unsealed: boolean,
): boolean {
  if (to === 'everyone' || who.kind === 'chair') return true
  if (to === 'instructor' || who.kind === 'stage') return false
  if ('person' in to) return to.person === who.person
  if (unsealed && to.opens === 'at-debrief') return true
  for (const { seat, from, until } of who.hears)
    if (from <= seq && (until === null || seq < until) && to.seats.includes(seat)) return true
  return false
}

/** Whether a row may go to the whole class: everybody hears it, or the debrief has opened it. */
export const isForTheClass = (to: Audience, unsealed: boolean): boolean =>
  to === 'everyone' || (unsealed && typeof to === 'object' && 'opens' in to && to.opens === 'at-debrief')

/** Whether a row was for everybody or for one of these seats when it was recorded, whatever the debrief has opened since. */
export const isHeardInSeats = (to: Audience, seats: readonly SeatId[]): boolean =>
  to === 'everyone' || (typeof to === 'object' && 'seats' in to && to.seats.some((seat) => seats.includes(seat)))
