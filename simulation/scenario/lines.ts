// The lines that understudies say. They are secret until spoken: a page that imported them would give them away (rule
// `no-import-of-scenario-texts`).
import { z } from 'zod'
import { axisValue, delegationId, intent, tensionKey } from '../kernel/ids'
import { anchorRefs, dottedId, factKeys, key, prose, scenarioSeatId } from './terms'

const spoken = {
  id: dottedId,
  delegation: delegationId,
  tension: tensionKey,
  /** The office that says it. Another of the delegation says it only where the room has no such office (U7). */
  seat: scenarioSeatId,
  /** The intent with which it is said. No line is a point of order. */
  intent: z.enum(intent.options).exclude(['point-of-order']),
  /** The value on the axis for which the line argues. */
  stance: axisValue,
  /** With the facts: at least one of the two (`fact-check.ts`). */
  anchors: anchorRefs,
  facts: factKeys,
  text: prose,
  /** Lines that it presupposes: it is said only after all of them. */
  after: z.array(dottedId).max(4).optional(),
}

const openingLine = z.strictObject({ kind: z.literal('opening'), ...spoken })

const answerLine = z.strictObject({
  kind: z.literal('answer'),
  ...spoken,
  /** The opening line it replies to. */
  answers: dottedId,
  /** In older copies: nothing reads it any more. */
  argument: prose.optional(),
  quotes: z.boolean().optional(),
})

const questionLine = z.strictObject({ kind: z.literal('question'), ...spoken, to: delegationId })

/** A concession with its condition, which its text must say too. */
const concessionLine = z.strictObject({ kind: z.literal('concession'), ...spoken, condition: prose })

const closingLine = z.strictObject({ kind: z.literal('closing'), ...spoken })

/** What is said to a question that was put to this delegation. */
const replyLine = z.strictObject({ kind: z.literal('reply'), ...spoken, answers: dottedId })

/** Whether this delegation takes a concession; for each there may be a line that accepts it and one that declines. */
const takingLine = z.strictObject({ kind: z.literal('taking'), ...spoken, answers: dottedId, accepts: z.boolean() })

/** What is said after a piece of news, once it has been sent. */
const reactionLine = z.strictObject({ kind: z.literal('reaction'), ...spoken, inject: key })

/** Said to the own delegation alone, while it files this tension's positions at this stage. */
const caucusLine = z.strictObject({ kind: z.literal('caucus'), ...spoken, stage: z.enum(['opening', 'closing']) })

export const line = z.discriminatedUnion('kind', [
  openingLine,
  answerLine,
  questionLine,
  concessionLine,
  closingLine,
  replyLine,
  takingLine,
  reactionLine,
  caucusLine,
])
export type Line = z.infer<typeof line>
