'use server'
// The server action that changes a prepared seating. It checks the caller's rights itself, because it can be called without its page.
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { caller } from '#access'
import { accessActivity, may } from '#server/store/access/access'
import { rowId } from '#server/store/access/row-id'
import { changeSeating } from '#server/store/seating/prepared-seating'
import { type SeatingAnswer, seatingRequest } from '#simulation/wire/seating'

const request = z.object({ activityId: rowId, asked: z.unknown() })

export async function changeSeats(value: unknown): Promise<SeatingAnswer> {
  const me = await caller()
  const given = request.safeParse(value)
  const found = me && given.success ? await accessActivity(me, given.data.activityId) : null
  if (!me || !given.success || !found || !may(found.as, 'run-activity')) notFound()
  const asked = seatingRequest.safeParse(given.data.asked)
  if (!asked.success) notFound()
  return (await changeSeating(found.activity.id, me.id, asked.data)) ?? notFound()
}
