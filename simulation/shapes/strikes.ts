// Commands and events of words taken off: struck by the chair, put back, reported, and read by staff, and their part of the state of a room:
// words taken off, and lines reported.
import * as z from 'zod/mini'
import { type ActorId, entryNumber, list, longText, type PersonId, personId, writtenText } from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { variant } from '../kernel/variant'

/**
 * What words are named by: the number of an entry; or, for what has none of its own or stands in several rows, a place (places.ts):
 * `position/<round>/<stage>/<delegation>`, `bracket/<clause>/<delegation>` (why a side stands where it does), `ballot/<clause>/<delegation>`
 * (why a ballot was cast so), `version/<clause>/<version>`, `draft/<clause>/<seat>`, `heading/<clause>`,
 * `home/<office>` (why a member ratifies or refuses) or `decided/<delegation>`.
 */
export const wordsPlace = z.union([
  entryNumber,
  z
    .string()
    .check(
      z.maxLength(400),
      z.regex(
        /^(?:(?:position|bracket|ballot)\/.+\/[a-z]{2,11}|version\/.+\/[a-z]{2,11}-\d{1,3}|draft\/.+\/[a-z]{2,11}\.[a-z0-9.]+|heading\/[a-z]{2,11}\.\d{1,2}|home\/[a-z]{2,11}\.[a-z0-9]{1,24}|decided\/[a-z]{2,11})$/,
      ),
    ),
])

/** A part of one of an entry's texts, counted in the units of gaps.ts, in the text as everybody reads it before the strike. */
const span = z.strictObject({
  part: z.int().check(z.nonnegative()),
  from: z.int().check(z.nonnegative()),
  to: z.int().check(z.positive()),
})
export const MOST_SPANS = 20
/** All words of an entry, or parts of them; none once the words were redacted. */
const struckWords = z.union([z.literal('all'), list(span, MOST_SPANS)])
export type StruckWords = z.infer<typeof struckWords>

export const STRIKE_REASONS = ['names-a-person', 'to-a-person', 'tells-private', 'not-fit'] as const
const strikeReason = (text: typeof longText) => z.union([z.enum(STRIKE_REASONS), z.strictObject({ text })])
const reasonGiven = strikeReason(writtenText(LIMITS.reason))
const reasonStored = strikeReason(longText)
export type StrikeReason = z.infer<typeof reasonStored>

export const REPORT_REASONS = ['targets-a-person', 'out-of-role', 'tells-private', 'other'] as const
export const reportReason = z.enum(REPORT_REASONS)
export type ReportReason = z.infer<typeof reportReason>

export const commands = [
  variant('strikeWords', { entry: wordsPlace, words: struckWords, reason: reasonGiven }),
  variant('putWordsBack', { entry: wordsPlace, reason: writtenText(LIMITS.reason) }),
  variant('changeStrikeReason', { entry: wordsPlace, reason: reasonGiven }),
  variant('reportLine', { entry: wordsPlace, reason: reportReason, text: z.nullable(writtenText(LIMITS.reason)) }),
  variant('answerReport', { entry: wordsPlace }),
] as const
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['strikeWords', 'putWordsBack', 'changeStrikeReason', 'reportLine'] as const

/** Submitted by the server alone, as it hands the words to whoever asked (server/store/records/strike-service.ts). */
export const serverCommands = [variant('readStruckWords', { entry: wordsPlace })] as const

/** The row that holds the words; null where they have a place and several rows may hold them. */
const seq = z.nullable(z.int().check(z.positive()))

export const events = [
  variant('WordsStruck', {
    entry: wordsPlace,
    seq,
    words: struckWords,
    reason: reasonStored,
    /** How many words; 0 once they were redacted. */
    count: z.int().check(z.nonnegative()),
  }),
  variant('WordsPutBack', { entry: wordsPlace, seq, reason: longText }),
  /** The reason of the newest strike there, given anew: words are hidden first, and explained afterwards. */
  variant('StrikeReasonChanged', { entry: wordsPlace, reason: reasonStored }),
  variant('LineReported', { entry: wordsPlace, person: personId, reason: reportReason, text: z.nullable(longText) }),
  variant('ReportAnswered', { entry: wordsPlace, person: personId, answer: z.enum(['struck', 'left']) }),
  variant('StruckWordsRead', { entry: wordsPlace }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'nothing-to-strike', // no words stand there that could be taken off
  'nothing-to-put-back', // the chair has taken nothing off there
  'not-heard', // one reports what one hears
  'already-reported',
  'no-open-report', // nobody waits for an answer about this line
] as const

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

export type StrikesSlice = Readonly<{
  /** What the chair has taken off, by what names it (`wordsPlace`), the oldest first. */
  strikes: Readonly<Record<string, readonly Strike[]>>
  /** The reports that this reader may know of: the chair of all, a person of their own. */
  reports: readonly LineReport[]
}>

export const start = (): StrikesSlice => ({
  strikes: {},
  reports: [],
})
