'use server'
// The Server Action by which whoever grades hides a peer review. Permission and validity are checked in server/store/beside-acts/peer-reviews.
import { caller } from '#access'
import { hideReview as hide } from '#server/store/beside-acts/peer-reviews/peer-reviews'

/** Hides a peer review of a student with a reason, or shows it again. */
export async function hideReview(input: unknown): Promise<boolean> {
  const me = await caller()
  return me !== null && (await hide(me, input))
}
