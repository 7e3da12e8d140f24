// Everything that can have happened in a room, one strict schema an event; the types are inferred from them.
// A shape never changes once a class has used it: add a type beside the old one. It must not know who hears what.
import * as z from 'zod/mini'
import { brief, chairPapers, chairPlan, roomPlan } from '../agenda/plan'
import {
  actorId,
  anchors,
  axisValue,
  delegationId,
  instant,
  intent,
  line,
  list,
  pair,
  passage,
  personId,
  privateEntry,
  seatId,
  stage,
  tensionKey,
} from './ids'

const event = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape })

const milliseconds = z.int().check(z.nonnegative())
/** The number of an entry of the public record, from 1. */
const entry = z.int().check(z.positive())

export const position = z.strictObject({
  value: axisValue,
  text: passage,
  redLine: passage,
  anchors,
  /** What the delegation believes the other two will file. */
  guesses: z.partialRecord(delegationId, axisValue),
})
export type Position = z.infer<typeof position>

export const FLOOR_ENDS = ['yielded', 'taken-back', 'time', 'phase'] as const
export const VOTES = ['for', 'abstain', 'against'] as const
export const vote = z.enum(VOTES)
export type Vote = z.infer<typeof vote>

export const floorAutopilot = z.enum(['off', 'in-order', 'least-heard'])
export type FloorAutopilot = z.infer<typeof floorAutopilot>

export const issuedClause = z.strictObject({
  clause: line,
  heading: line,
  /** The agreed words, or the base with its bracket open. */
  text: passage.check(z.maxLength(9000)),
  standing: list(z.strictObject({ delegations: list(delegationId, 3), text: passage, reason: z.nullable(passage) }), 3),
  outcome: z.enum(['passed', 'not-passed']),
  votes: z.partialRecord(delegationId, z.strictObject({ vote, reason: z.nullable(passage) })),
})
export type IssuedClause = z.infer<typeof issuedClause>

/** A homework statement: written without the floor, on any round, for a phase that may have ended. */
const post = {
  seat: seatId,
  phase: z.int().check(z.nonnegative()),
  round: tensionKey,
  text: passage,
  intent,
  answers: z.nullable(entry),
  anchors,
  late: z.boolean(),
}

export const roomEvent = z.discriminatedUnion('type', [
  // The room and its papers
  event('RoomOpened', { plan: roomPlan }),
  event('BriefsPrepared', { briefs: list(brief, 80) }),
  event('BriefIssued', { brief }),
  event('ChairPapersIssued', { papers: chairPapers }),
  event('ChairPlanIssued', { plan: chairPlan }),
  event('RecordUnsealed', {}),
  event('RoomClosed', {}),

  // Seats and the people in them
  event('SeatTaken', { seat: seatId, person: personId }),
  event('SeatLeft', { seat: seatId, person: personId }),
  event('PersonRemoved', { person: personId }),
  event('PersonReadmitted', { person: personId }),
  event('SeatAbsent', { seat: seatId }),
  event('SeatReturned', { seat: seatId }),
  event('SeatingLocked', { locked: z.boolean() }),

  // Phases and the clock
  event('PhaseStarted', { index: z.int().check(z.nonnegative()), startsAt: instant, endsAt: instant }),
  event('PhaseEnded', { index: z.int().check(z.nonnegative()), endedAt: instant, cause: z.enum(['planned', 'chair']) }),
  event('ClockPaused', {}),
  event('ClockResumed', { pausedMs: milliseconds }),
  event('ClockExtended', { seconds: z.int().check(z.positive()) }),
  event('AutopilotSet', { agenda: z.boolean(), floor: floorAutopilot }),
  event('StepUndone', { undid: line }),
  event('DeadlineMoved', { phase: z.int().check(z.nonnegative()), dueAt: instant }),
  event('ExtensionGranted', { person: personId, phase: z.int().check(z.nonnegative()), dueAt: instant }),

  // The floor
  event('HandRaised', { seat: seatId, intent, answers: z.nullable(entry) }),
  event('HandLowered', { seat: seatId }),
  event('FloorGranted', { seat: seatId, intent, until: instant, turn: z.enum(['opening', 'floor', 'yielded']) }),
  event('FloorEnded', { seat: seatId, spokenMs: milliseconds, cause: z.enum(FLOOR_ENDS) }),

  // What is said
  event('StatementMade', {
    seat: seatId,
    text: passage,
    intent,
    answers: z.nullable(entry),
    anchors,
    spokenMs: milliseconds,
  }),
  event('PostSealed', { no: privateEntry, ...post }),
  event('StatementPosted', { ...post, author: actorId, postedAt: instant, unseals: z.nullable(privateEntry) }),
  event('StatementWithdrawn', { seat: seatId, entry, reason: z.nullable(passage) }),
  event('CaucusSpoken', { no: privateEntry, seat: seatId, delegation: delegationId, text: passage }),
  event('BilateralSpoken', { no: privateEntry, seat: seatId, between: pair, text: passage }),

  // Positions
  event('PositionDrafted', { round: tensionKey, stage, delegation: delegationId, seat: seatId, position }),
  event('PositionFiled', {
    round: tensionKey,
    stage,
    delegation: delegationId,
    position,
    revision: z.int().check(z.positive()),
    cause: z.enum(['head', 'caucus-ended']),
  }),
  event('PositionSealed', {
    round: tensionKey,
    stage,
    delegation: delegationId,
    revision: z.int().check(z.positive()),
  }),
  event('PositionsRevealed', {
    round: tensionKey,
    stage,
    positions: z.partialRecord(delegationId, z.strictObject({ position, filedAt: instant, revision: z.int() })),
  }),

  // The communiqué
  event('TextChosen', { clause: line, delegation: delegationId, text: delegationId, agreed: z.boolean() }),
  event('BracketKept', { clause: line, delegation: delegationId, reason: passage }),
  event('BallotAdvised', { clause: line, seat: seatId, vote }),
  event('BallotCast', { clause: line, delegation: delegationId, vote, reason: z.nullable(passage) }),
  event('BallotSealed', { clause: line, delegation: delegationId }),
  event('CommuniqueIssued', { clauses: list(issuedClause, 24) }),

  // The chair's hand, and calls to it
  event('InjectSent', {
    key: line,
    form: line,
    headline: passage,
    text: passage,
    anchors: list(line, 24),
  }),
  event('InjectRetracted', { key: line }),
  event('NudgeSent', {
    no: z.nullable(privateEntry),
    to: z.union([z.literal('room'), delegationId, seatId]),
    text: passage,
  }),
  event('EntryBookmarked', { entry: line, note: z.nullable(passage) }),
  event('BookmarkLifted', { entry: line }),
  event('HelpCalled', { no: privateEntry, seat: seatId, text: passage }),
  event('HelpAnswered', { no: privateEntry, text: z.nullable(passage) }),

  // Out of role
  event('StanceMarked', { person: personId, when: z.enum(['before', 'after']), round: tensionKey, value: axisValue }),
  event('ReflectionWritten', {
    no: privateEntry,
    person: personId,
    prompt: z.int().check(z.nonnegative()),
    text: passage,
  }),
])
export type RoomEvent = z.infer<typeof roomEvent>
export type EventOf<T extends RoomEvent['type']> = Extract<RoomEvent, { type: T }>
