// A room's log as rows, and the one place where it is decided who may hear a row.
// It must not know how rows are stored, sent or drawn.
import * as z from 'zod/mini'
import type { DelegationId, PersonId, SeatId } from './ids'
import { actorId, commandId, instant, list, MOST_SEATS, personId, seatId } from './ids'
import type { RoomEvent } from './room-event'
import { roomEvent } from './room-event'

/**
 * Who may hear an event, fixed when it is recorded; the chair hears everything.
 * Seats, not people: whoever takes over a seat of their own delegation inherits what it heard. `person` is for what someone says
 * of themselves out of role (a personal stance, a reflection): it goes with them, not with the chair they sat in.
 * `opens` says whether the debrief unseals it.
 */
export const audience = z.union([
  z.literal('everyone'),
  z.literal('instructor'),
  z.strictObject({ seats: z.readonly(list(seatId, 2 * MOST_SEATS)), opens: z.enum(['at-debrief', 'never']) }),
  z.strictObject({ person: personId }),
])
export type Audience = z.infer<typeof audience>

/** Something that happened, before it has its number. */
export type Draft = { audience: Audience; event: RoomEvent }

/** One row of the log. `seq` counts from 1 without gaps in each room. */
export const recorded = z.strictObject({
  seq: z.int().check(z.positive()),
  at: instant,
  by: actorId,
  commandId,
  audience,
  event: roomEvent,
})
export type Recorded = z.infer<typeof recorded>

/** A row that this viewer may not hear: it keeps its number, so that a gap is seen at once, and nothing else. */
export const sealed = z.strictObject({ seq: z.int().check(z.positive()), sealed: z.literal(true) })
export type Sealed = z.infer<typeof sealed>

export const told = z.union([recorded, sealed])
export type Told = z.infer<typeof told>

export const isSealed = (row: Told): row is Sealed => 'sealed' in row

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

/** For whom the log is filtered. A stage is the projector's view: it hears what everyone hears and never more. */
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

/** R1–R5, R12–R14: the only judge of secrecy. `unsealed` is whether the debrief has opened the record. */
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

/** The log as this viewer may read it: every number, and only the words that are theirs. */
export function viewFor(rows: readonly Recorded[], who: Viewer, unsealed: boolean): readonly Told[] {
  return rows.map((row) => (mayHear(row, who, unsealed) ? row : { seq: row.seq, sealed: true }))
}

export const everyone = (event: RoomEvent): Draft => ({ audience: 'everyone', event })
export const instructorOnly = (event: RoomEvent): Draft => ({ audience: 'instructor', event })
export const person = (id: PersonId, event: RoomEvent): Draft => ({ audience: { person: id }, event })

/** Private to these seats until the debrief. */
export const seatsUntilDebrief = (seats: readonly SeatId[], event: RoomEvent): Draft => ({
  audience: { seats, opens: 'at-debrief' },
  event,
})
/** Private to these seats for good. */
export const seatsForGood = (seats: readonly SeatId[], event: RoomEvent): Draft => ({
  audience: { seats, opens: 'never' },
  event,
})

/** What goes to the whole class: what everybody hears, and once the debrief has opened the record what it opens. */
export const isForTheClass = (to: Audience, unsealed: boolean): boolean =>
  to === 'everyone' || (unsealed && typeof to === 'object' && 'opens' in to && to.opens === 'at-debrief')
