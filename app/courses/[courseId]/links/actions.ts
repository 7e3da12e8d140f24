'use server'
// The server actions of the links page: making the links that are missing, and renewing one student's; the old link stops working.
import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { caller } from '#access'
import { linksPath } from '#paths'
import { accessCourse } from '#server/store/access/access'
import { rowId } from '#server/store/access/row-id'
import { makeMissingLinks, renewLink } from '#server/store/courses/personal-links'
import { requireForm } from '#server/web/sent-form'

async function access(courseId: string): Promise<string> {
  const me = await caller()
  const found = me && (await accessCourse(me, courseId, 'run-activity'))
  return found ? found.course.id : notFound()
}

function showAgain(courseId: string, from: string | undefined): never {
  revalidatePath(linksPath(courseId))
  redirect(linksPath(courseId, from))
}

export async function makeLinks(form: FormData): Promise<void> {
  requireForm(form)
  const asked = z.object({ courseId: rowId, from: z.optional(rowId) }).safeParse(Object.fromEntries(form))
  if (!asked.success) notFound()
  const courseId = await access(asked.data.courseId)
  await makeMissingLinks(courseId)
  showAgain(courseId, asked.data.from)
}

export async function renew(form: FormData): Promise<void> {
  requireForm(form)
  const asked = z
    .object({ courseId: rowId, placeId: rowId, from: z.optional(rowId) })
    .safeParse(Object.fromEntries(form))
  if (!asked.success) notFound()
  const courseId = await access(asked.data.courseId)
  if ((await renewLink(courseId, asked.data.placeId)) === 'not-found') notFound()
  showAgain(courseId, asked.data.from)
}
