// Commands and events of cases: what a delegation guesses of another after its question, what it says that side's case is, and how that side
// scores it (rules E1–E6); and their part of the state of a room, as far as this reader may hear it. Questions and answers are statements.
import * as z from 'zod/mini'
import {
  type AxisValue,
  axisValue,
  delegationId,
  longText,
  privateEntry,
  type SeatId,
  seatId,
  writtenText,
} from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { variant } from '../kernel/variant'

const caseScore = z.int().check(z.gte(1), z.lte(5))

export const commands = [
  /** Where on the axis the delegation `of` stands by now, as the sender's side sees it. */
  variant('guessAgain', { of: delegationId, value: axisValue }),
  /** The case of the delegation `of`, in the words of the sender's side. */
  variant('stateCase', { of: delegationId, text: writtenText(LIMITS.case) }),
  /** How right the delegation `from` got the sender's side, and what was missing. */
  variant('scoreCase', { from: delegationId, score: caseScore, missing: z.nullable(writtenText(LIMITS.reason)) }),
] as const
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['guessAgain', 'stateCase', 'scoreCase'] as const

export const events = [
  variant('CaseGuessed', { by: delegationId, of: delegationId, seat: seatId, value: axisValue }),
  variant('CaseStated', { no: privateEntry, by: delegationId, of: delegationId, seat: seatId, text: longText }),
  /** `of` scores what `by` said for it. */
  variant('CaseScored', {
    no: privateEntry,
    by: delegationId,
    of: delegationId,
    seat: seatId,
    score: caseScore,
    missing: z.nullable(longText),
  }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'ask-or-answer', // in this phase a delegate puts a question to another side, or answers one that was put to their own
  'already-asked', // one question to each side
  'question-answered',
  'not-another-side', // a case is another delegation's of the plan
  'ask-first', // the question comes before the guess
  'guess-first', // the guess comes before the case
  'case-too-long', // 90 words at most
  'case-scored', // that side has scored it, so that it stands
  'no-such-case', // that side has not stated ours
  'name-what-is-missing', // below five, whoever scores says what was missing
] as const

/** What one delegation asked another, guessed of it and said for it, and how that side scored it. */
export type SideCase = Readonly<{
  /** The numbers of the entries by which it asked, and was answered. */
  question: number | null
  answer: number | null
  guess: Readonly<{ value: AxisValue; seat: SeatId; at: number }> | null
  stated: Readonly<{ no: string; seat: SeatId; text: string; at: number }> | null
  score: Readonly<{ no: string; seat: SeatId; score: number; missing: string | null; at: number }> | null
}>

export type CasesSlice = Readonly<{
  /** By `by/of`, as `caseKey` writes it. */
  cases: Readonly<Record<string, SideCase>>
}>

export const start = (): CasesSlice => ({ cases: {} })
