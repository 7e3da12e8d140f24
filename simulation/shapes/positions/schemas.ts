// Commands and events of positions: drafted, filed, revealed.
import * as z from 'zod/mini'
import { asBrief } from '../../kernel/as-brief'
import {
  anchors,
  axisValue,
  delegationId,
  instant,
  longText,
  perDelegation,
  seatId,
  stage,
  tensionKey,
  writing,
} from '../../kernel/ids'
import { LIMITS } from '../../kernel/limits'
import { handedIn, variant } from '../../kernel/variant'

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

export const positionsCommands = [
  draftPosition,
  variant('filePosition', { round: tensionKey, stage, ...positionWords }),
] as const

export const positionsEvents = [
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
export const positionsRefusals = [
  'not-filing-now', // this round's position cannot be filed in this phase
  'empty-words',
] as const
