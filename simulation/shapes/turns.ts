// Commands and events of the words of finished turns (given, left to somebody), and of what is tapped of a turn, and their part of the
// state of a room. What speaks of dictation is read in older logs and no longer offered: no page sends `setDictation`, or words that were dictated (T7).
import * as z from 'zod/mini'
import type { RoomPlan } from '../agenda/plan'
import { asBrief } from '../kernel/as-brief'
import {
  type ActorId,
  anchors,
  intent,
  longText,
  type PersonId,
  paragraphId,
  type SeatId,
  seatId,
  writtenText,
} from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { publicEntryNumber, type VariantOf, variant } from '../kernel/variant'

/** By what right somebody gives a turn its words: as its speaker, as the delegate whom the speaker named, or as a scribe. */
const wordsAs = z.enum(['speaker', 'named', 'scribe'])
export type WordsAs = z.infer<typeof wordsAs>

const answers = z.nullable(publicEntryNumber)

/** How a turn speaks to what it answers, or to the paragraph that it is about. */
export const TURN_WAYS = ['for', 'against', 'question'] as const
export type TurnWay = (typeof TURN_WAYS)[number]

/** The three taps, each absent until it is made: which entry the turn answers, about which paragraph it is, and how. Null is nobody, and none. */
const taps = {
  answers: z.optional(answers),
  about: z.optional(z.nullable(paragraphId)),
  way: z.optional(z.enum(TURN_WAYS)),
}

export const commands = [
  variant('giveWords', {
    turn: publicEntryNumber,
    text: writtenText(LIMITS.statement),
    intent,
    answers,
    anchors,
    dictated: z.boolean(),
  }),
  variant('leaveWords', { turn: publicEntryNumber, to: z.nullable(seatId) }),
  variant('tapTurn', { turn: publicEntryNumber, ...taps }),
  variant('setDictation', { on: z.boolean() }),
] as const
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['giveWords'] as const

export const events = [
  variant('WordsGiven', {
    turn: publicEntryNumber,
    seat: seatId,
    as: wordsAs,
    text: longText,
    intent,
    answers,
    anchors,
    dictated: z.boolean(),
    asBrief,
  }),
  variant('WordsLeft', { turn: publicEntryNumber, to: z.nullable(seatId) }),
  /** The newest of all three, whichever was tapped now. */
  variant('TurnTapped', { turn: publicEntryNumber, seat: seatId, as: wordsAs, ...taps }),
  variant('DictationSet', { on: z.boolean() }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'no-such-turn', // no finished turn without a statement has this number
  'not-your-turn', // its words are its speaker's, a scribe's, or the delegate's whom the speaker named
] as const

/** The words that stand at a finished turn's number. */
export type TurnWords = Omit<VariantOf<typeof events, 'WordsGiven'>, 'type' | 'turn'> &
  Readonly<{
    /** The number of the entry that gave them. */
    entry: number
    by: ActorId
    at: number
    /** How often the turn has been given words. */
    times: number
  }>

/** What was tapped of a finished turn, with who tapped last, in which seat and by what right. */
export type TurnTaps = Omit<VariantOf<typeof events, 'TurnTapped'>, 'type' | 'turn'> &
  Readonly<{ by: ActorId; at: number }>

export type TurnsSlice = Readonly<{
  /** By the number of a finished turn: its words, and to whom its speaker left them, with the seat in which they sat then. */
  turnWords: Readonly<Record<number, TurnWords>>
  leftTo: Readonly<Record<number, Readonly<{ seat: SeatId; person: PersonId | null }>>>
  /** By the number of a finished turn: what was tapped of it. */
  turnTaps: Readonly<Record<number, TurnTaps>>
  /** Numbers of turns of which their speaker told that they were spoken, by leaving the words to somebody or to nobody. */
  toldSpoken: readonly number[]
  /** Numbers of turns whose end the chair took back: they went on, and ended once more under another number. */
  continued: readonly number[]
  /** Whether pages offered dictation (T7). */
  dictation: boolean
}>

export const start = (plan: RoomPlan): TurnsSlice => ({
  turnWords: {},
  leftTo: {},
  turnTaps: {},
  toldSpoken: [],
  continued: [],
  dictation: plan.dictation ?? true,
})
