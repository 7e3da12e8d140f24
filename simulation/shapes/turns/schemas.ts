// Commands and events of the words of finished turns: given, and left to somebody; of what is tapped of a turn; and whether words may be dictated.
import * as z from 'zod/mini'
import { asBrief } from '../../kernel/as-brief'
import { anchors, intent, longText, paragraphId, seatId, writtenText } from '../../kernel/ids'
import { LIMITS } from '../../kernel/limits'
import { publicEntryNumber, variant } from '../../kernel/variant'

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

export const turnsCommands = [
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

export const turnsEvents = [
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
export const turnsRefusals = [
  'no-such-turn', // no finished turn without a statement has this number
  'not-your-turn', // its words are its speaker's, a scribe's, or the delegate's whom the speaker named
] as const
