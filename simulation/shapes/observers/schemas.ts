// Commands and events of the observers' tasks: given, and what a fact-checker and a historian put on the record. A scribe's words are in
// topics/turns.
import * as z from 'zod/mini'
import { observerTask } from '../../agenda/plan'
import { anchor, longText, seatId, tensionKey, writtenText } from '../../kernel/ids'
import { LIMITS } from '../../kernel/limits'
import { publicEntryNumber, variant } from '../../kernel/variant'

export const FINDINGS = ['holds', 'does-not-hold', 'cannot-be-told'] as const
export const finding = z.enum(FINDINGS)
export type Finding = z.infer<typeof finding>

const round = z.nullable(tensionKey)

export const observersCommands = [
  variant('giveTask', { seat: seatId, task: z.nullable(observerTask) }),
  variant('checkStatement', { entry: publicEntryNumber, finding, text: writtenText(LIMITS.check), source: anchor }),
  variant('writeChronicle', { round, text: writtenText(LIMITS.chronicle) }),
] as const

export const observersEvents = [
  variant('TaskGiven', { seat: seatId, task: z.nullable(observerTask) }),
  variant('StatementChecked', { seat: seatId, entry: publicEntryNumber, finding, text: longText, source: anchor }),
  variant('ChronicleWritten', { seat: seatId, round, text: longText }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const observersRefusals = [
  'not-an-observer', // tasks are for observers' seats
  'not-your-task', // an observer does the task of their seat
] as const
