// Commands and events of statements: made and withdrawn.
import * as z from 'zod/mini'
import { asBrief } from '../../kernel/as-brief'
import { anchors, intent, longText, seatId, writtenText } from '../../kernel/ids'
import { LIMITS } from '../../kernel/limits'
import { milliseconds, publicEntryNumber, variant } from '../../kernel/variant'

export const statementsCommands = [
  variant('makeStatement', {
    text: writtenText(LIMITS.statement),
    intent,
    answers: z.nullable(publicEntryNumber),
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
    anchors,
    spokenMs: milliseconds,
    asBrief,
  }),
  variant('StatementWithdrawn', { seat: seatId, entry: publicEntryNumber, reason: z.nullable(longText) }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const statementsRefusals = ['not-own-statement'] as const
