// Commands and events of the floor, and their part of the state of a room: who has it, whose hands are up, who has opened, and how long
// everybody has had it.
import * as z from 'zod/mini'
import {
  actorId,
  type DelegationId,
  type Intent,
  instant,
  intent,
  type PersonId,
  type SeatId,
  seatId,
} from '../kernel/ids'
import { milliseconds, publicEntryNumber, type VariantOf, variant } from '../kernel/variant'

const FLOOR_ENDS = ['yielded', 'taken-back', 'time', 'phase'] as const

export const commands = [
  variant('askForFloor', { intent, answers: z.nullable(publicEntryNumber) }),
  variant('lowerHand', {}),
  variant('grantFloor', { seat: seatId }),
  variant('takeBackFloor', {}),
  variant('yieldFloor', { to: z.nullable(seatId) }),
] as const

/** Submitted by the server alone. */
export const serverCommands = [variant('endTurn', { seat: seatId, until: instant })] as const

export const events = [
  variant('HandRaised', { seat: seatId, intent, answers: z.nullable(publicEntryNumber) }),
  variant('HandLowered', { seat: seatId }),
  variant('FloorGranted', { seat: seatId, intent, until: instant, turn: z.enum(['opening', 'floor', 'yielded']) }),
  /** What follows `cause`, since the third edition: whose turn it was, to what purpose, and whether it put a statement on the record. */
  variant('FloorEnded', {
    seat: seatId,
    spokenMs: milliseconds,
    cause: z.enum(FLOOR_ENDS),
    speaker: z.optional(actorId),
    intent: z.optional(intent),
    answers: z.optional(publicEntryNumber),
    wrote: z.optional(z.literal(true)),
  }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'floor-taken', // somebody holds the floor
  'floor-not-held', // nobody holds it
  'hand-already-up',
  'hand-not-up',
  'understudies-wait', // they speak when the chair calls them
] as const

export type Hand = Readonly<{ seat: SeatId; intent: Intent; answers: number | null; at: number }>

export type Holder = Readonly<{
  seat: SeatId
  /** The person who sat there when the turn began; null for an understudy. */
  person: PersonId | null
  intent: Intent
  /** The entry that the hand was raised to answer. */
  answers: number | null
  turn: VariantOf<typeof events, 'FloorGranted'>['turn']
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

export const start = (): FloorSlice => ({
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
