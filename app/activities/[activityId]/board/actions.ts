'use server'
// What the board asks of the server: the instant that a wall time of the course's zone means. The rooms themselves judge the rest.
import { headers } from 'next/headers'
import { z } from 'zod'
import { whoIs } from '#server/identity'
import { accessActivity } from '#server/store/access'
import { readSettings } from '#server/store/activities'
import { type Landed, landIn, wallTime } from '#server/store/deadlines'

const asked = z.strictObject({ activityId: z.string().min(1).max(64), wall: wallTime })

export async function resolveDeadline(input: unknown): Promise<Landed | null> {
  const me = await whoIs(await headers())
  const typed = asked.safeParse(input)
  if (!me || !typed.success) return null
  const found = await accessActivity(me.user, typed.data.activityId)
  if (found?.as.kind !== 'chair') return null
  const { homework } = await readSettings(found.activity.id)
  return homework ? landIn(homework.timeZone, typed.data.wall) : null
}
