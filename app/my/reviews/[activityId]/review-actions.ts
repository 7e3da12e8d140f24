'use server'
// Server Actions of a student's peer reviews. Permission and validity are checked in server/store/marks/peer-reviews.ts.
import { caller } from '#access'
import { judgeExample, sendReview } from '#server/store/marks/peer-reviews'
import type { ReviewFault } from '#simulation/reading/peer-reviews'

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
