// Positions: drafted, filed, revealed.
// The shapes of its commands and events; it must not know who may ask or who hears.
import * as z from 'zod/mini'
import {
  anchors,
  axisValue,
  delegationId,
  instant,
  passage,
  perDelegation,
  seatId,
  stage,
  tensionKey,
} from '../../kernel/ids'
import { shape } from '../../kernel/shape'

export const position = z.strictObject({
  value: axisValue,
  text: passage,
  redLine: passage,
  anchors,
  /** What the delegation believes the others will file. */
  guesses: perDelegation(axisValue),
})
export type Position = z.infer<typeof position>

/** A position as typed: text and red line may still be empty in a draft; filing asks for the text. */
const positionWords = {
  value: axisValue,
  text: z.string().check(z.trim(), z.maxLength(1200)),
  redLine: z.string().check(z.trim(), z.maxLength(300)),
  anchors,
  guesses: perDelegation(axisValue),
}

export const positionsCommands = [
  shape('draftPosition', { round: tensionKey, stage, ...positionWords }),
  shape('filePosition', { round: tensionKey, stage, ...positionWords }),
] as const

export const positionsEvents = [
  shape('PositionDrafted', { round: tensionKey, stage, delegation: delegationId, seat: seatId, position }),
  shape('PositionFiled', {
    round: tensionKey,
    stage,
    delegation: delegationId,
    position,
    revision: z.int().check(z.positive()),
    cause: z.enum(['head', 'caucus-ended']),
  }),
  shape('PositionSealed', {
    round: tensionKey,
    stage,
    delegation: delegationId,
    revision: z.int().check(z.positive()),
  }),
  shape('PositionsRevealed', {
    round: tensionKey,
    stage,
    positions: perDelegation(z.strictObject({ position, filedAt: instant, revision: z.int() })),
  }),
] as const
