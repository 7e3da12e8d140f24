'use server'
// The server action by which a course's owner writes what an activity asks its people about their words for research.
import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { caller } from '#access'
import { researchPath } from '#paths'
import { accessActivity, may } from '#server/store/access/access'
import { ResearchQuestion, saveQuestion } from '#server/store/records/words-for-research'
import { requireForm } from '#server/web/sent-form'

export async function askForWords(before: { saved: boolean }, form: FormData): Promise<{ saved: boolean }> {
  requireForm(form, before)
  const me = await caller()
  const activityId = form.get('activityId')
  const found = me && typeof activityId === 'string' ? await accessActivity(me, activityId) : null
  const asked = { question: form.get('question'), approval: form.get('approval') }
  const { data: written } = ResearchQuestion.safeParse(asked)
  if (!found || !written || !may(found.as, 'take-research-file')) notFound()
  await saveQuestion(found.activity.id, { question: written.question.trim(), approval: written.approval.trim() })
  revalidatePath(researchPath(found.activity.courseId, found.activity.id))
  return { saved: true }
}
