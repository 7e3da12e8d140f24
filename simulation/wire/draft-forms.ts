// What the drafts of a homework debate hold, as a page keeps them and the server stores them: the form of a post and of a position; that of a
// reflection is its text.
import * as z from 'zod/mini'
import { anchors, axisValue, delegationId, intent } from '../kernel/ids'

export const statementDraft = z.strictObject({
  text: z.string(),
  /** Null until the writer chooses one: the intent is then that with which they asked for the floor. */
  intent: z.nullable(intent),
  answers: z.nullable(z.int().check(z.positive())),
  /** To whom a question is put, once its writer has chosen; null is nobody in particular. */
  to: z.optional(z.nullable(delegationId)),
  anchors,
})
export type StatementDraft = z.infer<typeof statementDraft>

export const positionDraft = z.strictObject({
  value: z.nullable(axisValue),
  text: z.string(),
  redLine: z.string(),
  anchors,
  guesses: z.record(delegationId, axisValue),
})
export type PositionDraft = z.infer<typeof positionDraft>
