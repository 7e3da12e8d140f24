// The lines understudies speak from. Secret until spoken: no screen may import them, and only the rules of understudies choose among them.
import { z } from 'zod'
import { axisValue, delegationId, intent, tensionKey } from '../kernel/ids'
import { anchorRefs, dottedId, prose, scenarioSeatId } from './terms'

const spoken = {
  id: dottedId,
  delegation: delegationId,
  tension: tensionKey,
  /** The office that speaks; where a student holds it, another understudy may read the line for that office. */
  seat: scenarioSeatId,
  /** A point of order is never scripted. */
  intent: z.enum(intent.options).exclude(['point-of-order']),
  /** Where the line stands on the axis. */
  stance: axisValue,
  anchors: anchorRefs.min(1),
  text: prose,
}

export const openingLine = z.strictObject({ kind: z.literal('opening'), ...spoken })

export const answerLine = z.strictObject({
  kind: z.literal('answer'),
  ...spoken,
  /** The opening line it replies to. */
  answers: dottedId,
  /** What that opening claims, in a few words, so that a student who argues it can be answered too. */
  argument: prose,
  /** It picks up the opening's own words or names its speaker: only for when that very opening was spoken. */
  quotes: z.boolean(),
})

export const questionLine = z.strictObject({ kind: z.literal('question'), ...spoken, to: delegationId })

/** A concession holds only under its condition, which the spoken text says too. */
export const concessionLine = z.strictObject({ kind: z.literal('concession'), ...spoken, condition: prose })

export const closingLine = z.strictObject({ kind: z.literal('closing'), ...spoken })

export const line = z.discriminatedUnion('kind', [openingLine, answerLine, questionLine, concessionLine, closingLine])
export type Line = z.infer<typeof line>
