'use server'
// What a course's own page sends: who else runs it.
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { whoIs } from '#server/identity'
import { accessCourse } from '#server/store/access'
import { addStaff } from '#server/store/courses'
import { findAccount } from '#server/store/users'

export type StaffState = {
  attempt: number
  email: string
  outcome: { kind: 'added'; name: string } | { kind: 'no-account' } | { kind: 'not-yours' } | null
}

const Typed = z.object({
  courseId: z.string().max(64),
  email: z.string().max(300),
  role: z.enum(['instructor', 'assistant']),
})

export async function addColleague(before: StaffState, form: FormData): Promise<StaffState> {
  const attempt = before.attempt + 1
  const me = await whoIs(await headers())
  const typed = Typed.safeParse(Object.fromEntries(form))
  if (!me || !typed.success) notFound()
  const { courseId, email, role } = typed.data
  const found = await accessCourse(me.user, courseId)
  if (!found) notFound()
  if (found.role !== 'instructor') return { attempt, email, outcome: { kind: 'not-yours' } }
  const colleague = await findAccount(email)
  if (!colleague) return { attempt, email, outcome: { kind: 'no-account' } }
  // An instructor who names themselves keeps their own part: a course is never left without one.
  if (colleague.id !== me.user.id && (await addStaff(courseId, colleague.id, role)) === 'demo')
    return { attempt, email, outcome: { kind: 'no-account' } }
  return { attempt, email: '', outcome: { kind: 'added', name: colleague.name } }
}
