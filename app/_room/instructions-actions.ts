'use server'
// The server action by which a student ticks that they have read a homework debate's instructions.
import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { myPath } from '#paths'
import { rowId } from '#server/store/access/row-id'
import { markInstructionsRead } from '#server/store/homework/instructions'
import { whoIs } from '#server/web/identity'
import { requireForm } from '#server/web/sent-form'

export async function tickInstructions(form: FormData): Promise<void> {
  requireForm(form)
  const me = await whoIs(await headers())
  const activityId = rowId.safeParse(form.get('activityId')).data
  if (!me || !activityId) notFound()
  await markInstructionsRead(activityId, me.user.id)
  revalidatePath(myPath())
}
