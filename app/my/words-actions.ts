'use server'
// The server action by which a student says whether their words may be used for research; only of a debate that asks them and is over.
import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { caller } from '#access'
import { myPath } from '#paths'
import { rowId } from '#server/store/access/row-id'
import { answerForWords, ResearchQuestion } from '#server/store/records/words-for-research'
import { requireForm } from '#server/web/sent-form'

const given = z.object({
  activityId: rowId,
  ...ResearchQuestion.shape,
  yes: z.enum(['yes', 'no']),
})

export async function giveWords(form: FormData): Promise<void> {
  requireForm(form)
  const me = await caller()
  const { data } = given.safeParse(Object.fromEntries(form))
  if (!me || !data) notFound()
  await answerForWords(me.id, { ...data, yes: data.yes === 'yes' })
  revalidatePath(myPath())
}
