// What the chair alone reads of a plan: prepared news and questions, and what is decided before the room opens.
import * as z from 'zod/mini'
import { LEARNING_ITEMS, list, longText, MOST_ROUNDS, shortText, tensionKey } from '../kernel/ids'
import { MOST_OPTIONS, seconds } from './plan'

/** The place of an answer among those that a question offers. */
export const optionPlace = z.int().check(z.nonnegative(), z.lt(MOST_OPTIONS))

/** What only the chair reads: the prepared injects, and questions to ask in each round. */
export const chairPapers = z.strictObject({
  injects: list(
    z.strictObject({
      key: shortText,
      form: shortText,
      headline: shortText,
      text: longText,
      anchors: list(shortText, 24),
      tensions: list(tensionKey, MOST_ROUNDS),
      when: longText,
      followUp: longText,
    }),
    60,
  ),
  questions: list(z.strictObject({ round: tensionKey, ask: list(longText, 24) }), MOST_ROUNDS),
  /** Which answer is right to each question of the evidence of learning (V3); absent where none is asked for. */
  learning: z.optional(list(optionPlace, LEARNING_ITEMS)),
  /** Of the second form; absent where there is one form. */
  learningB: z.optional(list(optionPlace, LEARNING_ITEMS)),
})
export type ChairPapers = z.infer<typeof chairPapers>

/** What is decided before the room opens. The chair alone hears it then; everyone hears it when the record is unsealed (I5). */
export const chairPlan = z.strictObject({
  /** Seeds the random draws of this room (seeded-random.ts), so that they can be checked afterwards. */
  seed: z.int().check(z.nonnegative()),
  /** Planned injects, each at a second of a phase. */
  news: list(z.strictObject({ phase: z.int().check(z.nonnegative()), key: shortText, atSeconds: seconds }), 60),
})
export type ChairPlan = z.infer<typeof chairPlan>
