'use server'
// The server actions of the join pages: a code, a name, a join request. Only they set the join cookies.
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { joinCodePath, joinPath, joinSeatPath, joinWaitPath } from '#paths'
import { findOwnPlace, type JoinRefusal } from '#server/store/door/door'
import { enterAsAdmitted, withdrawJoinRequest } from '#server/store/door/join-requests'
import { replaceSignIn } from '#server/web/device-sign-in'
import { doorCookie, emptyDoorCookie, readDoorCookie } from '#server/web/door-cookie'
import { deviceOf, sessionIdIn, whoIs } from '#server/web/identity'
import { joiningPerson } from '#server/web/joining-person'
import { askToJoin, joinThroughDoor, type QueuePosition } from '#server/web/throttled-door'
import { typedText } from '#server/web/typed-text'

const code = typedText(40).trim()
const name = typedText(300)
/** Absent counts as somebody new: a shared device must not join the next student as the one before. */
const as = z.literal('self').or(z.literal('other')).catch('other')

export async function goToCode(form: FormData): Promise<void> {
  const given = code.safeParse(form.get('code'))
  redirect(given.success && given.data !== '' ? joinCodePath(given.data) : joinPath())
}

export type JoinState = {
  attempt: number
  name: string
  /** The typed student number; null until the server has asked for one. */
  number: string | null
  refusal: Exclude<JoinRefusal, 'asks-first'> | 'list-full' | null
  /** The form's place in the rate limit's queue. */
  queue: QueuePosition | null
}

const JoinForm = z.object({ code, name, as, word: typedText(100).nullable(), number: typedText(100).nullable() })

/** Joins by code and name: redirects to the seats, or returns the refusal with the typed fields. */
export async function joinAs(before: JoinState, form: FormData): Promise<JoinState> {
  const attempt = before.attempt + 1
  const given = JoinForm.safeParse({ word: null, number: null, ...Object.fromEntries(form) })
  if (!given.success) return { ...before, attempt, refusal: 'bad-name', queue: null }
  const { as: _, ...coming } = given.data
  const kept = { attempt, name: coming.name, number: coming.number }
  const request = await headers()
  const visitor = joiningPerson((await whoIs(request))?.user ?? null, given.data)
  const own = visitor && (await findOwnPlace(coming.code, visitor.id))
  if (own) redirect(own.roomId ? joinSeatPath(own.roomId) : joinWaitPath())
  const signIn = await sessionIdIn(request)
  const answer = await joinThroughDoor({ ...coming, visitor, signIn }, deviceOf(request))
  if (answer.ok) {
    if (answer.sessionId) await replaceSignIn(request, await cookies(), answer.sessionId)
    redirect(answer.roomId ? joinSeatPath(answer.roomId) : joinWaitPath())
  }
  switch (answer.refusal) {
    case 'asks-first': {
      const { fault, queue } = await ask(coming)
      return { ...kept, refusal: fault, queue }
    }
    case 'queue':
      return { ...kept, refusal: null, queue: { place: answer.place, waitMs: answer.waitMs } }
    case 'number-needed':
      return { ...kept, number: '', refusal: answer.refusal, queue: null }
    default:
      return { ...kept, refusal: answer.refusal, queue: null }
  }
}

type AskFailure = { fault: 'bad-name' | 'list-full' | null; queue: QueuePosition | null }
export type AskState = { attempt: number; name: string } & AskFailure

/** Sends a join request, also for a seat that is taken under the same name. */
export async function askToComeIn(before: AskState, form: FormData): Promise<AskState> {
  const attempt = before.attempt + 1
  const given = z.object({ code, name }).safeParse({ code: form.get('code'), name: form.get('name') })
  if (!given.success) return { attempt, name: before.name, fault: 'bad-name', queue: null }
  return { attempt, name: given.data.name, ...(await ask(given.data)) }
}

/** Redirects when the request was stored; returns only a failure. */
async function ask(asking: { code: string; name: string }): Promise<AskFailure> {
  const asked = await askToJoin(asking, deviceOf(await headers()))
  switch (asked.kind) {
    case 'bad-name':
      return { fault: 'bad-name', queue: null }
    case 'full':
      return { fault: 'list-full', queue: null }
    case 'queue':
      return { fault: null, queue: { place: asked.place, waitMs: asked.waitMs } }
    case 'asked': {
      const jar = await cookies()
      jar.set(doorCookie({ secret: asked.secret, askedAt: asked.askedAt.getTime(), code: asking.code }))
      return redirect(joinWaitPath())
    }
    default:
      return asked satisfies never
  }
}

export async function leaveTheDoor(): Promise<void> {
  const kept = readDoorCookie(await headers())
  if (kept) await withdrawJoinRequest(kept.secret)
  ;(await cookies()).set(emptyDoorCookie())
  redirect(joinPath())
}

/** Signs in the device whose request was accepted. The secret in its cookie works once. */
export async function comeIn(): Promise<void> {
  const jar = await cookies()
  const request = await headers()
  const kept = readDoorCookie(request)
  const entered = kept && (await enterAsAdmitted(kept.secret, deviceOf(request).userAgent))
  jar.set(emptyDoorCookie())
  if (!entered) redirect(joinPath())
  await replaceSignIn(request, jar, entered.sessionId)
  redirect(entered.roomId ? joinSeatPath(entered.roomId) : joinWaitPath())
}
