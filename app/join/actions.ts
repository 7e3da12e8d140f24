'use server'
// The server actions of the join pages: a code, a name, a join request. Only they set the join cookies.
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { joinCodePath, joinPath, joinSeatPath, joinWaitPath } from '#paths'
import { typedText } from '#server/base/text-schema'
import { rowId } from '#server/store/access/row-id'
import { findOwnPlace, type JoinRefusal } from '#server/store/door/door'
import { enterAsAdmitted, withdrawJoinRequest } from '#server/store/door/join-requests'
import { replaceSignIn } from '#server/web/device-sign-in'
import { doorCookie, emptyDoorCookie, readDoorCookie } from '#server/web/door-cookie'
import { deviceOf, sessionIdIn, whoIs } from '#server/web/identity'
import { joiningPerson } from '#server/web/joining-person'
import { requireForm } from '#server/web/sent-form'
import { askToJoin, findNames, joinThroughDoor, type QueuePosition } from '#server/web/throttled-door'
import { LIMITS } from '#simulation/kernel/limits'

const code = typedText(LIMITS.joinCode).trim()
const name = typedText(300)
/** Absent counts as somebody new: a shared device must not join the next student as the one before. */
const as = z.literal('self').or(z.literal('other')).catch('other')

export async function goToCode(form: FormData): Promise<void> {
  requireForm(form)
  const given = code.safeParse(form.get('code'))
  redirect(given.success && given.data !== '' ? joinCodePath(given.data) : joinPath())
}

export type JoinState = {
  attempt: number
  name: string
  /** The line of the roster that was picked; null for a name that was typed. */
  place: string | null
  /** The typed student number; null until the server has asked for one. */
  number: string | null
  refusal: Exclude<JoinRefusal, 'asks-first' | 'full'> | 'list-full' | null
  /** The form's place in the rate limit's queue. */
  queue: QueuePosition | null
}

const place = rowId.nullable().catch(null)
const JoinForm = z.object({
  ...{ code, name, as, place },
  word: typedText(100).nullable(),
  number: typedText(100).nullable(),
})

/** Joins by code and name: redirects to the seats, or returns the refusal with the typed fields. */
export async function joinAs(before: JoinState, form: FormData): Promise<JoinState> {
  requireForm(form, before)
  const attempt = before.attempt + 1
  const given = JoinForm.safeParse({ word: null, number: null, place: null, ...Object.fromEntries(form) })
  if (!given.success) return { ...before, attempt, refusal: 'bad-name', queue: null }
  const { as: _, ...coming } = given.data
  const kept = { attempt, name: coming.name, place: coming.place, number: coming.number }
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
  const { refusal } = answer
  if (refusal === 'queue') return { ...kept, refusal: null, queue: { place: answer.place, waitMs: answer.waitMs } }
  // Nobody is sent away from a full seminar: their request goes to the desk without another press.
  if (refusal === 'full' || refusal === 'asks-first') {
    const { fault, queue } = await ask(coming)
    return { ...kept, refusal: fault, queue }
  }
  return { ...kept, number: refusal === 'number-needed' ? '' : kept.number, refusal, queue: null }
}

type AskFailure = { fault: 'bad-name' | 'title' | 'list-full' | null; queue: QueuePosition | null }
export type AskState = { attempt: number; name: string } & AskFailure

/** `mine`: the seat under this name is claimed, so the device that has it may answer. */
const AskForm = z.object({ code, name, place, mine: z.literal('yes').nullable().catch(null) })

/** Sends a join request, also for a seat that is taken under the same name. */
export async function askToComeIn(before: AskState, form: FormData): Promise<AskState> {
  requireForm(form, before)
  const attempt = before.attempt + 1
  const given = AskForm.safeParse({ place: null, mine: null, ...Object.fromEntries(form) })
  if (!given.success) return { attempt, name: before.name, fault: 'bad-name', queue: null }
  return { attempt, name: given.data.name, ...(await ask(given.data)) }
}

type Asking = { code: string; name: string; place: string | null; mine?: 'yes' | null }

/** Redirects when the request was stored; returns only a failure. */
async function ask(asking: Asking): Promise<AskFailure> {
  const asked = await askToJoin(asking, deviceOf(await headers()))
  switch (asked.kind) {
    case 'bad-name':
    case 'title':
      return { fault: asked.kind, queue: null }
    case 'full':
      return { fault: 'list-full', queue: null }
    case 'queue':
      return { fault: null, queue: { place: asked.place, waitMs: asked.waitMs } }
    case 'asked': {
      const jar = await cookies()
      const { code, mine } = asking
      const claim = mine === 'yes' ? { claims: true } : {}
      jar.set(doorCookie({ secret: asked.secret, askedAt: asked.askedAt.getTime(), code, ...claim }))
      return redirect(joinWaitPath())
    }
    default:
      return asked satisfies never
  }
}

const NamesAsked = z.object({ code, word: typedText(100), typed: typedText(100) })
export type NamesFound = Awaited<ReturnType<typeof findNames>>

/** The names on the roster that begin as typed; null where there is nothing to show. */
export async function findOwnName(asked: { code: string; word: string; typed: string }): Promise<NamesFound> {
  const given = NamesAsked.safeParse(asked)
  return given.success ? findNames(given.data, given.data.typed, deviceOf(await headers())) : null
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
