// The state of a room after some rows of its log: its types, and the questions that many topics ask of it.
// The server's state, folded from all rows, and a student's, folded from the rows they may hear, have the same types: in the student's
// what they may not hear is absent.

import type { PhaseFeature } from '../agenda/phase-kinds'
import { opens } from '../agenda/phase-kinds'
import type {
  Brief,
  ChairPapers,
  ChairPlan,
  ObserverTask,
  PhasePlan,
  Requirement,
  RoomPlan,
  SeatPlan,
} from '../agenda/plan'
import type { ActorId, AxisValue, DelegationId, PersonId, SeatId, Stage, TensionKey } from '../kernel/ids'
import type { Ledger } from '../kernel/ledger'
import type { Hearing } from '../kernel/viewer'
import type { IssuedClause, Vote } from '../shapes/ballots/schemas'
import type { StageScene } from '../shapes/injects/schemas'
import type { Finding } from '../shapes/observers/schemas'
import type { FloorAutopilot } from '../shapes/phases/schemas'
import type { HowFiled, Position } from '../shapes/positions/schemas'
import type { Audience, Recorded } from '../shapes/record'
import type { EventOf, RoomEvent } from '../shapes/room-event'
import type { ReportReason, StrikeReason } from '../shapes/strikes/schemas'
import type { Floor } from './floor-state'

export type Seat = SeatPlan & {
  holder: PersonId | null
  /** When the holder was marked absent: their last connection closed and none came back within the grace period. Null while present. */
  absentSince: number | null
}

/** A move by the chair: from the seat that a person held last to another, or to none. */
export type Reseating = Readonly<{ from: SeatId; to: SeatId | null; at: number }>

/** One numbered item of the record. The transcript prints it as a paragraph. */
export type Entry = Readonly<{
  /** `41` on the public record; `north12`, `n-north3`, `r7-2`, `h5-1` for a private entry (private-numbers.ts). */
  no: string
  seq: number
  at: number
  by: ActorId
  phase: number
  audience: Audience
  event: RoomEvent
}>

/** The newest row that holds the words of a place that no entry's number names (shapes/places.ts). */
export type PlacedWords = Readonly<Pick<Recorded, 'seq' | 'by' | 'audience' | 'event'>>

/** Words that the chair took off, and has not put back. */
export type Strike = Readonly<{
  /** The row that took them off. */
  seq: number
  at: number
  actor: ActorId
  reason: StrikeReason
  count: number
  /** Whose words they were. */
  of: ActorId
}>

