// Commands and events of positions: drafted, filed, revealed, and their part of the state of a room: drafted, filed and revealed.
import * as z from 'zod/mini'
import { asBrief } from '../kernel/as-brief'
import {
  type ActorId,
  anchors,
  axisValue,
  delegationId,
  instant,
  longText,
  perDelegation,
  type SeatId,
  seatId,
  stage,
  tensionKey,
  writing,
} from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { handedIn, variant } from '../kernel/variant'

export const position = z.strictObject({
  value: axisValue,
  text: writing,
  redLine: longText,
  anchors,
  /** The values that the delegation believes the others will file. */
  guesses: perDelegation(axisValue),
})
export type Position = z.infer<typeof position>

/**
 * How a position came to stand (O8): the head filed it, or nobody did by the end of the caucus and it is the delegation's newest draft,
 * what its brief says, or its own opening, held.
 */
export const howFiled = z.enum(['filed', 'draft', 'brief', 'held'])
export type HowFiled = z.infer<typeof howFiled>
/** Absent in rows of before the third edition. */
const how = z.optional(howFiled)

/** A position as typed. Text and red line may be empty in a draft; filing requires the text (positions.ts). */
const positionWords = {
  value: axisValue,
  text: z.string().check(z.trim(), z.maxLength(LIMITS.written)),
  redLine: z.string().check(z.trim(), z.maxLength(LIMITS.redLine)),
  anchors,
  guesses: perDelegation(axisValue),
}

export const draftPosition = variant('draftPosition', { round: tensionKey, stage, ...positionWords })

export const commands = [
  draftPosition,
  variant('filePosition', { round: tensionKey, stage, ...positionWords }),
] as const
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['filePosition', 'draftPosition'] as const

export const events = [
  variant('PositionDrafted', { round: tensionKey, stage, delegation: delegationId, seat: seatId, position, handedIn }),
  variant('PositionFiled', {
    round: tensionKey,
    stage,
    delegation: delegationId,
    position,
    revision: z.int().check(z.positive()),
    cause: z.enum(['head', 'caucus-ended']),
    how,
  }),
  variant('PositionSealed', {
    round: tensionKey,
    stage,
    delegation: delegationId,
    revision: z.int().check(z.positive()),
    how,
  }),
  variant('PositionsRevealed', {
    round: tensionKey,
    stage,
    positions: perDelegation(z.strictObject({ position, filedAt: instant, revision: z.int(), how, asBrief })),
  }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = [
  'not-filing-now', // this round's position cannot be filed in this phase
  'empty-words',
] as const

export type SeatDraft = Readonly<{ position: Position; seat: SeatId; at: number; handedIn: boolean }>

export type PositionFile = Readonly<{
  /** The newest draft of the delegation, where this reader may hear it; one that was handed in at the deadline only where nobody proposed another. */
  draft: SeatDraft | null
  /** The filed position, where this reader may hear it, and who filed it; `by` is null once it is revealed to everybody. */
  filed: { position: Position; at: number; revision: number; by: ActorId | null; asBrief: boolean } | null
  /** Every draft, the oldest first, where this reader may hear it. */
  drafts: readonly SeatDraft[]
  /** Who filed it and which drafts there were then, where this reader may hear it; also once it is revealed. */
  filing: { by: ActorId; revision: number; drafts: readonly SeatDraft[] } | null
  /** When it was filed, which everyone hears; null while it is not. */
  sealedAt: number | null
  /** How it came to stand (O8), which everyone hears; null while it does not, and in records of before the third edition. */
  how: HowFiled | null
  revealed: boolean
}>

export type PositionsSlice = Readonly<{
  /** By `round/stage/delegation`. */
  positions: Readonly<Record<string, PositionFile>>
}>

export const start = (): PositionsSlice => ({
  positions: {},
})
