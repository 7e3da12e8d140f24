'use server'
// The server action that gives a person an address for their calendar, or another one in its place.
import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { coursesPath, myPath } from '#paths'
import { renewCalendar } from '#server/store/people/calendar-link'
import { whoIs } from '#server/web/identity'
import { requireForm } from '#server/web/sent-form'

export async function makeCalendar(form: FormData): Promise<void> {
  requireForm(form)
  const me = await whoIs(await headers())
  if (!me) notFound()
  await renewCalendar(me.user.id)
  revalidatePath(myPath())
  revalidatePath(coursesPath())
}
