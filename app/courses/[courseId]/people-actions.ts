'use server'
// The server actions on a course's staff: invite, withdraw, change a part, remove, leave, hand over.
import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { caller } from '#access'
import { coursePath, coursesPath, invitationPath } from '#paths'
import { environment } from '#server/base/environment'
import { typedText } from '#server/base/text-schema'
import { accessCourse } from '#server/store/access/access'
import { ASSIGNABLE_PARTS } from '#server/store/access/parts'
import { rowId } from '#server/store/access/row-id'
import { changePart, handOver, leaveCourse, type PeopleAnswer, removeColleague } from '#server/store/courses/colleagues'
import { invite, withdrawInvitation } from '#server/store/courses/invitations'
import { isWholeEmail } from '#server/store/people/email'
import type { Person } from '#server/web/identity'
import { tryInvite } from '#server/web/rate-limits'
import { requireForm } from '#server/web/sent-form'

const Rooms = z.array(rowId).max(500)

async function mine(): Promise<Person> {
  return (await caller()) ?? notFound()
}

const read = <Shape extends z.ZodType>(shape: Shape, form: FormData): z.infer<Shape> =>
  shape.safeParse({ ...Object.fromEntries(form), rooms: form.getAll('rooms') }).data ?? notFound()

export type InviteState = {
  attempt: number
  email: string
  link: string | null
  /** The address to which it is mailed too; null where it is not. */
  mailedTo: string | null
  fault: 'bad-email' | 'no-room' | 'wait' | 'demo' | null
}

const Invite = z.object({ courseId: rowId, email: typedText(300), part: z.enum(ASSIGNABLE_PARTS), rooms: Rooms })

/** Makes an invitation link. It must not check whether the address has an account: the answer would tell who has one. */
export async function inviteColleague(before: InviteState, form: FormData): Promise<InviteState> {
  requireForm(form, before)
  const attempt = before.attempt + 1
  const by = await mine()
  const asked = read(Invite, form)
  const { courseId, part, rooms } = asked
  const email = asked.email.trim()
  if (!(await accessCourse(by, courseId, 'change-people'))) notFound()
  const refused = (fault: InviteState['fault']) => ({ attempt, email, link: null, mailedTo: null, fault })
  if (email !== '' && !isWholeEmail(email)) return refused('bad-email')
  if (!tryInvite(by.id)) return refused('wait')
  const made = await invite({ by, email: email || null, to: { courseId, part, rooms } })
  if (!made.ok) return refused(made.fault)
  revalidatePath(coursePath(courseId))
  const link = environment().publicUrl + invitationPath(made.token)
  return { attempt, email: '', link, mailedTo: made.mailed ? email : null, fault: null }
}

export async function takeBackInvitation(form: FormData): Promise<void> {
  requireForm(form)
  const by = await mine()
  const { courseId, id } = read(z.object({ courseId: rowId, id: rowId }), form)
  if (!(await accessCourse(by, courseId, 'change-people'))) notFound()
  await withdrawInvitation(courseId, id)
  revalidatePath(coursePath(courseId))
}

export type PeopleState = { attempt: number; answer: Exclude<PeopleAnswer, 'not-found'> | null }

function answered(before: PeopleState, courseId: string, answer: PeopleAnswer): PeopleState {
  if (answer === 'not-found') notFound()
  revalidatePath(coursePath(courseId))
  return { attempt: before.attempt + 1, answer }
}

const Colleague = z.object({ courseId: rowId, userId: rowId })

export async function changeColleague(before: PeopleState, form: FormData): Promise<PeopleState> {
  requireForm(form, before)
  const by = await mine()
  const asked = read(Colleague.extend({ part: z.enum(ASSIGNABLE_PARTS), rooms: Rooms }), form)
  return answered(before, asked.courseId, await changePart(by, asked.courseId, asked.userId, asked))
}

export async function takeOff(before: PeopleState, form: FormData): Promise<PeopleState> {
  requireForm(form, before)
  const by = await mine()
  const { courseId, userId } = read(Colleague, form)
  return answered(before, courseId, await removeColleague(by, courseId, userId))
}

export async function handOverTo(before: PeopleState, form: FormData): Promise<PeopleState> {
  requireForm(form, before)
  const by = await mine()
  const { courseId, userId } = read(Colleague, form)
  return answered(before, courseId, await handOver(by, courseId, userId))
}

export async function leave(before: PeopleState, form: FormData): Promise<PeopleState> {
  requireForm(form, before)
  const { id } = await mine()
  const { courseId } = read(z.object({ courseId: rowId }), form)
  const answer = await leaveCourse(id, courseId)
  if (answer === 'done') redirect(coursesPath())
  return answered(before, courseId, answer)
}
