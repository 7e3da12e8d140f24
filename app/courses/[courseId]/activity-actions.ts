'use server'
// The server actions on one activity of a course: rename, archive, repeat, delete and put back.
import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { caller } from '#access'
import { coursePath } from '#paths'
import { audit } from '#server/base/audit'
import { typedText } from '#server/base/text-schema'
import { accessCourse } from '#server/store/access/access'
import { rowId } from '#server/store/access/row-id'
import {
  accessActivityToEdit,
  archiveActivity,
  cleanTitle,
  deleteActivity,
  renameActivity,
  restoreActivity,
} from '#server/store/courses/archive-delete'
import { repeatSeminar } from '#server/store/courses/copy-activity'
import { isDemoPerson } from '#server/store/people/demo-person'
import { requireForm } from '#server/web/sent-form'
import { LIMITS } from '#simulation/kernel/limits'
import type { TitleState } from './course-actions'

async function activityOf(form: FormData) {
  const me = await caller()
  const id = form.get('activityId')
  const found = me && !isDemoPerson(me) && typeof id === 'string' ? await accessActivityToEdit(me, id) : null
  return me && found ? { by: me, activity: found } : notFound()
}

export async function renameThisActivity(before: TitleState, form: FormData): Promise<TitleState> {
  requireForm(form, before)
  const { attempt } = before
  const { activity } = await activityOf(form)
  const typed = z.object({ title: typedText(1_000) }).safeParse({ title: form.get('title') })
  const title = typed.success ? cleanTitle(typed.data.title) : null
  if (title === null) return { attempt: attempt + 1, fault: 'bad-title' }
  await renameActivity(activity.id, title)
  revalidatePath(coursePath(activity.courseId))
  return { attempt: attempt + 1, fault: null }
}

export async function archiveThisActivity(form: FormData): Promise<void> {
  requireForm(form)
  const { activity } = await activityOf(form)
  await archiveActivity(activity.id, form.get('archived') === 'yes')
  revalidatePath(coursePath(activity.courseId))
}

/** Repeats it in its own course, or in another of theirs: there its tables have plain names, for the old ones may be called after sections. */
export async function repeatThisSeminar(form: FormData): Promise<void> {
  requireForm(form)
  const { by, activity } = await activityOf(form)
  const into = rowId.safeParse(form.get('into'))
  const target = into.success ? await accessCourse(by, into.data, 'make-activity') : null
  if (!target) notFound()
  const { id: courseId } = target.course
  const isHere = courseId === activity.courseId
  const t = await getTranslations('courses.keep')
  const tables = await getTranslations('new-seminar.seats')
  const made = await repeatSeminar(activity.id, {
    ...{ courseId, by: by.id },
    title: isHere ? t('again', { title: activity.title }).slice(0, LIMITS.title) : activity.title,
    ...(isHere ? {} : { nameRoom: (number: number) => tables('table', { number }) }),
  })
  if (made === null) notFound()
  revalidatePath(coursePath(courseId))
  if (!isHere) redirect(coursePath(courseId))
}

export async function deleteThisActivity(form: FormData): Promise<void> {
  requireForm(form)
  const { activity, by } = await activityOf(form)
  await deleteActivity(activity.id)
  audit({ what: 'activity-deleted', by: by.id, to: activity.id, in: activity.courseId })
  revalidatePath(coursePath(activity.courseId))
}

export async function putActivityBack(form: FormData): Promise<void> {
  requireForm(form)
  const { activity, by } = await activityOf(form)
  await restoreActivity(activity.id)
  audit({ what: 'activity-restored', by: by.id, to: activity.id, in: activity.courseId })
  revalidatePath(coursePath(activity.courseId))
}
