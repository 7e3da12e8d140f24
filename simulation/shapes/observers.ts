// Commands and events of the observers' tasks: given, and what a fact-checker and a historian put on the record; and their part of the state
// of a room: their tasks, and the checks they made. A scribe's words are in topics/turns.
import * as z from 'zod/mini'
import { type ObserverTask, observerTask, type RoomPlan } from '../agenda/plan'
import { anchor, longText, type SeatId, seatId, tensionKey, writtenText } from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { publicEntryNumber, variant } from '../kernel/variant'

export const FINDINGS = ['holds', 'does-not-hold', 'cannot-be-told'] as const
export const finding = z.enum(FINDINGS)
export type Finding = z.infer<typeof finding>

const round = z.nullable(tensionKey)

export const commands = [
  variant('giveTask', { seat: seatId, task: z.nullable(observerTask) }),
  variant('checkStatement', { entry: publicEntryNumber, finding, text: writtenText(LIMITS.check), source: anchor }),
  variant('writeChronicle', { round, text: writtenText(LIMITS.chronicle) }),
] as const
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['checkStatement', 'writeChronicle'] as const

export const events = [
  variant('TaskGiven', { seat: seatId, task: z.nullable(observerTask) }),
  variant('StatementChecked', { seat: seatId, entry: publicEntryNumber, finding, text: longText, source: anchor }),
  variant('ChronicleWritten', { seat: seatId, round, text: longText }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'not-an-observer', // tasks are for observers' seats
  'not-your-task', // an observer does the task of their seat
] as const

/** A fact-checker's finding on an entry, and the number of the entry that tells it. */
export type Check = Readonly<{ no: number; finding: Finding }>

export type ObserversSlice = Readonly<{
  /** The task of each observer's seat. */
  tasks: Readonly<Record<SeatId, ObserverTask | null>>
  /** By the number of a statement or turn: the checks of it, in the order made (B2). */
  checks: Readonly<Record<number, readonly Check[]>>
}>

export const start = (plan: RoomPlan): ObserversSlice => ({
  tasks: Object.fromEntries(plan.seats.flatMap(({ id, task }) => (task === undefined ? [] : [[id, task]]))),
  checks: {},
})
