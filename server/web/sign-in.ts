/**
 * The ways to sign in: by password, by making an account, as the demo. Each creates a session row; device-sign-in.ts sets the cookies.
 */

import { audit } from '../base/audit'
import { database } from '../base/database'
import { environment } from '../base/environment'
import {
  findInvitation,
  holdForAccount,
  type InvitationOffer,
  isForAddress,
  settleAccount,
} from '../store/courses/invitations'
import { demoEmail, demoStudentEmail } from '../store/people/demo-person'
import { foldEmail, isWholeEmail } from '../store/people/email'
import { cleanName } from '../store/people/names'
import { judgePassword, type PasswordFault } from '../store/people/passwords'
import { createSession } from '../store/people/sessions'
import { createAccount, findAccount, findByPassword, type Person } from '../store/people/users'
import { isDemoOpenTo } from './demo-door'
import { ASK_AGAIN_MS, type AttemptSource, tryAccount, tryPassword } from './rate-limits'

/** Where an attempt comes from, and whether an account has signed in on that device before. */
export type Device = AttemptSource & { userAgent: string; isKnownFor(email: string): boolean }
type SignedIn = { ok: true; person: Person; sessionId: string }

type PasswordAnswer = SignedIn | { ok: false; refusal: 'no-match' } | { ok: false; refusal: 'wait'; waitMs: number }

/** Answers the same for an unknown e-mail and a wrong password; repeated failures have to wait some seconds. */
export async function signInByPassword(typed: string, password: string, device: Device): Promise<PasswordAnswer> {
  const email = foldEmail(typed)
  const isKnown = device.isKnownFor(email)
  const turn = tryPassword(email, device, isKnown)
  if (!turn.granted) return { ok: false, refusal: 'wait', waitMs: turn.waitMs }
  if (!(await turn.holds())) return { ok: false, refusal: 'wait', waitMs: ASK_AGAIN_MS }
  const person = await findByPassword(email, password)
  if (!person) {
    audit({ what: 'sign-in-refused', by: null })
    return { ok: false, refusal: 'no-match' }
  }
  turn.right()
  return signedIn(person, device)
}

/** Whether somebody with this invitation link, or with none, may make an account. */
type SignUpPolicy =
  | { kind: 'open' }
  | { kind: 'invited'; invited: InvitationOffer }
  | { kind: 'uninvited' }
  | { kind: 'closed' }

export async function readSignUp(token: string | null): Promise<SignUpPolicy> {
  const rule = environment().signUp
  if (rule === 'closed') return { kind: 'closed' }
  const invited = token === null ? null : await findInvitation(token)
  if (invited?.makesAccount) return { kind: 'invited', invited }
  return { kind: rule === 'open' ? 'open' : 'uninvited' }
}

export type SignUpFault =
  | 'bad-name'
  | 'bad-email'
  | 'email-taken'
  | 'other-address'
  | 'wait'
  | 'uninvited'
  | 'closed'
  | PasswordFault

/** Makes an account and signs it in; `invitation` is the token of the link, where sign-up needs one. */
export async function signUp(
  asked: { name: string; email: string; password: string; invitation: string | null },
  device: Device,
): Promise<SignedIn | { ok: false; faults: SignUpFault[] }> {
  const standing = await readSignUp(asked.invitation)
  if (standing.kind === 'uninvited' || standing.kind === 'closed') return { ok: false, faults: [standing.kind] }
  const name = cleanName(asked.name)
  const email = foldEmail(asked.email)
  const faults: SignUpFault[] = []
  if (!name) faults.push('bad-name')
  if (!isWholeEmail(email)) faults.push('bad-email')
  else if (standing.kind === 'invited' && !isForAddress(standing.invited.email, email)) faults.push('other-address')
  const passwordFault = judgePassword(asked.password, email)
  if (passwordFault) faults.push(passwordFault)
  if (!name || faults.length > 0) return { ok: false, faults }
  if (!tryAccount(device).granted) return { ok: false, faults: ['wait'] }
  const token = standing.kind === 'invited' ? asked.invitation : null
  const person = await makeAccount({ name, email, password: asked.password }, token)
  if (typeof person === 'string') return { ok: false, faults: [person] }
  if (token !== null) audit({ what: 'invitation-spent', by: person.id })
  return signedIn(person, device)
}

async function signedIn(person: Person, device: Pick<Device, 'userAgent'>): Promise<SignedIn> {
  const sessionId = await createSession(database(), person.id, device.userAgent)
  audit({ what: 'signed-in', by: person.id })
  return { ok: true, person, sessionId }
}

/** Uses the invitation and makes the account in one transaction, so that a failed sign-up does not use the invitation up. */
async function makeAccount(
  account: { name: string; email: string; password: string },
  token: string | null,
): Promise<Person | 'email-taken' | 'uninvited'> {
  if (token === null) return createAccount(account)
  try {
    return await database().$transaction(async (on) => {
      if (!(await holdForAccount(on, token))) return 'uninvited'
      const person = await createAccount(account, on)
      if (person === 'email-taken') throw new EmailTaken()
      await settleAccount(on, token, person.id)
      return person
    })
  } catch (error) {
    if (error instanceof EmailTaken) return 'email-taken'
    throw error
  }
}

class EmailTaken extends Error {}

/**
 * Signs a visitor in as the demo's instructor or its student, where the demo is open to them. Those accounts have no password, so this is
 * the only way.
 */
export async function signInAsDemo(
  headers: Parameters<typeof isDemoOpenTo>[0],
  device: Pick<Device, 'userAgent'>,
  as: 'instructor' | 'student' = 'instructor',
): Promise<SignedIn | null> {
  if (!isDemoOpenTo(headers)) return null
  const person = await findAccount(as === 'student' ? demoStudentEmail : demoEmail)
  return person && signedIn(person, device)
}
