'use server'
// The server actions on one activity of a course: rename, archive, repeat, delete and put back.
import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { coursePath } from '#paths'
import { isDemoPerson } from '#server/store/activities/demo-person'
import {
  accessActivityToEdit,
  archiveActivity,
  cleanTitle,
  deleteActivity,
  longestTitle,
  renameActivity,
  restoreActivity,
} from '#server/store/courses/putting-away'
import { repeatSeminar } from '#server/store/courses/repeating'
import { whoIs } from '#server/web/identity'
import { typedText } from '#server/web/typed-text'
import type { TitleState } from './course-actions'

async function activityOf(form: FormData) {
  const me = await whoIs(await headers())
  const id = form.get('activityId')
  const found = me && !isDemoPerson(me.user) && typeof id === 'string' ? await accessActivityToEdit(me.user, id) : null
  return me && found ? { by: me.user, activity: found } : notFound()
}

export async function renameThisActivity({ attempt }: TitleState, form: FormData): Promise<TitleState> {
  const { activity } = await activityOf(form)
  const typed = z.object({ title: typedText(1_000) }).safeParse({ title: form.get('title') })
  const title = typed.success ? cleanTitle(typed.data.title) : null
  if (title === null) return { attempt: attempt + 1, fault: 'bad-title' }
  await renameActivity(activity.id, title)
  revalidatePath(coursePath(activity.courseId))
  return { attempt: attempt + 1, fault: null }
}

export async function archiveThisActivity(form: FormData): Promise<void> {
  const { activity } = await activityOf(form)
  await archiveActivity(activity.id, form.get('archived') === 'yes')
  revalidatePath(coursePath(activity.courseId))
}

export async function repeatThisSeminar(form: FormData): Promise<void> {
  const { by, activity } = await activityOf(form)
  const t = await getTranslations('courses.keep')
  const title = t('again', { title: activity.title }).slice(0, longestTitle)
  const made = await repeatSeminar(activity.id, { courseId: activity.courseId, title, by: by.id })
  if (made === null) notFound()
  revalidatePath(coursePath(activity.courseId))
}

export async function deleteThisActivity(form: FormData): Promise<void> {
  const { activity } = await activityOf(form)
  await deleteActivity(activity.id)
  revalidatePath(coursePath(activity.courseId))
}

export async function putActivityBack(form: FormData): Promise<void> {
  const { activity } = await activityOf(form)
  await restoreActivity(activity.id)
  revalidatePath(coursePath(activity.courseId))
}
