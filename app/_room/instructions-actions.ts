'use server'
// The server action by which a student ticks that they have read a homework debate's instructions.
import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { caller } from '#access'
import { myPath } from '#paths'
import { rowId } from '#server/store/access/row-id'
import { markInstructionsRead } from '#server/store/homework/instructions'
import { requireForm } from '#server/web/sent-form'

export async function tickInstructions(form: FormData): Promise<void> {
  requireForm(form)
  const me = await caller()
  const activityId = rowId.safeParse(form.get('activityId')).data
  if (!me || !activityId) notFound()
  await markInstructionsRead(activityId, me.id)
  revalidatePath(myPath())
}
