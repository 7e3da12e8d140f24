'use server'
// The server actions that accept or decline an invitation.
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { caller } from '#access'
import { coursePath, declinedInvitationPath, invitationPath, signInPath } from '#paths'
import { acceptInvitation, declineInvitation } from '#server/store/courses/invitations'
import { requireForm } from '#server/web/sent-form'

export type InvitationState = { fault: 'has-part' | 'demo' | 'other-address' | null }

const Token = z.string().regex(/^[\w-]{43}$/)

export async function accept(_: InvitationState, form: FormData): Promise<InvitationState> {
  requireForm(form)
  const token = Token.safeParse(form.get('token')).data
  if (token === undefined) redirect('/')
  const here = invitationPath(token)
  const me = await caller()
  if (me?.kind !== 'account') redirect(signInPath(here))
  const answer = await acceptInvitation(token, me)
  switch (answer.kind) {
    case 'accepted':
      return redirect(coursePath(answer.courseId))
    case 'not-found':
      return redirect(here)
    case 'has-part':
    case 'demo':
    case 'other-address':
      return { fault: answer.kind }
    default:
      return answer satisfies never
  }
}

export async function decline(form: FormData): Promise<void> {
  requireForm(form)
  const token = Token.safeParse(form.get('token')).data
  if (token === undefined) redirect('/')
  redirect((await declineInvitation(token)) ? declinedInvitationPath(token) : invitationPath(token))
}
