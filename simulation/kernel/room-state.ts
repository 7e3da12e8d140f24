// What a room is at one moment, as a fold of its log: the shapes, the empty room, and the few questions everyone asks.
// The same shapes hold the server's whole room and a student's filtered one: what was not heard is simply not there.

import { delegationIds } from '../agenda/parties'
import type { PhaseFeature } from '../agenda/phase-kinds'
import { opens } from '../agenda/phase-kinds'
import type { Brief, ChairPapers, ChairPlan, PhasePlan, Requirement, RoomPlan, SeatPlan } from '../agenda/plan'
import type { Hearing } from '../secrecy/viewer'
import type { IssuedClause, Vote } from '../topics/ballots/schemas'
import type { FloorAutopilot } from '../topics/phases/schemas'
import type { Position } from '../topics/positions/schemas'
import type { ActorId, AxisValue, DelegationId, Intent, PersonId, SeatId, Stage, TensionKey } from './ids'
import { Ledger } from './ledger'
import type { EventOf, RoomEvent } from './room-event'
import { Tally } from './tally'

export type Seat = SeatPlan & {
  holder: PersonId | null
  /** When the holder's last connection was lost for good (after the grace), or null. */
  absentSince: number | null
}

/** One numbered paragraph of the record: what happened, when, in which round and phase. */
export type Entry = Readonly<{
  /** `41` on the public record; `north12`, `n-north3`, `r7-2`, `h5-1` for private matter. */
  no: string
  seq: number
  at: number
  by: ActorId
  phase: number
  event: RoomEvent
}>

export type Agenda = Readonly<{
  /** The phase that runs or ran last; −1 in the lobby. */
  index: number
  status: 'lobby' | 'running' | 'between' | 'finished'
}>

/** The clock of the phase that runs or ran last. Pauses move `startsAt` and `endsAt`, so elapsed time never counts them. */
export type Clock = Readonly<{
  startsAt: number
  endsAt: number
  pausedAt: number | null
  endedAt: number | null
}>

export type Hand = Readonly<{ seat: SeatId; intent: Intent; answers: number | null; at: number }>

export type Holder = Readonly<{
  seat: SeatId
  intent: Intent
  turn: EventOf<'FloorGranted'>['turn']
  /** Moved by pauses, like the clock's. */
  since: number
  until: number
  /** Whether a statement was put on the record in this turn. */
  spoke: boolean
}>

export type Floor = Readonly<{
  holder: Holder | null
  hands: readonly Hand[]
  /** Milliseconds each seat has held the floor, pauses not counted. */
  spentMs: Tally<SeatId>
  /** Delegations still to open in this phase, in order. */
  toOpen: readonly DelegationId[]
  /** How many times each seat has opened, so that nobody opens twice before everyone has once. */
  opened: Readonly<Record<SeatId, number>>
}>

export type PositionFile = Readonly<{
  /** The newest draft that this viewer may read. */
  draft: { position: Position; seat: SeatId; at: number } | null
  /** The filed words, where this viewer may read them. */
  filed: { position: Position; at: number; revision: number } | null
  /** Known to everyone: that it is filed, and when. */
  sealedAt: number | null
  revealed: boolean
}>

export type Choice = Readonly<{ text: DelegationId; reason: string | null; at: number }>
export type Ballot = Readonly<{ sealedAt: number; vote: Vote | null; reason: string | null }>
export type ClauseState = Readonly<{
  choices: Readonly<Record<DelegationId, Choice>>
  advice: Readonly<Record<SeatId, Vote>>
  ballots: Readonly<Partial<Record<DelegationId, Ballot>>>
}>

export type HelpCall = Readonly<{
  no: string
  seat: SeatId
  text: string
  at: number
  answer: { text: string | null; at: number } | null
}>

export type SealedPost = EventOf<'PostSealed'> & { author: ActorId; at: number }

/** One piece of work, for the meter of an assignment: never a mark by itself. */
export type WorkItem = Readonly<{
  by: PersonId
  what: Requirement['what']
  phase: number
  round: TensionKey | null
  /** The delegation it answers. */
  to: DelegationId | null
  at: number
  anchors: number
}>

