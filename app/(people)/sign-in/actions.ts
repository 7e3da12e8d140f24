'use server'
// What the sign-in page sends. It puts the sign-in on the device and nothing else; the password is judged in server/sign-in.
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { takeSignIn } from '#server/device-sign-in'
import { deviceOf } from '#server/identity'
import { enterAsDemo, enterByPassword } from '#server/sign-in'
import { readDemo } from '#server/store/demo'
import { typed } from '#server/typed'
import { localPath } from './local-path'

export type SignInState = {
  attempt: number
  email: string
  fault: { kind: 'no-match'; triesLeft: number } | { kind: 'wait'; minutes: number } | null
}

const Typed = z.object({ email: typed(300), password: typed(1000), next: typed(2000) })

export async function signIn(before: SignInState, form: FormData): Promise<SignInState> {
  const attempt = before.attempt + 1
  const given = Typed.safeParse(Object.fromEntries(form))
  if (!given.success) return { attempt, email: '', fault: { kind: 'no-match', triesLeft: 4 } }
  const { email, password, next } = given.data
  const request = await headers()
  const answer = await enterByPassword(email, password, deviceOf(request))
  if (!answer.ok) {
    return answer.refusal === 'wait'
      ? { attempt, email, fault: { kind: 'wait', minutes: Math.ceil(answer.waitSeconds / 60) } }
      : { attempt, email, fault: { kind: 'no-match', triesLeft: answer.triesLeft } }
  }
  await takeSignIn(request, await cookies(), answer.sessionId)
  redirect(localPath(next))
}

/** One click into the demo: to its own page, or straight to the finished record or to the desk that waits. */
export async function signInToDemo(form: FormData): Promise<void> {
  const request = await headers()
  const entered = await enterAsDemo(request, deviceOf(request))
  if (!entered) redirect('/sign-in?demo=closed')
  await takeSignIn(request, await cookies(), entered.sessionId)
  redirect(await demoPage(form.get('to')))
}

async function demoPage(wanted: FormDataEntryValue | null): Promise<string> {
  const demo = wanted === 'finished' || wanted === 'ready' ? await readDemo() : null
  const room = wanted === 'finished' ? demo?.finished : demo?.ready[0]
  return room ? `/rooms/${room.roomId}/${wanted === 'finished' ? 'transcript' : 'desk'}` : '/home'
}
