'use server'
// The server action that gives a person an address for their calendar, or another one in its place.
import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { caller } from '#access'
import { coursesPath, myPath } from '#paths'
import { renewCalendar } from '#server/store/people/calendar-link'
import { requireForm } from '#server/web/sent-form'

export async function makeCalendar(form: FormData): Promise<void> {
  requireForm(form)
  const me = await caller()
  if (!me) notFound()
  await renewCalendar(me.id)
  revalidatePath(myPath())
  revalidatePath(coursesPath())
}
