// What a room plays, as everyone at the table may know it: its seats, rounds, phases, clauses and settings.
// It is drawn up once from a scenario and rides in the log, so that a record can be read without the scenario.
import * as z from 'zod/mini'
import type { DelegationId, SeatId, TensionKey } from '../kernel/ids'
import {
  axisValue,
  delegationId,
  instant,
  list,
  longText,
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
import { delegationPlan, focusPlan, sourceLetter, sourcePlan } from './parties'
import { PHASE_KINDS } from './phase-kinds'

/** A hundred years: no phase of any class is longer. */
const seconds = z.number().check(z.nonnegative(), z.lte(3_200_000_000))

export const phaseKind = z.enum(PHASE_KINDS)

export const seatPlan = z.strictObject({
  id: seatId,
  /** Observers sit without a delegation. */
  delegation: z.nullable(delegationId),
  title: shortText,
  head: z.boolean(),
  /** The order in which the seats of a delegation fill, from 1. */
  order: z.int().check(z.positive()),
  /** A second chair of the same office: it hears and says what the office does, and shares its advice. */
  mirrors: z.nullable(seatId),
})
export type SeatPlan = z.infer<typeof seatPlan>

export const axisPlan = z.strictObject({
  minus: shortText,
  plus: shortText,
  labels: z.strictObject({
    '-3': shortText,
    '-2': shortText,
    '-1': shortText,
    '0': shortText,
    '1': shortText,
    '2': shortText,
    '3': shortText,
  }),
})
export type AxisPlan = z.infer<typeof axisPlan>

export const roundPlan = z.strictObject({
  key: tensionKey,
  title: shortText,
  question: longText,
  axis: axisPlan,
  /** Tensions put in the second half of the floor; one position is filed, on the main axis. */
  folded: list(z.strictObject({ key: tensionKey, question: longText }), MOST_ROUNDS),
  /** The order in which delegations open. */
  order: list(delegationId, MOST_DELEGATIONS),
  /** Where the author of one of the sources stands, shown beside what was filed; null where none takes a side. */
  author: z.nullable(
    z.strictObject({ source: sourceLetter, value: axisValue, reason: longText, anchors: list(shortText, 24) }),
  ),
})
export type RoundPlan = z.infer<typeof roundPlan>

/** Which positions a caucus files, or a reveal opens. */
export const filing = z.strictObject({ stage, rounds: list(tensionKey, MOST_ROUNDS) })
export type Filing = z.infer<typeof filing>

/** One countable thing a student, or the delegation, has to do before a homework deadline. */
export const requirement = z.strictObject({
  what: z.enum([
    'own-view',
    'position-draft',
    'comment',
    'opening',
    'answer',
    'anchor',
    'proposal-or-amendment',
    'vote',
    'reflection',
  ]),
  count: z.int().check(z.gte(1)),
  by: z.enum(['student', 'leader', 'delegation']),
  /** Spread over at least this many tensions. */
  tensions: z.optional(z.int().check(z.gte(1))),
  /** At least one to each of the other delegations. */
  toEachOther: z.optional(z.literal(true)),
})
export type Requirement = z.infer<typeof requirement>

export const phasePlan = z.strictObject({
  kind: phaseKind,
  /** The round it belongs to; null for the start and the close. */
  round: z.nullable(tensionKey),
  seconds: seconds.check(z.positive()),
  note: longText,
  /** One turn of the floor, in seconds, where the phase has a floor. */
  turnSeconds: z.nullable(seconds.check(z.positive())),
  /** Planned injects, each at its second of the phase: of the first edition alone. They foretell, so they stand in the chair's plan. */
  injects: z.optional(list(z.strictObject({ key: shortText, atSeconds: seconds }), 24)),
  files: z.nullable(filing),
  reveals: z.nullable(filing),
  /** Homework: when it opens and when it is due. A seminar's phases follow one another and last their seconds. */
  opensAt: z.nullable(instant),
  dueAt: z.nullable(instant),
  /** Homework: statements are posted on any round without holding the floor. */
  posts: z.boolean(),
  requires: list(requirement, 24),
})
export type PhasePlan = z.infer<typeof phasePlan>

export const clausePlan = z.strictObject({
  key: shortText,
  tension: tensionKey,
  heading: shortText,
  /** Offered as agreed language; `[…]` marks where the bracket stands. */
  base: longText,
  /** What each delegation would put there. */
  brackets: perDelegation(longText),
  anchors: list(shortText, 24),
})
export type ClausePlan = z.infer<typeof clausePlan>

/** How people come to their seats: each chooses, a lot decides, or the chair places them. */
export const seatingMode = z.enum(['choose', 'lot', 'place'])
export type SeatingMode = z.infer<typeof seatingMode>

export const roomPlan = z.strictObject({
  /** Which edition of the rules numbers and tells this room: absent in a plan of the first, whose records are read as they were told. */
  edition: z.optional(z.literal(2)),
  kind: z.enum(['seminar', 'homework']),
  /** A plan without it was written by the first edition, and its room keeps the rules of then (S16). */
  seating: z.optional(seatingMode),
  /** Homework: for how many hours after a deadline work is still taken, and marked late; 0 closes at the deadline. */
  lateHours: z.number().check(z.nonnegative()),
  /** Homework: openings stay sealed until their deadline, so that everyone writes before they read. */
  postFirst: z.boolean(),
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
  communique: z.strictObject({ title: shortText, preamble: longText, clauses: list(clausePlan, 24) }),
  reflectionPrompts: list(longText, 24),
  /** A clause passes with at least `votesFor` in favour and at most `votesAgainst` against. */
  ballotRule: z.strictObject({ votesFor: z.int(), votesAgainst: z.int() }),
  /** Understudies play the seats that nobody holds. */
  understudies: z.boolean(),
  /** How many times faster than planned the room runs; 1 in class, 30 for a practice table. */
  speed: z.number().check(z.positive()),
  /** Of the first edition alone: with the seed anybody could work out what understudies will do, so it stands in the chair's plan. */
  seed: z.optional(z.int().check(z.nonnegative())),
})
export type RoomPlan = z.infer<typeof roomPlan>

/** What a section of a brief is about; its heading is in the messages. */
export const BRIEF_SECTIONS = [
  'charge',
  'brief',
  'objectives',
  'first-in-caucus',
  'never-in-public',
  'interests',
  'red-lines',
  'room-to-move',
  'public-at-home',
  'strongest-case',
  'weak-spots',
  'tone',
] as const

/** Confidential instructions, to a delegation or to one seat of it. */
export const brief = z.strictObject({
  to: z.union([delegationId, seatId]),
  title: shortText,
  /** Sections in reading order; each line keeps its anchors. */
  sections: list(
    z.strictObject({
      heading: z.enum(BRIEF_SECTIONS),
      lines: list(z.strictObject({ text: longText, anchors: list(shortText, 24) }), 60),
    }),
    24,
  ),
  /** Where the delegation would stand on each axis, and how far it can move without leaving its role. */
  bands: list(
    z.strictObject({ round: tensionKey, value: axisValue, low: axisValue, high: axisValue, reading: longText }),
    MOST_ROUNDS,
  ),
})
export type Brief = z.infer<typeof brief>

/** What only the instructor holds: injects not yet sent, and questions to put. */
export const chairPapers = z.strictObject({
  injects: list(
    z.strictObject({
      key: shortText,
      form: shortText,
      headline: shortText,
      text: longText,
      anchors: list(shortText, 24),
      tensions: list(tensionKey, MOST_ROUNDS),
      when: longText,
      followUp: longText,
    }),
    60,
  ),
  questions: list(z.strictObject({ round: tensionKey, ask: list(longText, 24) }), MOST_ROUNDS),
})
export type ChairPapers = z.infer<typeof chairPapers>

/** What is decided ahead: told to the instructor alone when the room opens, and to everyone when its record is unsealed. */
export const chairPlan = z.strictObject({
  /** Seeds every lot drawn for this room, so that a draw can be checked afterwards. */
  seed: z.int().check(z.nonnegative()),
  /** Planned injects, each at its second of a phase. */
  news: list(z.strictObject({ phase: z.int().check(z.nonnegative()), key: shortText, atSeconds: seconds }), 60),
})
export type ChairPlan = z.infer<typeof chairPlan>

/** A record of the first edition goes on by its own rules, wherever later ones tell a thing otherwise. */
export const isFirstEdition = (plan: RoomPlan): boolean => plan.edition === undefined

export const roundOf = (plan: RoomPlan, key: TensionKey): RoundPlan | undefined =>
  plan.rounds.find((round) => round.key === key)

export const seatsOf = (plan: RoomPlan, delegation: DelegationId): readonly SeatPlan[] =>
  plan.seats.filter((seat) => seat.delegation === delegation).sort((a, b) => a.order - b.order)

export const seatIdsOf = (plan: RoomPlan, ...delegations: readonly DelegationId[]): readonly SeatId[] =>
  plan.seats.filter((seat) => seat.delegation !== null && delegations.includes(seat.delegation)).map((seat) => seat.id)
