'use server'
// The Server Action of the rubric's editor. Permission and validity are checked in server/store/marks/rubric-changes.ts.
import { caller } from '#access'
import { changeRubric, type RubricAnswer } from '#server/store/marks/rubric-changes'
import { hiddenName } from '../hidden-name'

export type { RubricAnswer } from '#server/store/marks/rubric-changes'

export async function saveRubric(input: unknown): Promise<RubricAnswer> {
  const me = await caller()
  return me ? changeRubric(me, input, await hiddenName()) : { ok: false, fault: 'not-found' }
}
