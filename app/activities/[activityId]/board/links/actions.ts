'use server'
// The server action of the links page: renews one student's link; the old link stops working.
import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { linksPath } from '#paths'
import { accessActivity, may } from '#server/store/access/access'
import { rowId } from '#server/store/access/row-id'
import { renewLink } from '#server/store/courses/personal-links'
import { whoIs } from '#server/web/identity'

export async function renew(form: FormData): Promise<void> {
  const me = await whoIs(await headers())
  const asked = z.object({ activityId: rowId, placeId: rowId }).safeParse(Object.fromEntries(form))
  const found = me && asked.success ? await accessActivity(me.user, asked.data.activityId) : null
  if (!asked.success || !found || !may(found.as, 'run-activity')) notFound()
  if ((await renewLink(found.activity.courseId, asked.data.placeId)) === 'not-found') notFound()
  const page = linksPath(found.activity.id)
  revalidatePath(page)
  redirect(page)
}
