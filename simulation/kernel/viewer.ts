// The types of readers for whom a room's log is filtered. Who is which viewer is decided in hearing.ts, and what a viewer may hear in
// may-hear.ts.
import * as z from 'zod/mini'
import { type DelegationId, type PersonId, personId, type SeatId, seatId } from './ids'

/** A seat whose rows a person may hear: those with `seq` from `from` on and, once they have left the seat, before `until`. */
export const earshot = z.strictObject({
  seat: seatId,
  from: z.int().check(z.nonnegative()),
  until: z.nullable(z.int().check(z.positive())),
})
export type Earshot = z.infer<typeof earshot>

/** What a person hears of what is said to seats, by the seats they hold and have held. */
export type Hearing = Readonly<{
  /** The delegation in which this person sits or last sat; null while they have only observed. */
  side: DelegationId | null
  /** The row from which they hear that delegation; 0 where they hear everything it ever heard. */
  since: number
  hears: readonly Earshot[]
}>

/** Who reads a room. A stage is the projector: it hears what everyone hears and never more (R3). */
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

/** A person who hears everything that this seat ever heard, or with no seat only what everyone hears. */
export const inSeat = (who: PersonId, seat: SeatId | null): Viewer => ({
  kind: 'person',
  person: who,
  seat,
  hears: seat === null ? [] : [{ seat, from: 0, until: null }],
})
