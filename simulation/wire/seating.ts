// The seating page: what it is shown of a seminar's prepared seating, and the changes it asks for.
import * as z from 'zod/mini'
import type { DelegationPlan } from '../agenda/parties'
import type { SeatPlan } from '../agenda/plan'
import { type SeatId, seatId } from '../kernel/ids'
import { type Draw, type DrawnPerson, MOST_DRAWS, type Outcome } from '../seating/draw'
import { type HowSeated, type PreparedSeat, preparedSeat, type SeatAt, type TableSeat } from '../seating/prepared-seats'

const place = z.string().check(z.minLength(1), z.maxLength(64))
const seatAt = z.strictObject({ table: place, seat: seatId })
const draw = z.strictObject({
  by: z.enum(['lot', 'choices']),
  who: z.enum(['unlocked', 'unseated']),
  number: z.int().check(z.nonnegative(), z.lt(MOST_DRAWS)),
})

/** More names than a seminar has seats. */
const MOST_PLACES = 2_000

const seatingChange = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('seat'), place, to: z.nullable(seatAt) }),
  z.strictObject({
    do: z.literal('lock'),
    places: z.array(place).check(z.maxLength(MOST_PLACES)),
    locked: z.boolean(),
  }),
  z.strictObject({ do: z.literal('draw'), draw }),
  /** Puts the seating back as it was before the last change, with the draw that it came from. */
  z.strictObject({
    do: z.literal('restore'),
    prepared: z.array(preparedSeat).check(z.maxLength(MOST_PLACES)),
    draw: z.nullable(draw),
  }),
  z.strictObject({ do: z.literal('choosing'), on: z.boolean() }),
  z.strictObject({ do: z.literal('shown'), on: z.boolean() }),
])
export type SeatingChange = z.infer<typeof seatingChange>

/** A change with the version of the seating on which the page made it. */
export const seatingRequest = z.strictObject({ version: z.int().check(z.nonnegative()), change: seatingChange })

export type SeatingPerson = DrawnPerson & {
  name: string
  /** Where they sit since they came in; their place at the table is then the lobby's matter. */
  here: SeatAt | null
}

export type KeptDraw = Draw & { at: number; outcome: Outcome }

export type Seating = {
  version: number
  /** Whether students may name the offices they would take, and whether each may read which seat is prepared for them. */
  choosing: boolean
  shown: boolean
  draw: KeptDraw | null
  delegations: DelegationPlan[]
  tables: readonly { id: string; name: string; hasBegun: boolean }[]
  seats: readonly TableSeat[]
  people: readonly SeatingPerson[]
  prepared: readonly PreparedSeat[]
}

/** `changed`: somebody else has changed the seating since the page was drawn, so nothing was done. */
export type SeatingAnswer = { fault: 'changed' | 'locked' | 'taken' | 'too-many' | null; seating: Seating }

/** What a student reads of a seminar that asks for the offices they would take, or shows them their seat. */
export type OwnSeating = {
  activityId: string
  /** Their place on the roster. */
  place: string
  title: string
  courseTitle: string
  name: string
  delegations: readonly DelegationPlan[]
  /** Every office once, by its first chair. */
  offices: readonly SeatPlan[]
  choosing: boolean
  ranks: readonly SeatId[]
  /** The seat prepared for them, once the instructor shows it. */
  seat: { plan: SeatPlan; table: string; how: HowSeated; draw: KeptDraw | null } | null
}
