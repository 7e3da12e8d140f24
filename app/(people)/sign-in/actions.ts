'use server'
// The server actions of the sign-in page. They set the session cookie; server/sign-in checks the password.
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { closedDemoPath, deskPath, homePath, linkMailedPath, myPath, roomPath, transcriptPath } from '#paths'
import { typedText } from '#server/base/text-schema'
import { openDemoRun, readDemo } from '#server/store/activities/demo'
import { DEMO_PACES } from '#server/store/activities/demo-runs'
import { askForPersonalLink } from '#server/web/account'
import { makeKnownCookie } from '#server/web/device-cookie'
import { replaceSignIn } from '#server/web/device-sign-in'
import { cookiesOf, deviceOf } from '#server/web/identity'
import { requireForm } from '#server/web/sent-form'
import { signInAsDemo, signInByPassword } from '#server/web/sign-in'
import { isStudentsPage, localPath } from '../local-path'

export type SignInState = {
  email: string
  /** How many passwords failed on this page. The form keys its password field by it, so that the field is empty after each failure. */
  misses: number
  /** `try` changes with every refusal: without it two equal waits in a row would not restart the countdown. */
  fault: { kind: 'no-match' } | { kind: 'wait'; waitMs: number; try: number } | null
}

const Typed = z.object({ email: typedText(300), password: typedText(1000), next: typedText(2000) })

export async function signIn(before: SignInState, form: FormData): Promise<SignInState> {
  requireForm(form, before)
  const given = Typed.safeParse(Object.fromEntries(form))
  const noMatch = { misses: before.misses + 1, fault: { kind: 'no-match' } } as const
  if (!given.success) return { email: '', ...noMatch }
  const { email, password, next } = given.data
  const request = await headers()
  const answer = await signInByPassword(email, password, deviceOf(request))
  if (!answer.ok && answer.refusal === 'no-match') return { email, ...noMatch }
  if (!answer.ok) {
    const tried = before.fault?.kind === 'wait' ? before.fault.try : 0
    return { email, misses: before.misses, fault: { kind: 'wait', waitMs: answer.waitMs, try: tried + 1 } }
  }
  const jar = await cookies()
  await replaceSignIn(request, jar, answer.sessionId)
  const known = makeKnownCookie(cookiesOf(request), answer.person.email ?? '')
  if (known) jar.set(known)
  redirect(localPath(next))
}

export type LinkState = { email: string; fault: 'bad-email' | 'wait' | null }

const Asked = z.object({ email: typedText(300), next: typedText(2000) })

/** The same for every address: it must not tell who is on a class list. */
export async function mailLink(before: LinkState, form: FormData): Promise<LinkState> {
  requireForm(form, before)
  const given = Asked.safeParse(Object.fromEntries(form))
  if (!given.success) return { email: '', fault: 'bad-email' }
  const { email } = given.data
  const next = localPath(given.data.next)
  const leadsTo = isStudentsPage(next) ? next : myPath()
  const answer = await askForPersonalLink(email, leadsTo, deviceOf(await headers()))
  if (answer !== 'asked') return { email, fault: answer }
  redirect(linkMailedPath(next))
}

/**
 * Signs in to the demo. `to` chooses where it leads: the finished record, a desk that waits for its start, or the demo's own page for its
 * instructor; `week`, the homework debate, and `play`, ten minutes of a seminar that begin with the press, for its student.
 */
export async function signInToDemo(form: FormData): Promise<void> {
  requireForm(form)
  const request = await headers()
  const to = DemoPage.safeParse(form.get('to')).data
  const entered = await signInAsDemo(
    request,
    deviceOf(request),
    to === 'week' || to === 'play' ? 'student' : 'instructor',
  )
  if (!entered) redirect(closedDemoPath())
  await replaceSignIn(request, await cookies(), entered.sessionId)
  redirect(await demoPage(to))
}

const DemoPage = z.enum([...DEMO_PACES, 'finished', 'week'])

async function demoPage(wanted: z.infer<typeof DemoPage> | undefined): Promise<string> {
  switch (wanted) {
    case 'watch':
    case 'class': {
      const room = await openDemoRun(wanted, Date.now())
      return room ? deskPath(room) : homePath()
    }
    case 'play': {
      const room = await openDemoRun(wanted, Date.now())
      return room ? roomPath(room) : homePath()
    }
    case 'finished':
    case 'week': {
      const room = (await readDemo())?.[wanted]
      if (!room) return homePath()
      return wanted === 'week' ? roomPath(room.roomId) : transcriptPath(room.roomId)
    }
    case undefined:
      return homePath()
    default:
      return wanted satisfies never
  }
}
