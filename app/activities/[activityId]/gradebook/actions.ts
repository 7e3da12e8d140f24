'use server'
// The gradebook's server action: it keeps in the grades whoever was taken out, or leaves them out again.
import { caller } from '#access'
import { keepInGrades as keep } from '#server/store/marks/grading-place'

/** Lets the grade of somebody who was taken out count, or not. */
export async function keepInGrades(input: unknown): Promise<boolean> {
  const me = await caller()
  return me !== null && (await keep(me, input))
}
