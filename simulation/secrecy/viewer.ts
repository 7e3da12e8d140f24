// For whom a room's log is filtered, and what somebody hears of what is said to seats. Shapes only: who is which viewer is decided in
// hearing.ts, and what a viewer may hear in may-hear.ts.
import * as z from 'zod/mini'
import type { DelegationId, PersonId, SeatId } from '../kernel/ids'
import { personId, seatId } from '../kernel/ids'

/** A seat that somebody hears from, or heard from: the rows numbered from `from` on and, once they have left it, before `until`. */
export const earshot = z.strictObject({
  seat: seatId,
  from: z.int().check(z.nonnegative()),
  until: z.nullable(z.int().check(z.positive())),
})
export type Earshot = z.infer<typeof earshot>

/** What somebody hears of what is said to seats, by where they sit and have sat. */
export type Hearing = Readonly<{
  /** The delegation this person sits in or sat in last; null while they have only ever observed. */
  side: DelegationId | null
  /** The row from which they hear that delegation: 0 where they hear all that it ever heard. */
  since: number
  hears: readonly Earshot[]
}>

/** A stage is the projector's view: it hears what everyone hears and never more. */
export const viewer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chair') }),
  z.strictObject({ kind: z.literal('stage') }),
  z.strictObject({
    kind: z.literal('person'),
    person: personId,
    seat: z.nullable(seatId),
    hears: z.readonly(z.array(earshot)),
  }),
])
export type Viewer = z.infer<typeof viewer>

/** Somebody who hears all that this seat ever heard. */
export const inSeat = (who: PersonId, seat: SeatId | null): Viewer => ({
  kind: 'person',
  person: who,
  seat,
  hears: seat === null ? [] : [{ seat, from: 0, until: null }],
})
