/** The ways to a new session: a password, a new account, the demo. Each makes its own session; none knows cookies or pages. */
import { signedIn, trySignIn, trySignUp } from './attempts'
import { isDemoOpenTo } from './demo-door'
import { database } from './store/database'
import { demoEmail } from './store/demo-person'
import { cleanName } from './store/names'
import { judgePassword, type PasswordFault } from './store/passwords'
import { createSession } from './store/sessions'
import { createAccount, findAccount, findByPassword, foldEmail, type Person } from './store/users'

/** Where a try comes from. */
export type Device = { address: string; userAgent: string }
export type Entered = { ok: true; person: Person; sessionId: string }

export type PasswordAnswer =
  | Entered
  | { ok: false; refusal: 'no-match'; triesLeft: number }
  | { ok: false; refusal: 'wait'; waitSeconds: number }

export async function enterByPassword(email: string, password: string, device: Device): Promise<PasswordAnswer> {
  const attempt = await trySignIn(email, device.address)
  if (!attempt.allowed) return { ok: false, refusal: 'wait', waitSeconds: attempt.waitSeconds }
  const person = await findByPassword(email, password)
  if (!person) return { ok: false, refusal: 'no-match', triesLeft: attempt.triesLeft }
  await signedIn(email, device.address)
  return { ok: true, person, sessionId: await createSession(database(), person.id, device.userAgent) }
}

export type SignUpFault = 'bad-name' | 'bad-email' | 'email-taken' | 'wait' | PasswordFault

export async function signUp(
  asked: { name: string; email: string; password: string },
  device: Device,
): Promise<Entered | { ok: false; faults: SignUpFault[] }> {
  const name = cleanName(asked.name)
  const email = foldEmail(asked.email)
  const faults: SignUpFault[] = []
  if (!name) faults.push('bad-name')
  if (email.length > 254 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) faults.push('bad-email')
  const passwordFault = judgePassword(asked.password, email)
  if (passwordFault) faults.push(passwordFault)
  if (!name || faults.length > 0) return { ok: false, faults }
  if (!(await trySignUp(device.address))) return { ok: false, faults: ['wait'] }
  const person = await createAccount({ name, email, password: asked.password })
  if (person === 'email-taken') return { ok: false, faults: ['email-taken'] }
  return { ok: true, person, sessionId: await createSession(database(), person.id, device.userAgent) }
}

/** One click into the demo, for whom it is open to; its instructor has no password, so this is the only way in. */
export async function enterAsDemo(
  headers: Parameters<typeof isDemoOpenTo>[0],
  device: Device,
): Promise<Entered | null> {
  if (!isDemoOpenTo(headers)) return null
  const person = await findAccount(demoEmail)
  return person && { ok: true, person, sessionId: await createSession(database(), person.id, device.userAgent) }
}
