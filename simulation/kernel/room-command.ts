// Everything a person, the clock or an understudy may ask of a room, one strict schema a command.
// It must not know whether it will be allowed: that is `decide`.
import * as z from 'zod/mini'
import { brief, chairPapers, chairPlan, roomPlan } from '../agenda/plan'
import {
  anchors,
  axisValue,
  delegationId,
  entryNumber,
  instant,
  intent,
  line,
  list,
  pair,
  personId,
  privateEntry,
  seatId,
  stage,
  tensionKey,
  words,
} from './ids'
import { floorAutopilot, vote } from './room-event'

const command = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape })

const entry = z.int().check(z.positive())

/** A position as typed: text and red line may still be empty in a draft; filing asks for the text. */
const positionWords = {
  value: axisValue,
  text: z.string().check(z.trim(), z.maxLength(1200)),
  redLine: z.string().check(z.trim(), z.maxLength(300)),
  anchors,
  guesses: z.partialRecord(delegationId, axisValue),
}

/** Commands that only the server itself submits: opening a room, and what the clock and presence bring about. */
export const serverCommand = z.discriminatedUnion('type', [
  command('openRoom', {
    plan: roomPlan,
    briefs: list(brief, 80),
    papers: chairPapers,
    /** Absent where a room of the first edition is told again. */
    chairPlan: z.optional(chairPlan),
  }),
  command('endTurn', { seat: seatId, until: instant }),
  command('markAbsent', { seat: seatId }),
  command('markReturned', { seat: seatId }),
])

/** Commands that arrive over the socket (the clock submits some of them too). */
export const clientCommand = z.discriminatedUnion('type', [
  // Seats
  command('takeSeat', { seat: z.nullable(seatId) }), // null: by lot
  command('leaveSeat', {}),
  command('placePerson', { person: personId, seat: z.nullable(seatId) }), // the chair seats, moves, swaps or unseats
  command('removePerson', { person: personId }),
  command('readmitPerson', { person: personId }),
  command('lockSeating', { locked: z.boolean() }),

  // Agenda and clock
  command('startPhase', { index: z.int().check(z.nonnegative()) }),
  command('endPhase', { index: z.int().check(z.nonnegative()) }),
  command('pauseClock', {}),
  command('resumeClock', {}),
  command('extendClock', { minutes: z.union([z.literal(1), z.literal(2), z.literal(5)]) }),
  command('setAutopilot', { agenda: z.boolean(), floor: floorAutopilot }),
  command('undoLastStep', {}),
  command('moveDeadline', { phase: z.int().check(z.nonnegative()), dueAt: instant }),
  command('grantExtension', { person: personId, phase: z.int().check(z.nonnegative()), dueAt: instant }),
  command('unsealRecord', {}),
  command('closeRoom', {}),

  // Floor
  command('askForFloor', { intent, answers: z.nullable(entry) }),
  command('lowerHand', {}),
  command('grantFloor', { seat: seatId }),
  command('takeBackFloor', {}),
  command('yieldFloor', { to: z.nullable(seatId) }),

  // Words
  command('makeStatement', { text: words(2000), intent, answers: z.nullable(entry), anchors }),
  command('postStatement', {
    phase: z.int().check(z.nonnegative()),
    round: tensionKey,
    text: words(2000),
    intent,
    answers: z.nullable(entry),
    anchors,
  }),
  command('withdrawStatement', { entry, reason: z.nullable(words(300)) }),
  command('speakInCaucus', { text: words(1000) }),
  command('speakInBilateral', { between: pair, text: words(1000) }),

  // Positions
  command('draftPosition', { round: tensionKey, stage, ...positionWords }),
  command('filePosition', { round: tensionKey, stage, ...positionWords }),

  // Communiqué
  command('chooseText', { clause: line, text: delegationId }),
  command('keepBracket', { clause: line, reason: words(300) }),
  command('adviseBallot', { clause: line, vote }),
  command('castBallot', { clause: line, vote, reason: z.nullable(words(300)) }),

  // The chair's hand, and calls to it
  command('sendInject', { key: z.string().check(z.maxLength(60)) }),
  command('writeInject', { headline: words(140), text: words(1200) }),
  command('nudge', { to: z.union([z.literal('room'), delegationId, seatId]), text: words(600) }),
  command('bookmarkEntry', { entry: entryNumber, note: z.nullable(words(300)) }),
  command('liftBookmark', { entry: entryNumber }),
  command('callForHelp', { text: words(300) }),
  command('answerHelp', { no: privateEntry, text: z.nullable(words(600)) }),

  // Out of role
  command('markStance', { round: tensionKey, value: axisValue }),
  command('writeReflection', { prompt: z.int().check(z.nonnegative()), text: words(2000) }),
])
export type ClientCommand = z.infer<typeof clientCommand>

export const roomCommand = z.discriminatedUnion('type', [clientCommand, serverCommand])
export type RoomCommand = z.infer<typeof roomCommand>
export type CommandOf<T extends RoomCommand['type']> = Extract<RoomCommand, { type: T }>
