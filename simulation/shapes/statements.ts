// Commands and events of statements: made and withdrawn, and their part of the state of a room: which were withdrawn.
import * as z from 'zod/mini'
import { asBrief } from '../kernel/as-brief'
import { anchors, delegationId, intent, longText, seatId, writtenText } from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { milliseconds, publicEntryNumber, variant } from '../kernel/variant'

export const commands = [
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
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['makeStatement', 'withdrawStatement'] as const

export const events = [
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
export const refusals = [
  'not-own-statement',
  'no-question', // only a question is put to somebody
  'not-asked-of-oneself', // a question is put to another delegation of the plan
] as const

export type StatementsSlice = Readonly<{
  /** Number of a withdrawn entry → number of the entry that withdrew it. */
  withdrawn: Readonly<Record<number, number>>
}>

export const start = (): StatementsSlice => ({
  withdrawn: {},
})