/** A line that a person reported to the chair. */
export type LineReport = Readonly<{
  entry: string
  person: PersonId
  reason: ReportReason
  text: string | null
  at: number
  answer: Readonly<{ how: 'struck' | 'left'; at: number }> | null
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

export type PositionFile = Readonly<{
  /** The newest draft of the delegation, where this reader may hear it. */
  draft: { position: Position; seat: SeatId; at: number } | null
  /** The filed position, where this reader may hear it, and who filed it; `by` is null once it is revealed to everybody. */
  filed: { position: Position; at: number; revision: number; by: ActorId | null } | null
  /** When it was filed, which everyone hears; null while it is not. */
  sealedAt: number | null
  /** How it came to stand (O8), which everyone hears; null while it does not, and in records of before the third edition. */
  how: HowFiled | null
  revealed: boolean
}>

export type Choice = Readonly<{ text: DelegationId; reason: string | null; at: number }>
export type Ballot = Readonly<{ sealedAt: number; vote: Vote | null; reason: string | null }>
export type ClauseState = Readonly<{
  choices: Readonly<Record<DelegationId, Choice>>
  advice: Readonly<Record<SeatId, Vote>>
  ballots: Readonly<Partial<Record<DelegationId, Ballot>>>
}>

/** The words that stand at a finished turn's number. */
export type TurnWords = Omit<EventOf<'WordsGiven'>, 'type' | 'turn'> &
  Readonly<{
    /** The number of the entry that gave them. */
    entry: number
    by: ActorId
    at: number
    /** How often the turn has been given words. */
    times: number
  }>

/** A fact-checker's finding on an entry, and the number of the entry that tells it. */
export type Check = Readonly<{ no: number; finding: Finding }>

export type HelpCall = Readonly<{
  no: string
  seat: SeatId
  text: string
  at: number
  answer: { text: string | null; at: number } | null
}>

type SealedPost = EventOf<'PostSealed'> & { author: ActorId; at: number }

/** One thing a person did that a homework phase may ask for (H7). It is counted, never marked. */
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

/** The chair's last step that `undoLastStep` could take back, with the parts of the state as they were before it (P12). */
export type Step = Readonly<{
  commandId: string
  label: UndoLabel | null
  /** It revealed, unsealed or issued something, so it cannot be undone. */
  final: boolean
  at: number
  before: Pick<RoomState, 'agenda' | 'clock' | 'floor' | 'autopilot' | 'endedEarly'>
  inject: string | null
}>
export const UNDO_LABELS = [
  ...(['granted', 'taken-back', 'paused', 'resumed', 'extended'] as const),
  ...(['ended', 'started', 'autopilot', 'inject'] as const),
] as const
export type UndoLabel = (typeof UNDO_LABELS)[number]

export type RoomState = Readonly<{
  plan: RoomPlan
  openedAt: number
  closedAt: number | null
  unsealedAt: number | null
  seats: Readonly<Record<SeatId, Seat>>
  seatingLocked: boolean
  /** Free seats that the chair keeps for people of the roster (S18). */
  keptSeats: readonly SeatId[]
  /** Every person who ever held a seat here, in the order in which they first did; reflections are numbered by it. */
  seated: readonly PersonId[]
  /** When each of them first did. */
  seatedAt: Readonly<Record<PersonId, number>>
  /** The seat in which somebody found themselves expected as they came in (S19). */
  expected: Readonly<Record<PersonId, SeatId>>
  removed: readonly PersonId[]
  /** The seat that each person took last, whether or not they still hold it. */
  lastSeats: Readonly<Record<PersonId, SeatId>>
  /** The newest move of a person by the chair, while they sit where it put them (S20). */
  reseated: Readonly<Record<PersonId, Reseating>>
  /** What each person hears of what is said to seats (R4, R12–R14); empty in a room of the first edition, where the seat alone decides. */
  hearing: Readonly<Record<PersonId, Hearing>>

  agenda: Agenda
  clock: Clock | null
  /** `understudiesWait`: they ask for no floor and get it from the chair alone. */
  autopilot: Readonly<{ agenda: boolean; floor: FloorAutopilot; understudiesWait: boolean }>
  floor: Floor
  /** The step that `undoLastStep` would take back; null when there is none. */
  lastStep: Step | null

  /** The public record: entry n stands at index n − 1 for every reader. */
  record: Ledger<Entry>
  /** Private entries that this reader may hear. */
  privateEntries: Ledger<Entry>
  /** How many private entries each audience has, by the prefix of their numbers (`north` in `north12`). Complete only on the server. */
  counts: Readonly<Record<string, number>>
  /** Homework, by phase: deadlines as the chair moved them, and when the chair ended a phase before its deadline. */
  moved: Readonly<Record<number, number>>
  endedEarly: Readonly<Record<number, number>>
  /** Homework: extensions, by `person/phase`. */
  extensions: Readonly<Record<string, number>>
  /** Homework: posts that are still sealed, as far as this reader may hear them (H6). */
  posts: readonly SealedPost[]
  /** What each person has done that a homework phase may ask for. */
  work: Ledger<WorkItem>
  /** Number of a withdrawn entry → number of the entry that withdrew it. */
  withdrawn: Readonly<Record<number, number>>
  /** By the number of a finished turn: its words, and to whom its speaker left them, with the seat in which they sat then. */
  turnWords: Readonly<Record<number, TurnWords>>
  leftTo: Readonly<Record<number, Readonly<{ seat: SeatId; person: PersonId | null }>>>
  /** Numbers of turns whose end the chair took back: they went on, and ended once more under another number. */
  continued: readonly number[]
  /** The task of each observer's seat. */
  tasks: Readonly<Record<SeatId, ObserverTask | null>>
  /** By the number of a statement or turn: the checks of it, in the order made (B2). */
  checks: Readonly<Record<number, readonly Check[]>>
  /** Whether pages offer dictation (T7). */
  dictation: boolean

  /** By `round/stage/delegation`. */
  positions: Readonly<Record<string, PositionFile>>
  clauses: Readonly<Record<string, ClauseState>>
  issued: { at: number; clauses: readonly IssuedClause[] } | null

  /** The briefs that this reader may hear; the chair hears all of them when the room opens. */
  briefs: readonly Brief[]
  /** `seq` of the row with which the briefs were first issued to their seats; null before (S15). */
  briefedAt: number | null
  papers: ChairPapers | null
  /** The chair's alone until the record is unsealed, then everyone's (I5); null in a room of the first edition. */
  chairPlan: ChairPlan | null
  /** When each inject was sent, by key. A retracted one stays here, so that it is not sent twice, and is in `retracted` too. */
  sent: Readonly<Record<string, number>>
  retracted: readonly string[]
  bookmarks: Readonly<Record<string, string | null>>
  /** What the chair has the stage show in this phase (I7). */
  stageScene: StageScene
  /** By a note's number: who has read it, as far as this reader may know: the chair of everybody, a person of themselves. */
  notesRead: Readonly<Record<string, readonly PersonId[]>>
  help: readonly HelpCall[]

  /** Personal stances by `person/when/round`, and reflections by `person/prompt`. */
  stances: Readonly<Record<string, AxisValue>>
  reflections: Readonly<Record<string, { no: string; text: string; at: number }>>

  placed: Readonly<Record<string, PlacedWords>>
  /** What the chair has taken off, by what names it (`wordsPlace`), the oldest first. */
  strikes: Readonly<Record<string, readonly Strike[]>>
  /** The reports that this reader may know of: the chair of all, a person of their own. */
  reports: readonly LineReport[]
}>

export const positionKey = (round: TensionKey, stage: Stage, delegation: DelegationId): string =>
  `${round}/${stage}/${delegation}`

const EMPTY_FILE: PositionFile = { draft: null, filed: null, sealedAt: null, how: null, revealed: false }
export const positionFile = (
  state: RoomState,
  round: TensionKey,
  stage: Stage,
  delegation: DelegationId,
): PositionFile => state.positions[positionKey(round, stage, delegation)] ?? EMPTY_FILE

const stanceKeyEnd = (when: 'before' | 'after', round: TensionKey): string => `/${when}/${round}`
export const stanceKey = (person: PersonId, when: 'before' | 'after', round: TensionKey): string =>
  `${person}${stanceKeyEnd(when, round)}`
/** All stances marked on this round, sorted by value, so that their order does not tell who marked which (D7). */
export const stancesAt = (
  { stances }: Pick<RoomState, 'stances'>,
  when: 'before' | 'after',
  round: TensionKey,
): readonly AxisValue[] =>
  Object.entries(stances)
    .flatMap(([key, value]) => (key.endsWith(stanceKeyEnd(when, round)) ? [value] : []))
    .sort((a, b) => a - b)
export const reflectionKey = (person: PersonId, prompt: number): string => `${person}/${prompt}`

/** The phase that runs or ran last; null in the lobby. Ask `isRunning` whether it still runs. */
export const phaseNow = (state: RoomState): PhasePlan | null => state.plan.phases[state.agenda.index] ?? null
export const isRunning = (state: RoomState): boolean => state.agenda.status === 'running'
/** Whether a phase runs and has this feature. */
export const opensNow = (state: RoomState, what: PhaseFeature): boolean =>
  isRunning(state) && opens(phaseNow(state), what)

/** A clause by a key from a command. `hasOwn`, because `clauses.toString` exists on every object and is no clause. */
export const clauseIn = (state: RoomState, key: string): ClauseState | undefined =>
  Object.hasOwn(state.clauses, key) ? state.clauses[key] : undefined

/** Whether an inject was sent, even if it was retracted since. */
export const isSent = (state: RoomState, key: string): boolean => Object.hasOwn(state.sent, key)

export const seatHeldBy = (state: Pick<RoomState, 'seats'>, person: PersonId): Seat | null =>
  Object.values(state.seats).find((seat) => seat.holder === person) ?? null

export const seatsIn = (state: RoomState, delegation: DelegationId): readonly Seat[] =>
  Object.values(state.seats)
    .filter((seat) => seat.delegation === delegation)
    .sort((a, b) => a.order - b.order)

/**
 * S7: the head's seat, or while its holder is absent or missing the first seat in filling order whose holder is present. With nobody
 * present it is the head's seat again, for which an understudy acts where the room has understudies.
 */
export function actingHead(state: RoomState, delegation: DelegationId): Seat | null {
  const seats = seatsIn(state, delegation)
  const here = seats.filter((seat) => seat.holder !== null && seat.absentSince === null)
  return here.find((seat) => seat.head) ?? here[0] ?? seats.find((seat) => seat.head) ?? null
}
