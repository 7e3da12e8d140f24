// Home cards: conditions by which somebody at home judges the signed text. The rules can check some of them; the others people judge.
import * as z from 'zod/mini'
import { delegationId, list, MOST_DELEGATIONS, shortText, tensionKey } from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { variant } from '../kernel/variant'

/** What the rules can look for in the clauses that were agreed. A clause is named by its tension, so that one brought in counts too. */
export const cardCheck = z.discriminatedUnion('type', [
  /** A clause on it is agreed to by all of these. */
  variant('agreed', { tension: tensionKey, by: list(delegationId, MOST_DELEGATIONS).check(z.minLength(1)) }),
  /** The holder's delegation agrees to no clause on it. */
  variant('not-signed', { tension: tensionKey }),
  /** A clause on it is agreed in words that the holder's delegation put forward, or that were its first. */
  variant('own-words', { tension: tensionKey }),
  /** Whatever clause on it the holder's delegation agrees to, it does with a reservation; met where it agrees to none. */
  variant('reserved', { tension: tensionKey }),
])
export type CardCheck = z.infer<typeof cardCheck>

export const homeCard = z.strictObject({
  /** Who at home holds it. */
  holder: shortText,
  /** The condition, in their words. */
  asks: shortText.check(z.maxLength(LIMITS.homeReason)),
  /** Absent where people judge it. */
  check: z.optional(cardCheck),
})
export type HomeCard = z.infer<typeof homeCard>

/** How many cards a delegation is dealt. */
export const CARDS_DEALT = 2
