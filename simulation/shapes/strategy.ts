// The command and the event of strategy sheets: what an office prepares before the lesson (rules W1, W2), and their part of the state of a
// room, where this reader may hear it.
import * as z from 'zod/mini'
import { longText, perDelegation, privateEntry, type SeatId, seatId } from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { variant } from '../kernel/variant'

/** One part of a sheet as typed; it may be empty, a whole sheet may not (topics/strategy). */
const typed = z.string().check(z.trim(), z.maxLength(LIMITS.strategy))

const parts = <Text extends z.core.$ZodType>(text: Text) => ({
  /** What the office itself wants to reach. */
  aim: text,
  /** What it can live without. */
  canSpare: text,
  /** What it does if there is no agreement. */
  noDeal: text,
  /** What it expects each other delegation to say first. */
  theySay: perDelegation(text),
  /** The one question that it wants to put. */
  question: text,
})

const strategySheet = z.strictObject(parts(longText))
export type StrategySheet = z.infer<typeof strategySheet>

export const commands = [variant('writeStrategy', parts(typed))] as const
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['writeStrategy'] as const

export const events = [
  /** `office` is the office's own seat, whichever of its chairs wrote: they share one sheet. */
  variant('StrategyWritten', { no: privateEntry, seat: seatId, office: seatId, ...parts(longText) }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'no-strategy-now', // the room asks for no sheet, the briefs are not out, or the first positions are open
  'empty-strategy', // a sheet has at least one part
] as const

export type Strategy = Readonly<{
  /** Its number as a private entry, the same when it is written anew. */
  no: string
  office: SeatId
  /** The chair of the office that wrote it last. */
  seat: SeatId
  sheet: StrategySheet
  at: number
}>

export type StrategySlice = Readonly<{
  /** The sheet of each office that has one. */
  strategies: Readonly<Record<SeatId, Strategy>>
}>

export const start = (): StrategySlice => ({ strategies: {} })
