'use server'
// The server actions of the sign-up page. server/sign-in finds all faults at once.
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { coursesPath } from '#paths'
import { typedText } from '#server/base/text-schema'
import { findInvitation } from '#server/store/courses/invitations'
import { makeKnownCookie } from '#server/web/device-cookie'
import { replaceSignIn } from '#server/web/device-sign-in'
import { cookiesOf, deviceOf } from '#server/web/identity'
import { requireForm } from '#server/web/sent-form'
import { type SignUpFault, signUp } from '#server/web/sign-in'
import { invitationIn } from '../invitation-in'
import { localPath } from '../local-path'

export type SignUpState = { attempt: number; name: string; email: string; faults: readonly SignUpFault[] }

const Typed = z.object({
  name: typedText(300),
  email: typedText(300),
  password: typedText(1000),
  next: typedText(2000),
})

export async function createAccount(before: SignUpState, form: FormData): Promise<SignUpState> {
  requireForm(form, before)
  const attempt = before.attempt + 1
  const given = Typed.safeParse(Object.fromEntries(form))
  if (!given.success) return { attempt, name: '', email: '', faults: ['bad-name', 'bad-email', 'too-short'] }
  const { next, ...asked } = given.data
  const request = await headers()
  const back = localPath(next)
  const invitation = invitationIn(back)
  const invited = invitation === null ? null : await findInvitation(invitation)
  const answer = await signUp({ ...asked, invitation }, deviceOf(request))
  if (!answer.ok) return { attempt, name: asked.name, email: asked.email, faults: answer.faults }
  const jar = await cookies()
  await replaceSignIn(request, jar, answer.sessionId)
  const known = makeKnownCookie(cookiesOf(request), answer.person.email ?? '')
  if (known) jar.set(known)
  // An invitation to no course has nothing to accept after sign-up, so its page is skipped.
  redirect(invited && !invited.to ? coursesPath() : back)
}
