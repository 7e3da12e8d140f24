// The floor of a room: who has it, whose hands are up, who has opened, and how long everybody has had it.

import type { DelegationId, Intent, PersonId, SeatId } from './ids'
import type { EventOf } from './room-event'
import type { Tally } from './tally'

export type Hand = Readonly<{ seat: SeatId; intent: Intent; answers: number | null; at: number }>

export type Holder = Readonly<{
  seat: SeatId
  /** The person who sat there when the turn began; null for an understudy. */
  person: PersonId | null
  intent: Intent
  /** The entry that the hand was raised to answer. */
  answers: number | null
  turn: EventOf<'FloorGranted'>['turn']
  /** Start and planned end of the turn. A pause moves both, as it moves the clock's, so that it costs the speaker no time. */
  since: number
  until: number
  /** Whether a statement was put on the record in this turn. */
  spoke: boolean
}>

/** Whose talk is counted: a person, or the seat of an understudy. Person ids hold no dot and seat ids do, so that the two never meet. */
export type Voice = PersonId | SeatId

export type Floor = Readonly<{
  holder: Holder | null
  hands: readonly Hand[]
  /** Milliseconds each seat has held the floor, pauses not counted. */
  spentMs: Tally<SeatId>
  /** The same by whoever held it (`voiceOf`): a person takes their time along into another seat (F6). */
  heardMs: Tally<Voice>
  /** When the last turn of this phase ended; null before one has, and while somebody has the floor. */
  freeSince: number | null
  /** Delegations that have not yet given their opening statement in this phase, in order (F8). */
  toOpen: readonly DelegationId[]
  /** How many opening statements each seat has given, so that nobody opens twice before each of the delegation has once. */
  opened: Readonly<Record<SeatId, number>>
}>
