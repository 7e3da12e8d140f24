'use server'
// Server Actions of a student's peer reviews. Permission and validity are checked in server/store/beside-acts.
import { caller } from '#access'
import { judgeExample, sendReview } from '#server/store/beside-acts/peer-reviews/peer-reviews'
import type { ReviewFault } from '#simulation/beside/peer-reviews/peer-reviews'

/** Keeps the levels of an example. */
export async function judge(input: unknown): Promise<ReviewFault | 'not-found' | null> {
  const me = await caller()
  return me ? judgeExample(me, input) : 'not-found'
}

/** Keeps a review. */
export async function send(input: unknown): Promise<ReviewFault | 'not-found' | null> {
  const me = await caller()
  return me ? sendReview(me, input) : 'not-found'
}
