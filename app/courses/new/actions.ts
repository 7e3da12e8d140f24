'use server'
// The server action that creates a course.
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { caller } from '#access'
import { coursePath, newCoursePath, signInPath } from '#paths'
import { typedText } from '#server/base/text-schema'
import { createCourse, isTimeZone } from '#server/store/courses/courses'
import { requireForm } from '#server/web/sent-form'

export type NewCourseFault = 'bad-title' | 'bad-zone'
export type NewCourseState = { attempt: number; title: string; timeZone: string; faults: readonly NewCourseFault[] }

const Typed = z.object({ title: typedText(1000).trim(), timeZone: typedText(100) })

export async function makeCourse(before: NewCourseState, form: FormData): Promise<NewCourseState> {
  requireForm(form, before)
  const me = await caller()
  if (me?.kind !== 'account') redirect(signInPath(newCoursePath()))
  const attempt = before.attempt + 1
  const given = Typed.safeParse(Object.fromEntries(form))
  if (!given.success) return { ...before, attempt, faults: ['bad-title'] }
  const { title, timeZone } = given.data
  const faults: NewCourseFault[] = []
  if (title.length === 0 || title.length > 120) faults.push('bad-title')
  if (!isTimeZone(timeZone)) faults.push('bad-zone')
  if (faults.length > 0) return { attempt, title, timeZone, faults }
  redirect(coursePath(await createCourse({ title, timeZone, by: me.id })))
}