/** The slices a chair's last step changed, as they were before it. */
export type Step = Readonly<{
  commandId: string
  label: UndoLabel | null
  /** Something was revealed, unsealed or issued by it: it stays. */
  final: boolean
  at: number
  before: Pick<RoomState, 'agenda' | 'clock' | 'floor' | 'autopilot' | 'endedEarly'>
  inject: string | null
}>
export type UndoLabel =
  | 'granted'
  | 'taken-back'
  | 'paused'
  | 'resumed'
  | 'extended'
  | 'ended'
  | 'started'
  | 'autopilot'
  | 'inject'

export type RoomState = Readonly<{
  plan: RoomPlan
  openedAt: number
  closedAt: number | null
  unsealedAt: number | null
  seats: Readonly<Record<SeatId, Seat>>
  seatingLocked: boolean
  /** Everybody who ever sat here, in the order in which they first did. */
  seated: readonly PersonId[]
  removed: readonly PersonId[]
  /** The seat that each person sat down in last, whether or not they sit there still. */
  lastSeats: Readonly<Record<PersonId, SeatId>>
  /** Where each person has sat, as far as it decides what they hear; empty in a room of the first edition. */
  hearing: Readonly<Record<PersonId, Hearing>>

  agenda: Agenda
  clock: Clock | null
  autopilot: { agenda: boolean; floor: FloorAutopilot }
  floor: Floor
  /** What `undoLastStep` would take back. */
  lastStep: Step | null

  /** The public record: entry n stands at index n − 1 for every reader. */
  record: Ledger<Entry>
  /** Private entries that this reader may hear. */
  privateEntries: Ledger<Entry>
  /** Private entries made so far, by what stands before the count in their numbers; whole only on the server. */
  counts: Readonly<Record<string, number>>
  /** Homework: deadlines as moved by the chair, and phases that the chair ended before theirs, by phase. */
  moved: Readonly<Record<number, number>>
  endedEarly: Readonly<Record<number, number>>
  /** Homework: extensions, by `person/phase`. */
  extensions: Readonly<Record<string, number>>
  /** Homework: posts sealed until their deadline, as far as this reader may hear them. */
  posts: readonly SealedPost[]
  /** What each person has done that an assignment may count. */
  work: Ledger<WorkItem>
  /** Withdrawn entry → the entry that withdrew it. */
  withdrawn: Readonly<Record<number, number>>

  /** By `round/stage/delegation`. */
  positions: Readonly<Record<string, PositionFile>>
  clauses: Readonly<Record<string, ClauseState>>
  issued: { at: number; clauses: readonly IssuedClause[] } | null

  /** The briefs that this reader may read; the chair reads all of them from the beginning. */
  briefs: readonly Brief[]
  /** The row with which they began to be issued to their seats (S15). */
  briefedAt: number | null
  papers: ChairPapers | null
  /** For the chair, and for everyone once the record is unsealed; a room of the first edition has none. */
  chairPlan: ChairPlan | null
  /** Injects sent, by key; a retracted one stays sent and is listed again in `retracted`. */
  sent: Readonly<Record<string, number>>
  retracted: readonly string[]
  bookmarks: Readonly<Record<string, string | null>>
  help: readonly HelpCall[]

  /** Personal stances by `person/when/round`, and reflections by `person/prompt`. */
  stances: Readonly<Record<string, AxisValue>>
  reflections: Readonly<Record<string, { no: string; text: string; at: number }>>
}>

export const positionKey = (round: TensionKey, stage: Stage, delegation: DelegationId): string =>
  `${round}/${stage}/${delegation}`

const EMPTY_FILE: PositionFile = { draft: null, filed: null, sealedAt: null, revealed: false }
export const positionFile = (
  state: RoomState,
  round: TensionKey,
  stage: Stage,
  delegation: DelegationId,
): PositionFile => state.positions[positionKey(round, stage, delegation)] ?? EMPTY_FILE

