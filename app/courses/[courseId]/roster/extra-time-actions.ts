'use server'
// The server action that gives a student of the roster extra time in the homework debates of the course.
import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { caller } from '#access'
import { rosterPath } from '#paths'
import { typedText } from '#server/base/text-schema'
import { accessCourse } from '#server/store/access/access'
import { rowId } from '#server/store/access/row-id'
import { giveExtraTime } from '#server/store/courses/roster-following'
import { requireForm } from '#server/web/sent-form'
import { MOST_EXTRA_TIME } from '#simulation/shapes/homework'

/** What was typed stays where it is not saved. */
export type ExtraTimeState = {
  outcome: 'saved' | 'noNumber' | 'gone' | null
  typed: string
  place: string
}

const Sent = z.object({ courseId: rowId, placeId: rowId, percent: typedText(20) })
const Percent = z.coerce.number().int().min(0).max(MOST_EXTRA_TIME)

export async function saveExtraTime(before: ExtraTimeState, form: FormData): Promise<ExtraTimeState> {
  requireForm(form, before)
  const sent = Sent.safeParse(Object.fromEntries(form)).data
  const me = await caller()
  if (!me || !sent || !(await accessCourse(me, sent.courseId, 'edit-roster'))) notFound()
  const { courseId, placeId, percent: typed } = sent
  const shown = { typed, place: placeId }
  const percent = typed.trim() === '' ? undefined : Percent.safeParse(typed).data
  if (percent === undefined) return { ...shown, outcome: 'noNumber' }
  const isSaved = await giveExtraTime(courseId, placeId, percent)
  revalidatePath(rosterPath(courseId))
  return { ...shown, typed: String(percent), outcome: isSaved ? 'saved' : 'gone' }
}
