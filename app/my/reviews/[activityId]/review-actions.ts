'use server'
// Server Actions of a student's peer reviews. Permission and validity are checked in server/store/marks/peer-reviews.ts.
import { headers } from 'next/headers'
import { judgeExample, sendReview } from '#server/store/marks/peer-reviews'
import { whoIs } from '#server/web/identity'
import type { ReviewFault } from '#simulation/reading/peer-reviews'

/** Keeps the levels of an example. */
export async function judge(input: unknown): Promise<ReviewFault | 'not-found' | null> {
  const me = await whoIs(await headers())
  return me ? judgeExample(me.user, input) : 'not-found'
}

/** Keeps a review. */
export async function send(input: unknown): Promise<ReviewFault | 'not-found' | null> {
  const me = await whoIs(await headers())
  return me ? sendReview(me.user, input) : 'not-found'
}
