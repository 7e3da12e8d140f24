// The part of a room's state that the events of floor change: who has it, whose hands are up, who has opened, and how long everybody has had it.
import type { DelegationId, Intent, PersonId, SeatId } from '../../kernel/ids'
import type { VariantOf } from '../../kernel/variant'
import type { floorEvents } from './schemas'

export type Hand = Readonly<{ seat: SeatId; intent: Intent; answers: number | null; at: number }>

export type Holder = Readonly<{
  seat: SeatId
  /** The person who sat there when the turn began; null for an understudy. */
  person: PersonId | null
  intent: Intent
  /** The entry that the hand was raised to answer. */
  answers: number | null
  turn: VariantOf<typeof floorEvents, 'FloorGranted'>['turn']
  /** Start and planned end of the turn. A pause moves both, as it moves the clock's, so that it costs the speaker no time. */
  since: number
  until: number
  /** Whether a statement was put on the record in this turn. */
  spoke: boolean
}>

/** Whose talk is counted: a person, or the seat of an understudy. Person ids hold no dot and seat ids do, so that the two never meet. */
export type Voice = PersonId | SeatId

export type SaidFor = `${DelegationId}/${Voice}`
export const saidFor = (delegation: DelegationId, voice: Voice): SaidFor => `${delegation}/${voice}`

export type Floor = Readonly<{
  holder: Holder | null
  hands: readonly Hand[]
  /** The hands of people that came down uncalled with the last phase that had a floor, each until its seat asks again, has the floor or is left (F11). */
  carried: readonly Hand[]
  /** Milliseconds each seat has held the floor, pauses not counted. */
  spentMs: ReadonlyMap<SeatId, number>
  /** The same by whoever held it (`voiceOf`): a person takes their time along into another seat (F6). */
  heardMs: ReadonlyMap<Voice, number>
  /** The same by delegation and voice: what somebody said for one before the chair moved them to another stays that delegation's (D4). */
  saidForMs: ReadonlyMap<SaidFor, number>
  /** When the last turn of this phase ended; null before one has, and while somebody has the floor. */
  freeSince: number | null
  /** Of whom the chair took the floor in this phase, by hand or by taking its grant back, and when; without those who had it again since (N7). */
  takenFrom: Readonly<Record<PersonId, number>>
  /** Delegations that have not yet given their opening statement in this phase, in order (F8). */
  toOpen: readonly DelegationId[]
  /** How many opening statements each seat has given, so that nobody opens twice before each of the delegation has once. */
  opened: Readonly<Record<SeatId, number>>
}>

export type FloorSlice = Readonly<{
  floor: Floor
}>

export const floorStart = (): FloorSlice => ({
  floor: {
    holder: null,
    hands: [],
    carried: [],
    spentMs: new Map(),
    heardMs: new Map(),
    saidForMs: new Map(),
    freeSince: null,
    takenFrom: {},
    toOpen: [],
    opened: {},
  },
})
