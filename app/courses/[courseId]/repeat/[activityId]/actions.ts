'use server'
// The server action that publishes a homework debate again and redirects to its board. The dates are computed and judged anew.
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { caller } from '#access'
import { boardPath } from '#paths'
import { typedText } from '#server/base/text-schema'
import { accessCourse } from '#server/store/access/access'
import { rowId } from '#server/store/access/row-id'
import { isDay } from '#server/store/activities/deadlines'
import { accessActivityToEdit, cleanTitle } from '#server/store/courses/archive-delete'
import { readPublishedDebate, repeatDebate } from '#server/store/homework/repeating-debate'
import { laterFault, weeksBetween, weeksLater } from '#server/store/homework/shift-dates'
import { isDemoPerson } from '#server/store/people/demo-person'
import { requireForm } from '#server/web/sent-form'

export type RepeatFault = 'no-name' | 'no-roster' | 'dates'

const FORM = z.object({ activityId: rowId, into: rowId, start: typedText(20), title: typedText(1_000) })

export async function repeatThisDebate(
  _: { fault: RepeatFault | null },
  form: FormData,
): Promise<{ fault: RepeatFault | null }> {
  requireForm(form)
  const me = await caller()
  const given = FORM.safeParse(Object.fromEntries(form))
  if (!me || isDemoPerson(me) || !given.success) notFound()
  const { activityId, into, start } = given.data
  const found = await accessActivityToEdit(me, activityId)
  const target = found && (await accessCourse(me, into, 'make-activity'))
  const debate = target ? await readPublishedDebate(activityId) : null
  if (!target || !debate) notFound()
  const title = cleanTitle(given.data.title)
  if (title === null) return { fault: 'no-name' }
  const { id: courseId, timeZone } = target.course
  const weeks = isDay(start) ? weeksBetween(debate.firstDay, start) : null
  if (weeks === null) return { fault: 'dates' }
  const dates = weeksLater(debate.phases, weeks, timeZone)
  if (dates.some((_phase, index) => laterFault(dates, index, Date.now()) !== null)) return { fault: 'dates' }
  const t = await getTranslations('homework')
  const nameRoom = (number: number) => t('room', { number })
  const made = await repeatDebate(debate, { courseId, timeZone, title, by: me.id, weeks, nameRoom })
  if (made === 'no-roster') return { fault: 'no-roster' }
  redirect(boardPath(made.activityId))
}
