'use server'
// What the pages at the door send: a code, a name, a request to be let in. Cookies are set here and nowhere else.
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { missedAtDoor, waitAtDoor } from '#server/attempts'
import { takeSignIn } from '#server/device-sign-in'
import { deviceOf, isSecure, sessionIdIn, whoIs } from '#server/identity'
import { findOwnPlace, joinByCode } from '#server/store/door'
import { askAtDoor, enterAsAdmitted, stopAsking } from '#server/store/door-requests'
import { typed } from '#server/typed'
import { whoGoesOn } from '#server/who-goes-on'
import { doorCookie, doorCookieOptions, readKept, writeKept } from './door-cookie'

const code = typed(40).trim()
const name = typed(300)
/** Absent, as from a page that asked nobody, is somebody new: nobody is taken for the person before by silence. */
const as = z.literal('self').or(z.literal('other')).catch('other')

export async function goToCode(form: FormData): Promise<void> {
  const given = code.safeParse(form.get('code'))
  redirect(given.success && given.data !== '' ? `/join/${encodeURIComponent(given.data)}` : '/join')
}

export type JoinState = {
  attempt: number
  name: string
  refusal: 'bad-name' | 'not-on-roster' | 'code-not-open' | 'name-taken' | 'try-again' | null
}

/** Code and name: a place, or the reason why not, with the name kept. */
export async function joinAs(before: JoinState, form: FormData): Promise<JoinState> {
  const attempt = before.attempt + 1
  const given = z.object({ code, name, as }).safeParse(Object.fromEntries(form))
  if (!given.success) return { attempt, name: before.name, refusal: 'bad-name' }
  const request = await headers()
  const visitor = whoGoesOn((await whoIs(request))?.user ?? null, given.data)
  const own = visitor && (await findOwnPlace(given.data.code, visitor.id))
  if (own) redirect(own.roomId ? `/join/seat/${own.roomId}` : '/join/wait')
  const device = deviceOf(request)
  if (!(await waitAtDoor(device.address))) return { attempt, name: given.data.name, refusal: 'try-again' }
  const signIn = await sessionIdIn(request)
  const answer = await joinByCode({ ...given.data, userAgent: device.userAgent, visitor, signIn })
  if (answer.ok) {
    if (answer.sessionId) await takeSignIn(request, await cookies(), answer.sessionId)
    redirect(answer.roomId ? `/join/seat/${answer.roomId}` : '/join/wait')
  }
  if (answer.refusal === 'asks-first') return ask(given.data)
  if (answer.refusal === 'code-not-open') await missedAtDoor(device.address)
  return { attempt, name: given.data.name, refusal: answer.refusal }
}

export type AskState = { attempt: number; name: string; fault: 'bad-name' | 'try-again' | null }

/** Asks to be let in, or to have a seat that is taken under one's own name. */
export async function askToComeIn(before: AskState, form: FormData): Promise<AskState> {
  const attempt = before.attempt + 1
  const given = z.object({ code, name }).safeParse(Object.fromEntries(form))
  if (!given.success) return { attempt, name: before.name, fault: 'bad-name' }
  const device = deviceOf(await headers())
  if (!(await waitAtDoor(device.address))) return { attempt, name: given.data.name, fault: 'try-again' }
  await missedAtDoor(device.address)
  const { refusal } = await ask(given.data)
  return { attempt, name: given.data.name, fault: refusal === 'bad-name' ? 'bad-name' : null }
}

async function ask(asking: { code: string; name: string }): Promise<JoinState> {
  const asked = await askAtDoor(asking)
  if (asked === 'bad-name') return { attempt: 0, name: asking.name, refusal: 'bad-name' }
  const kept = writeKept({ secret: asked.secret, askedAt: asked.askedAt.getTime(), code: asking.code })
  const secure = isSecure()
  ;(await cookies()).set(doorCookie(secure), kept, { ...doorCookieOptions(secure), maxAge: 12 * 3600 })
  redirect('/join/wait')
}

export async function leaveTheDoor(): Promise<void> {
  const jar = await cookies()
  const kept = readKept(jar.get(doorCookie(isSecure()))?.value)
  if (kept) await stopAsking(kept.secret)
  jar.delete({ name: doorCookie(isSecure()), ...doorCookieOptions(isSecure()) })
  redirect('/join')
}

/** The device that was let in takes its session; the secret in its cookie works once. */
export async function comeIn(): Promise<void> {
  const jar = await cookies()
  const kept = readKept(jar.get(doorCookie(isSecure()))?.value)
  const request = await headers()
  const entered = kept && (await enterAsAdmitted(kept.secret, deviceOf(request).userAgent))
  jar.delete({ name: doorCookie(isSecure()), ...doorCookieOptions(isSecure()) })
  if (!entered) redirect('/join')
  await takeSignIn(request, jar, entered.sessionId)
  redirect(entered.roomId ? `/join/seat/${entered.roomId}` : '/join/wait')
}
