// The plan of a room, which everyone in it may know: its seats, rounds, phases, clauses and settings. The plan is made once from a scenario and stored in the log's first row, so that a record is read without the scenario.
import * as z from 'zod/mini'
import { perStep } from '../kernel/axis'
import type { DelegationId, SeatId, TensionKey } from '../kernel/ids'
import {
  axisValue,
  delegationId,
  instant,
  LEARNING_ITEMS,
  list,
  longText,
  MOST_CHECKS,
  MOST_CHIPS,
  MOST_CLAUSES,
  MOST_DELEGATIONS,
  MOST_PHASES,
  MOST_ROUNDS,
  MOST_SEATS,
  perDelegation,
  seatId,
  shortText,
  stage,
  tensionKey,
} from '../kernel/ids'
import { phaseIndex } from '../kernel/variant'
import { delegationPlan, focusPlan, sourceLetter, sourcePlan } from './parties'
import { PHASE_KINDS } from './phase-kinds'

/** At most a hundred years, so that instants computed from a plan stay valid dates. */
export const seconds = z.number().check(z.nonnegative(), z.lte(3_200_000_000))

export const phaseKind = z.enum(PHASE_KINDS)

/** What an observer does for the room: gives turns their words, checks statements, or keeps the chronicle (rules B1–B4). */
export const OBSERVER_TASKS = ['scribe', 'fact-checker', 'historian'] as const
export const observerTask = z.enum(OBSERVER_TASKS)
export type ObserverTask = z.infer<typeof observerTask>

/** How many answers a question of the evidence of learning offers at most. */
export const MOST_OPTIONS = 5

const seatPlan = z.strictObject({
  id: seatId,
  /** Observers sit without a delegation. */
  delegation: z.nullable(delegationId),
  title: shortText,
  head: z.boolean(),
  /** The order in which the seats of a delegation fill, from 1. */
  order: z.int().check(z.positive()),
  /** Set in a second seat of the same office to the first: it reads that office's brief, and the two give one advice (Q4). */
  mirrors: z.nullable(seatId),
  /** The task that comes with an observer's seat. */
  task: z.optional(observerTask),
})
export type SeatPlan = z.infer<typeof seatPlan>

export const axisPlan = z.strictObject({
  minus: shortText,
  plus: shortText,
  labels: z.strictObject(perStep(shortText)),
})
export type AxisPlan = z.infer<typeof axisPlan>

const roundPlan = z.strictObject({
  key: tensionKey,
  title: shortText,
  question: longText,
  axis: axisPlan,
  /** Further tensions whose questions are put in the second half of the floor; no position is filed on them. */
  folded: list(
    z.strictObject({
      key: tensionKey,
      question: longText,
      /** For the chips that are laid on it, and the readings of its clauses; absent in plans of before these. */
      title: z.optional(shortText),
      axis: z.optional(axisPlan),
    }),
    MOST_ROUNDS,
  ),
  /** The order in which delegations open. */
  order: list(delegationId, MOST_DELEGATIONS),
  /**
   * The offices that open the round where only understudies could, the first of a delegation that is played: those that have an opening
   * to say, in an order drawn by the seed (F8). Absent in a room without understudies, and in plans of before.
   */
  openers: z.optional(list(seatId, MOST_SEATS)),
  /** Where the author of one of the sources stands on the axis, shown beside the positions filed; null where no author takes a side. */
  author: z.nullable(
    z.strictObject({ source: sourceLetter, value: axisValue, reason: longText, anchors: list(shortText, 24) }),
  ),
})
export type RoundPlan = z.infer<typeof roundPlan>

/** Which positions a phase files, or a reveal opens. */
export const filing = z.strictObject({ stage, rounds: list(tensionKey, MOST_ROUNDS) })
export type Filing = z.infer<typeof filing>

/** The longest that a plan may ask for, in words. */
export const MOST_LENGTH = 1500

/** One countable thing a student, or the delegation, has to do before a homework deadline. */
export const requirement = z.strictObject({
  what: z.enum([
    'own-view',
    'knowledge',
    'position-draft',
    'comment',
    'opening',
    'answer',
    'anchor',
    'proposal-or-amendment',
    'vote',
    'reflection',
    'question',
    'case',
    'case-score',
    'annotation',
  ]),
  count: z.int().check(z.gte(1)),
  by: z.enum(['student', 'leader', 'delegation']),
  /** Spread over at least this many tensions. */
  tensions: z.optional(z.int().check(z.gte(1))),
  /** At least one to each of the other delegations. */
  toEachOther: z.optional(z.literal(true)),
  /** How long what is written for it is, by `lengthOf` (H19); absent where the plan does not say. */
  least: z.optional(z.int().check(z.gte(1), z.lte(MOST_LENGTH))),
  most: z.optional(z.int().check(z.gte(1), z.lte(MOST_LENGTH))),
})
export type Requirement = z.infer<typeof requirement>