const stanceKeyEnd = (when: 'before' | 'after', round: TensionKey): string => `/${when}/${round}`
export const stanceKey = (person: PersonId, when: 'before' | 'after', round: TensionKey): string =>
  `${person}${stanceKeyEnd(when, round)}`
/** What everybody who marked it marked, in no order that says who. */
export const stancesAt = (
  { stances }: Pick<RoomState, 'stances'>,
  when: 'before' | 'after',
  round: TensionKey,
): readonly AxisValue[] =>
  Object.entries(stances)
    .flatMap(([key, value]) => (key.endsWith(stanceKeyEnd(when, round)) ? [value] : []))
    .sort((a, b) => a - b)
export const reflectionKey = (person: PersonId, prompt: number): string => `${person}/${prompt}`

const emptyFloor = (): Floor => ({ holder: null, hands: [], spentMs: Tally.empty(), toOpen: [], opened: {} })

export function emptyRoom(plan: RoomPlan, at: number): RoomState {
  return {
    plan,
    openedAt: at,
    closedAt: null,
    unsealedAt: null,
    seats: Object.fromEntries(plan.seats.map((seat) => [seat.id, { ...seat, holder: null, absentSince: null }])),
    seatingLocked: false,
    seated: [],
    removed: [],
    lastSeats: {},
    hearing: {},
    agenda: { index: -1, status: 'lobby' },
    clock: null,
    autopilot: { agenda: true, floor: 'least-heard' },
    floor: emptyFloor(),
    lastStep: null,
    record: Ledger.empty(),
    privateEntries: Ledger.empty(),
    counts: {},
    moved: {},
    endedEarly: {},
    extensions: {},
    posts: [],
    work: Ledger.empty(),
    withdrawn: {},
    positions: {},
    clauses: Object.fromEntries(
      plan.communique.clauses.map((clause) => [
        clause.key,
        {
          choices: Object.fromEntries(delegationIds(plan).map((text) => [text, { text, reason: null, at }])),
          advice: {},
          ballots: {},
        } satisfies ClauseState,
      ]),
    ),
    issued: null,
    briefs: [],
    briefedAt: null,
    papers: null,
    chairPlan: null,
    sent: {},
    retracted: [],
    bookmarks: {},
    help: [],
    stances: {},
    reflections: {},
  }
}

/** The phase that runs or ran last; null in the lobby. */
export const phaseNow = (state: RoomState): PhasePlan | null => state.plan.phases[state.agenda.index] ?? null
export const isRunning = (state: RoomState): boolean => state.agenda.status === 'running'
/** Whether the phase that runs opens this. */
export const opensNow = (state: RoomState, what: PhaseFeature): boolean =>
  isRunning(state) && opens(phaseNow(state), what)

/** By name as it was typed: what every object inherits (`toString`) is no clause. */
export const clauseIn = (state: RoomState, key: string): ClauseState | undefined =>
  Object.hasOwn(state.clauses, key) ? state.clauses[key] : undefined

/** Whether an inject has gone out, a retracted one among them. */
export const isSent = (state: RoomState, key: string): boolean => Object.hasOwn(state.sent, key)

export const seatHeldBy = (state: RoomState, person: PersonId): Seat | null =>
  Object.values(state.seats).find((seat) => seat.holder === person) ?? null

export const seatsIn = (state: RoomState, delegation: DelegationId): readonly Seat[] =>
  Object.values(state.seats)
    .filter((seat) => seat.delegation === delegation)
    .sort((a, b) => a.order - b.order)

/**
 * S7: the head of delegation, or whoever acts for an absent head: the first seat in filling order whose holder is here.
 * Where nobody is, the head's own chair acts (its understudy, if the room has understudies).
 */
export function actingHead(state: RoomState, delegation: DelegationId): Seat | null {
  const seats = seatsIn(state, delegation)
  const here = seats.filter((seat) => seat.holder !== null && seat.absentSince === null)
  return here.find((seat) => seat.head) ?? here[0] ?? seats.find((seat) => seat.head) ?? null
}
