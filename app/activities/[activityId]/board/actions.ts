'use server'
// What the board asks of the server: the instant that a wall time of the course's zone means, and places for those who came
// onto the roster later. The rooms themselves judge the rest.
import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { whoIs } from '#server/identity'
import { accessActivity, may } from '#server/store/access'
import { readSettings } from '#server/store/activities'
import { type Landed, landIn, wallTime } from '#server/store/deadlines'
import { placeArrivals } from '#server/store/roster-arrivals'
import { rowId } from '#server/store/row-id'

const asked = z.strictObject({ activityId: rowId, wall: wallTime })

export async function resolveDeadline(input: unknown): Promise<Landed | null> {
  const me = await whoIs(await headers())
  const typed = asked.safeParse(input)
  if (!me || !typed.success) return null
  const found = await accessActivity(me.user, typed.data.activityId)
  if (!found || !may(found.as, 'run-activity')) return null
  const { homework } = await readSettings(found.activity.id)
  return homework ? landIn(homework.timeZone, typed.data.wall) : null
}

export async function placeNewcomers(form: FormData): Promise<void> {
  const me = await whoIs(await headers())
  const activityId = form.get('activityId')
  const found = me && typeof activityId === 'string' ? await accessActivity(me.user, activityId) : null
  if (!found || !may(found.as, 'run-activity') || found.activity.kind !== 'homework') notFound()
  await placeArrivals(found.activity.id)
  revalidatePath(`/activities/${found.activity.id}/board`)
}
