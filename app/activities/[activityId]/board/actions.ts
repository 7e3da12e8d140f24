'use server'
// The board's server actions: convert a wall time in the course's zone to an instant, and give places to students added to the roster
// later. Changes to a room go over its socket instead.
import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { boardPath } from '#paths'
import { accessActivity, may } from '#server/store/access/access'
import { rowId } from '#server/store/access/row-id'
import { readSettings } from '#server/store/activities/activities'
import { type ResolvedTime, resolveWallTime, wallTime } from '#server/store/activities/deadlines'
import { placeArrivals } from '#server/store/courses/roster-arrivals'
import { whoIs } from '#server/web/identity'
import { requireForm } from '#server/web/sent-form'

const asked = z.strictObject({ activityId: rowId, wall: wallTime })

export async function resolveDeadline(input: unknown): Promise<ResolvedTime | null> {
  const me = await whoIs(await headers())
  const typed = asked.safeParse(input)
  if (!me || !typed.success) return null
  const found = await accessActivity(me.user, typed.data.activityId)
  if (!found || !may(found.as, 'run-activity')) return null
  const { homework } = await readSettings(found.activity.id)
  return homework ? resolveWallTime(homework.timeZone, typed.data.wall) : null
}

export async function placeNewcomers(form: FormData): Promise<void> {
  requireForm(form)
  const me = await whoIs(await headers())
  const activityId = form.get('activityId')
  const found = me && typeof activityId === 'string' ? await accessActivity(me.user, activityId) : null
  if (!found || !may(found.as, 'run-activity') || found.activity.kind !== 'homework') notFound()
  await placeArrivals(found.activity.id)
  revalidatePath(boardPath(found.activity.id))
}