const phasePlan = z.strictObject({
  kind: phaseKind,
  /** The round it belongs to; null in the start and the close of a seminar, and throughout a homework debate. */
  round: z.nullable(tensionKey),
  seconds: seconds.check(z.positive()),
  note: longText,
  /** When the room turns to the question of the tension that is folded into the round (P16); absent where none is, and in plans of before. */
  foldsAtSeconds: z.optional(seconds),
  /** Length of a turn, in seconds; null where the phase has no floor, or each delegation an equal part of it. */
  turnSeconds: z.nullable(seconds.check(z.positive())),
  /** Planned injects, at seconds of the phase, in the first edition alone. Since then they are in the chair's plan, because the public plan gave them away. */
  injects: z.optional(list(z.strictObject({ key: shortText, atSeconds: seconds }), 24)),
  files: z.nullable(filing),
  reveals: z.nullable(filing),
  /** Homework: when it opens and when it is due; null in a seminar, whose phases follow one another. */
  opensAt: z.nullable(instant),
  dueAt: z.nullable(instant),
  /** Homework: statements are posted on any round without holding the floor. */
  posts: z.boolean(),
  requires: list(requirement, 24),
})
export type PhasePlan = z.infer<typeof phasePlan>

const clausePlan = z.strictObject({
  key: shortText,
  tension: tensionKey,
  heading: shortText,
  /** A short name for the stage; absent in plans of before the fourth edition. */
  name: z.optional(shortText),
  /** The words that all sides begin with; `[…]` marks where each side's own stand. */
  base: longText,
  /** What each delegation's first words say there. */
  brackets: perDelegation(longText),
  anchors: list(shortText, 24),
})
export type ClausePlan = z.infer<typeof clausePlan>

/** How people get seats: each chooses, a lot decides, or the chair places them. */
export const seatingMode = z.enum(['choose', 'lot', 'place'])
export type SeatingMode = z.infer<typeof seatingMode>

/** A question of the evidence of learning; which option is right is not said here. */
const learningQuestion = z.strictObject({ ask: longText, options: list(shortText, MOST_OPTIONS) })

export const roomPlan = z.strictObject({
  /** The edition of the rules by which this room is judged and numbered; absent in a plan of the first edition. */
  edition: z.optional(z.literal([2, 3, 4])),
  kind: z.enum(['seminar', 'homework']),
  /** Absent in a plan of before seating modes, whose room keeps the rules of then (S16). */
  seating: z.optional(seatingMode),
  /** Homework: for how many hours after a deadline work is accepted and marked late (H3); 0 refuses it from the deadline on. */
  lateHours: z.number().check(z.nonnegative()),
  /** Homework: openings stay sealed until their deadline, so that everyone writes before they read. */
  postFirst: z.boolean(),
  /** H14: whether what is left typed when a homework phase ends is handed in as it stands. Absent in plans of before. */
  handInDrafts: z.optional(z.boolean()),
  /** S22: homework: after how many hours without a sign of who acts as head the next member does. Absent in plans of before, where nobody does. */
  actAfterHours: z.optional(z.number().check(z.positive())),
  /**
   * D26: of a room that plays on from a moment of another: that room's name, the newest entry that everybody had heard by then, how many of
   * the rows are the other room's, and a keyed hash of these there.
   */
  forkedFrom: z.optional(
    z.strictObject({
      room: shortText,
      entry: z.nullable(shortText),
      rows: z.int().check(z.positive()),
      fingerprint: z.string().check(z.maxLength(64)),
    }),
  ),
  scenarioKey: shortText,
  title: shortText,
  seminarQuestion: longText,
  agendaKey: shortText,
  delegations: z.array(delegationPlan).check(z.minLength(2), z.maxLength(MOST_DELEGATIONS)),
  focus: focusPlan,
  sources: list(sourcePlan, 26),
  seats: list(seatPlan, MOST_SEATS),
  rounds: list(roundPlan, MOST_ROUNDS),
  phases: list(phasePlan, MOST_PHASES),
  communique: z.strictObject({
    title: shortText,
    preamble: longText,
    clauses: list(clausePlan, MOST_CLAUSES),
    /** How many clauses each delegation may bring in; absent where none. */
    moreClauses: z.optional(z.int().check(z.nonnegative(), z.lte(3))),
    /** How many chips each delegation lays (Q19); absent where none. */
    chips: z.optional(z.int().check(z.positive(), z.lte(MOST_CHIPS))),
    /**
     * The phase in which they are laid, on the tensions that are played; absent in homework and in plans of before, where they are laid in
     * the first that files openings, on folded tensions too.
     */
    chipsAt: z.optional(phaseIndex),
    /** Whether heads mark where they take the words to stand that they sign (Q21); absent where not. */
    readings: z.optional(z.literal(true)),
  }),
  reflectionPrompts: list(longText, 24),
  /** A clause is agreed with at least `votesFor` in favour and at most `votesAgainst` against. */
  ballotRule: z.strictObject({ votesFor: z.int(), votesAgainst: z.int() }),
  /** At the debrief each seat says which of its objectives it reached (D12); absent in plans of before, which do not ask. */
  objectives: z.optional(z.literal(true)),
  /** Before the first positions open each office writes a strategy sheet (W1); absent in homework and in plans of before, which ask for none. */
  strategy: z.optional(z.literal(true)),
  /** Speakers are asked for the three taps (N9), and a turn has one line in the record (T4); absent in homework and in plans of before. */
  taps: z.optional(z.literal(true)),
  /** A turn is told as talk once somebody says that it was spoken (F6); absent in homework and in plans of before, where having the floor is told as talk. */
  heardWhenSaid: z.optional(z.literal(true)),
  /** The questions by which everybody checks their reading before the first phase (W3); absent in homework and in plans of before. */
  readingCheck: z.optional(
    list(z.strictObject({ ask: longText, answer: longText, anchors: list(shortText, 24) }), MOST_CHECKS),
  ),
  /** A seat has its briefs once its holder has answered all of the reading check (W4); absent where the check is no condition. */
  briefAfterCheck: z.optional(z.literal(true)),
  /**
   * Where evidence of learning is asked for (V3): the questions that everybody answers before the talks and after them; which answer is
   * right stands in the chair's papers. Absent where it is not.
   */
  learning: z.optional(list(learningQuestion, LEARNING_ITEMS)),
  /** The second form, as long as the first: who is asked which form when, a lot says (V3). Absent where there is one form, and in plans of before. */
  learningB: z.optional(list(learningQuestion, LEARNING_ITEMS)),
  /** For how many seconds a motion, or a straw poll, waits for answers; absent where there are no motions: in homework, and in plans of before. */
  motions: z.optional(z.strictObject({ seconds: seconds.check(z.positive()) })),
  /** Understudies play the seats that nobody holds. */
  understudies: z.boolean(),
  /** Understudies ask for no floor, and speak when the chair calls them (U4). */
  understudiesWait: z.optional(z.boolean()),
  /** Read in plans of before, and no longer offered: whether pages offered dictation at first (T7). */
  dictation: z.optional(z.boolean()),
  /** Whether the record says of words that they are those of a brief (O12, T8); absent in older plans, whose rows do not. */
  tellsOrigin: z.optional(z.boolean()),
  /** How many times faster than planned the room runs; 1 in class, more for practice. Phases' seconds are already divided by it. */
  speed: z.number().check(z.positive()),
  /** In the first edition alone. Since then it is in the chair's plan, because anybody could work out from it what understudies will do. */
  seed: z.optional(z.int().check(z.nonnegative())),
})
export type RoomPlan = z.infer<typeof roomPlan>

