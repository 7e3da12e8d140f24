'use server'
// The server actions on a whole course: rename, archive, repeat for another section, delete and put back.
import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { caller } from '#access'
import { coursePath, coursesPath, repeatedCoursePath } from '#paths'
import { audit } from '#server/base/audit'
import { typedText } from '#server/base/text-schema'
import { accessCourse } from '#server/store/access/access'
import type { Act } from '#server/store/access/parts'
import { rowId } from '#server/store/access/row-id'
import {
  accessDeletedCourse,
  archiveCourse,
  cleanTitle,
  deleteCourse,
  renameCourse,
  restoreCourse,
} from '#server/store/courses/archive-delete'
import { repeatCourse } from '#server/store/courses/copy-activity'
import { isDemoPerson } from '#server/store/people/demo-person'
import type { Person } from '#server/web/identity'
import { requireForm } from '#server/web/sent-form'
import { LIMITS } from '#simulation/kernel/limits'

/** The demo is everybody's, so nobody changes it for the others. */
async function mine(): Promise<Person> {
  const me = await caller()
  if (!me || isDemoPerson(me)) notFound()
  return me
}

async function courseOf(form: FormData, act: Act) {
  const by = await mine()
  const id = rowId.safeParse(form.get('courseId'))
  const found = id.success ? await accessCourse(by, id.data, act) : null
  return found ? { by, course: found.course } : notFound()
}

export type TitleState = { attempt: number; fault: 'bad-title' | null }

export async function renameThisCourse(before: TitleState, form: FormData): Promise<TitleState> {
  requireForm(form, before)
  const { attempt } = before
  const { course } = await courseOf(form, 'edit-course')
  const typed = z.object({ title: typedText(1_000) }).safeParse({ title: form.get('title') })
  const title = typed.success ? cleanTitle(typed.data.title) : null
  if (title === null) return { attempt: attempt + 1, fault: 'bad-title' }
  await renameCourse(course.id, title)
  revalidatePath(coursePath(course.id))
  return { attempt: attempt + 1, fault: null }
}

export async function archiveThisCourse(form: FormData): Promise<void> {
  requireForm(form)
  const { course } = await courseOf(form, 'edit-course')
  await archiveCourse(course.id, form.get('archived') === 'yes')
  revalidatePath(coursePath(course.id))
  revalidatePath(coursesPath())
}

export async function repeatThisCourse(form: FormData): Promise<void> {
  requireForm(form)
  const { by, course } = await courseOf(form, 'edit-course')
  const t = await getTranslations('courses.keep')
  const tables = await getTranslations('new-seminar.seats')
  const title = t('section', { title: course.title }).slice(0, LIMITS.title)
  const nameRoom = (number: number) => tables('table', { number })
  const made = await repeatCourse(course.id, { title, by: by.id, nameRoom })
  redirect(repeatedCoursePath(made, course.id))
}

/** Ends on the list of courses, where it can be put back. */
export async function deleteThisCourse(form: FormData): Promise<void> {
  requireForm(form)
  const { by, course } = await courseOf(form, 'delete-course')
  await deleteCourse(course.id)
  audit({ what: 'course-deleted', by: by.id, to: course.id })
  revalidatePath(coursesPath())
  redirect(coursesPath())
}

export async function putCourseBack(form: FormData): Promise<void> {
  requireForm(form)
  const by = await mine()
  const id = rowId.safeParse(form.get('courseId'))
  const course = id.success ? await accessDeletedCourse(by, id.data) : null
  if (!course) notFound()
  await restoreCourse(course.id)
  audit({ what: 'course-restored', by: by.id, to: course.id })
  revalidatePath(coursesPath())
  redirect(coursePath(course.id))
}
