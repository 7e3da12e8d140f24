'use server'
// The server actions of whoever has forgotten their password: asking for a link, and choosing a new one by it.
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { coursesPath, forgottenPath } from '#paths'
import { environment } from '#server/base/environment'
import { typedText } from '#server/base/text-schema'
import * as account from '#server/web/account'
import { makeKnownCookie } from '#server/web/device-cookie'
import { replaceSignIn } from '#server/web/device-sign-in'
import { cookiesOf, deviceOf } from '#server/web/identity'
import { requireForm } from '#server/web/sent-form'

export type AskState = { email: string; fault: 'bad-email' | 'wait' | null }

/** The same for every address: it must not tell who has an account. */
export async function askForLink(before: AskState, form: FormData): Promise<AskState> {
  requireForm(form, before)
  if (environment().mail === null) redirect(forgottenPath())
  const given = typedText(300).safeParse(form.get('email'))
  if (!given.success) return { email: '', fault: 'bad-email' }
  const answer = await account.askForRecovery(given.data, deviceOf(await headers()))
  if (answer !== 'asked') return { email: given.data, fault: answer }
  redirect(forgottenPath('1'))
}

export type ChooseState = {
  attempt: number
  fault: Extract<Awaited<ReturnType<typeof account.recoverPassword>>, { ok: false }>['fault'] | null
}

const Chosen = z.object({ token: z.string().regex(/^[\w-]{43}$/), next: typedText(1000) })

export async function choosePassword(before: ChooseState, form: FormData): Promise<ChooseState> {
  requireForm(form, before)
  const attempt = before.attempt + 1
  const given = Chosen.safeParse(Object.fromEntries(form))
  if (!given.success) return { attempt, fault: 'too-long' }
  const request = await headers()
  const answer = await account.recoverPassword(given.data.token, given.data.next, deviceOf(request))
  if (!answer.ok) return { attempt, fault: answer.fault }
  const jar = await cookies()
  await replaceSignIn(request, jar, answer.sessionId)
  const known = makeKnownCookie(cookiesOf(request), answer.email)
  if (known) jar.set(known)
  redirect(coursesPath())
}