/** Whether a room goes by the rules of the first edition, wherever later ones differ. */
export const isFirstEdition = (plan: RoomPlan): boolean => plan.edition === undefined

/** Whether a room goes by the rules of the third edition or a later one (RULES.md says where they differ). */
export const isThirdEdition = (plan: RoomPlan): boolean => (plan.edition ?? 1) >= 3

/** Whether a room goes by the rules of the fourth edition or a later one: only clean words are voted on. */
export const isFourthEdition = (plan: RoomPlan): boolean => (plan.edition ?? 1) >= 4

export const roundOf = (plan: RoomPlan, key: TensionKey): RoundPlan | undefined =>
  plan.rounds.find((round) => round.key === key)

/** A tension that is folded into a round. */
export const foldedIn = ({ rounds }: Pick<RoomPlan, 'rounds'>, key: TensionKey | null) =>
  rounds.flatMap(({ folded }) => folded).find((each) => each.key === key)

/** What a tension is called that is played or folded into a round; an older plan has only the question of a folded one. */
export function tensionTitle({ rounds }: Pick<RoomPlan, 'rounds'>, key: TensionKey): string {
  const folded = foldedIn({ rounds }, key)
  return rounds.find((round) => round.key === key)?.title ?? folded?.title ?? folded?.question ?? key
}

/** The tensions that are played or folded into a round, in the order of the plan. */
export const debatedTensions = ({ rounds }: Pick<RoomPlan, 'rounds'>): readonly TensionKey[] => [
  ...new Set(rounds.flatMap(({ key, folded }) => [key, ...folded.map((each) => each.key)])),
]

export const seatsOf = (plan: RoomPlan, delegation: DelegationId): readonly SeatPlan[] =>
  plan.seats.filter((seat) => seat.delegation === delegation).sort((a, b) => a.order - b.order)

/** The first seat of a seat's office, by which the office is known. */
export const officeOf = ({ id, mirrors }: Pick<SeatPlan, 'id' | 'mirrors'>): SeatId => mirrors ?? id

export const seatIdsOf = (plan: RoomPlan, ...delegations: readonly DelegationId[]): readonly SeatId[] =>
  plan.seats.filter((seat) => seat.delegation !== null && delegations.includes(seat.delegation)).map((seat) => seat.id)

/** The number by which somebody without a name is called: of the seat within the plan, from 1; 0 for no seat of it. */
export const seatNumberIn = (plan: RoomPlan, seat: SeatId | null): number =>
  plan.seats.findIndex(({ id }) => id === seat) + 1
