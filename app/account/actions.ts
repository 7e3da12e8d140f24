'use server'
// The server actions of the account page. Each acts only on the account of the request's own session.
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { accountPath, signInPath } from '#paths'
import { typedText } from '#server/base/text-schema'
import * as devices from '#server/store/people/devices'
import * as account from '#server/web/account'
import { replaceSignIn } from '#server/web/device-sign-in'
import { deviceOf, type Identity, whoIs } from '#server/web/identity'
import { requireForm } from '#server/web/sent-form'

async function me(): Promise<Identity> {
  return (await whoIs(await headers())) ?? redirect(signInPath(accountPath()))
}

export type PasswordState = {
  attempt: number
  /** `try` changes with every refusal: without it two equal waits in a row would not restart the countdown. */
  fault:
    | Exclude<Extract<account.PasswordChange, { ok: false }>['fault'], 'wait'>
    | { waitMs: number; try: number }
    | null
}

const Passwords = z.object({ current: typedText(1000), next: typedText(1000) })

export async function changePassword(before: PasswordState, form: FormData): Promise<PasswordState> {
  requireForm(form, before)
  const { user } = await me()
  const attempt = before.attempt + 1
  const given = Passwords.safeParse(Object.fromEntries(form))
  if (!given.success) return { attempt, fault: 'too-long' }
  const request = await headers()
  const answer = await account.changePassword(user, given.data, deviceOf(request))
  if (answer.ok) {
    await replaceSignIn(request, await cookies(), answer.sessionId)
    // A redirect, because this request still carries the ended session; the next one carries the new.
    redirect(accountPath('password'))
  }
  if (answer.fault !== 'wait') return { attempt, fault: answer.fault }
  const tried = typeof before.fault === 'object' && before.fault !== null ? before.fault.try : 0
  return { attempt: before.attempt, fault: { waitMs: answer.waitMs, try: tried + 1 } }
}

export type NameState = { attempt: number; name: string; outcome: 'renamed' | 'bad-name' | null }

export async function changeName(before: NameState, form: FormData): Promise<NameState> {
  requireForm(form, before)
  const { user, sessionId } = await me()
  const given = typedText(300).safeParse(form.get('name'))
  const name = given.success ? given.data : before.name
  const outcome = given.success ? await account.renameAccount(user, name) : 'bad-name'
  if (outcome === 'renamed') await replaceSignIn(await headers(), await cookies(), sessionId)
  return { attempt: before.attempt + 1, name, outcome }
}

export async function endDevice(form: FormData): Promise<void> {
  requireForm(form)
  const { user } = await me()
  const handle = typedText(40).safeParse(form.get('device'))
  if (handle.success) await devices.endDevice(user.id, handle.data)
  redirect(accountPath('device'))
}

export async function endOthers(): Promise<void> {
  const { user, sessionId } = await me()
  await account.endOtherDevices(user, sessionId)
  redirect(accountPath('others'))
}
