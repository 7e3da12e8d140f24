'use server'
// The server action that sends a mail that has failed again.
import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { caller } from '#access'
import { messagesPath } from '#paths'
import { accessCourse } from '#server/store/access/access'
import { rowId } from '#server/store/access/row-id'
import { resendMail } from '#server/store/mail/outbox'
import { requireForm } from '#server/web/sent-form'

export async function resend(form: FormData): Promise<void> {
  requireForm(form)
  const asked = z.object({ courseId: rowId, mailId: rowId }).safeParse(Object.fromEntries(form))
  const me = await caller()
  if (!asked.success || !me) notFound()
  const { courseId, mailId } = asked.data
  const found = await accessCourse(me, courseId, 'run-activity')
  if (!found || (await resendMail(courseId, mailId, Date.now())) === 'not-found') notFound()
  revalidatePath(messagesPath(courseId))
}
