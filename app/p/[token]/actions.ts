'use server'
// The server action that signs this device in as the owner of a personal link.
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { personalLinkPath } from '#paths'
import { readParticipations } from '#server/store/activities/participants'
import { enterByLink } from '#server/store/courses/personal-links'
import { isAskedForOffices } from '#server/store/seating/seat-choices'
import { replaceSignIn } from '#server/web/device-sign-in'
import { deviceOf, whoIs } from '#server/web/identity'
import { requireForm } from '#server/web/sent-form'
import { landingOf, wantedPage } from './destination'

export async function enter(form: FormData): Promise<void> {
  requireForm(form)
  const token = form.get('token')
  const request = await headers()
  const device = deviceOf(request)
  const next = wantedPage(form.get('next'))
  const back = personalLinkPath(String(token ?? ''), next)
  if (typeof token !== 'string') redirect(back)
  const entered = await enterByLink(token, device.userAgent, (await whoIs(request))?.user ?? null)
  if (!entered.ok) redirect(back)
  await replaceSignIn(request, await cookies(), entered.sessionId)
  redirect(next ?? landingOf(await readParticipations(entered.userId), await isAskedForOffices(entered.userId)))
}
