// Commands and events of statements: made and withdrawn.
import * as z from 'zod/mini'
import { asBrief } from '../../kernel/as-brief'
import { anchors, delegationId, intent, longText, seatId, writtenText } from '../../kernel/ids'
import { LIMITS } from '../../kernel/limits'
import { milliseconds, publicEntryNumber, variant } from '../../kernel/variant'

export const statementsCommands = [
  variant('makeStatement', {
    text: writtenText(LIMITS.statement),
    intent,
    answers: z.nullable(publicEntryNumber),
    /** To whom a question is put (T9). */
    to: z.optional(delegationId),
    anchors,
  }),
  variant('withdrawStatement', { entry: publicEntryNumber, reason: z.nullable(writtenText(LIMITS.reason)) }),
] as const

export const statementsEvents = [
  variant('StatementMade', {
    seat: seatId,
    text: longText,
    intent,
    answers: z.nullable(publicEntryNumber),
    to: z.optional(delegationId),
    anchors,
    spokenMs: milliseconds,
    asBrief,
  }),
  variant('StatementWithdrawn', { seat: seatId, entry: publicEntryNumber, reason: z.nullable(longText) }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const statementsRefusals = [
  'not-own-statement',
  'no-question', // only a question is put to somebody
  'not-asked-of-oneself', // a question is put to another delegation of the plan
] as const
