'use server'
// The Server Action of the rubric's editor. Permission and validity are checked in server/store/marks/rubric-changes.ts.
import { headers } from 'next/headers'
import { changeRubric, type RubricAnswer } from '#server/store/marks/rubric-changes'
import { whoIs } from '#server/web/identity'
import { hiddenName } from '../hidden-name'

export type { RubricAnswer } from '#server/store/marks/rubric-changes'

export async function saveRubric(input: unknown): Promise<RubricAnswer> {
  const me = await whoIs(await headers())
  return me ? changeRubric(me.user, input, await hiddenName()) : { ok: false, fault: 'not-found' }
}
