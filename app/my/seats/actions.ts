'use server'
// The server action by which a student names the offices they would take; only their own, and only while they are asked.
import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { caller } from '#access'
import { mySeatsPath } from '#paths'
import { rowId } from '#server/store/access/row-id'
import { chooseOffices } from '#server/store/seating/seat-choices'
import { requireForm } from '#server/web/sent-form'
import { ranks } from '#simulation/seating/prepared-seats'

export async function sendChoices(form: FormData): Promise<void> {
  requireForm(form)
  const me = await caller()
  const activityId = rowId.safeParse(form.get('activityId'))
  const named = [...new Set(form.getAll('office'))].filter((office) => office !== '')
  const offices = ranks.safeParse(named)
  if (!me || !activityId.success || !offices.success) notFound()
  if ((await chooseOffices(me.id, activityId.data, offices.data)) === 'not-asked') notFound()
  revalidatePath(mySeatsPath())
}
