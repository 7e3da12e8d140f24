/** Changes that a signed-in person makes to their own account: password, name, sign-ins on other devices. It sets no cookies. */

import { setTimeout as sleep } from 'node:timers/promises'
import { audit } from '../base/audit'
import { type Database, database } from '../base/database'
import { mailLinksAgain } from '../store/courses/personal-links'
import { findRecovery, spendRecovery, writeRecovery } from '../store/mail/recovery'
import { isDemoPerson } from '../store/people/demo-person'
import { foldEmail, isWholeEmail } from '../store/people/email'
import { cleanName } from '../store/people/names'
import { hashPassword, judgePassword, type PasswordFault } from '../store/people/passwords'
import { createSession, revokeSessionsOf } from '../store/people/sessions'
import { findByPassword, type Person } from '../store/people/users'
import { ASK_AGAIN_MS, type AttemptSource, mayMailLink, mayRecover, tryPassword, tryRecovery } from './rate-limits'
import type { Device } from './sign-in'

export type PasswordChange =
  | { ok: true; sessionId: string }
  | { ok: false; fault: 'no-match' | 'no-password' | PasswordFault }
  | { ok: false; fault: 'wait'; waitMs: number }

/**
 * Requires the current password, so that a device left unlocked does not give the account away. Ends every session of the account and
 * creates a new one for the device that made the change.
 */
export async function changePassword(
  person: Person,
  asked: { current: string; next: string },
  device: Device,
): Promise<PasswordChange> {
  const { email } = person
  if (email === null || isDemoPerson(person)) return { ok: false, fault: 'no-password' }
  const isKnown = device.isKnownFor(email)
  const turn = tryPassword(email, device, isKnown)
  if (!turn.granted) return { ok: false, fault: 'wait', waitMs: turn.waitMs }
  if (!(await turn.holds())) return { ok: false, fault: 'wait', waitMs: ASK_AGAIN_MS }
  const known = await findByPassword(email, asked.current)
  if (known?.id !== person.id) return { ok: false, fault: 'no-match' }
  turn.right()
  const fault = judgePassword(asked.next, email)
  if (fault) return { ok: false, fault }
  const passwordHash = await hashPassword(asked.next)
  const sessionId = await database().$transaction((on) => setPassword(on, person.id, passwordHash, device))
  return { ok: true, sessionId }
}

/** At least so long does the answer take, whether the address has an account or not. */
const SAME_MS = 400

/** Has a link to a new password mailed to the account of this address, where it has one: the answer does not say. */
export async function askForRecovery(typed: string, from: AttemptSource): Promise<'asked' | 'bad-email' | 'wait'> {
  const email = foldEmail(typed)
  if (!isWholeEmail(email)) return 'bad-email'
  if (!tryRecovery(from)) return 'wait'
  await Promise.all([mayRecover(email) ? writeRecovery(email, Date.now()) : null, sleep(SAME_MS)])
  return 'asked'
}

/**
 * Has the personal links of this address mailed to it once more, where a roster has it: the answer does not say. `leadsTo` is the page of
 * this site that was asked for.
 */
export async function askForPersonalLink(
  typed: string,
  leadsTo: string,
  from: AttemptSource,
): Promise<'asked' | 'bad-email' | 'wait'> {
  const email = foldEmail(typed)
  if (!isWholeEmail(email)) return 'bad-email'
  if (!tryRecovery(from)) return 'wait'
  await Promise.all([mayMailLink(email) ? mailLinksAgain(email, leadsTo, Date.now()) : null, sleep(SAME_MS)])
  return 'asked'
}

/** Gives the account of a mailed link a new password, signs it out everywhere and in on this device. */
export async function recoverPassword(
  token: string,
  next: string,
  device: Pick<Device, 'userAgent'>,
): Promise<{ ok: true; sessionId: string; email: string } | { ok: false; fault: 'dead' | PasswordFault }> {
  const owner = await findRecovery(token, Date.now())
  if (!owner) return { ok: false, fault: 'dead' }
  const fault = judgePassword(next, owner.email)
  if (fault) return { ok: false, fault }
  const passwordHash = await hashPassword(next)
  const sessionId = await database().$transaction(async (on) =>
    (await spendRecovery(on, token, owner)) ? setPassword(on, owner.userId, passwordHash, device) : null,
  )
  if (sessionId === null) return { ok: false, fault: 'dead' }
  audit({ what: 'password-recovered', by: owner.userId })
  return { ok: true, sessionId, email: owner.email }
}

/** Ends every session of the account, and begins one on this device. */
async function setPassword(
  on: Database,
  userId: string,
  passwordHash: string,
  { userAgent }: Pick<Device, 'userAgent'>,
): Promise<string> {
  await on.user.update({ where: { id: userId }, data: { passwordHash } })
  await on.passwordRecovery.deleteMany({ where: { userId } })
  await revokeSessionsOf(on, userId)
  return createSession(on, userId, userAgent)
}

/**
 * Changes the name of an account as shown in menus and lists. Refused for guests, whose name is their only identity, and for the demo's
 * account, which all visitors share.
 */
export async function renameAccount(person: Person, typed: string): Promise<'renamed' | 'bad-name'> {
  const name = cleanName(typed)
  if (!name || person.kind !== 'account' || isDemoPerson(person)) return 'bad-name'
  await database().user.update({ where: { id: person.id }, data: { name } })
  return 'renamed'
}

/** Signs this person out on every device except the one with session `here`. */
export async function endOtherDevices(person: Person, here: string): Promise<void> {
  // The demo's account is shared by many visitors, who would sign one another out.
  if (isDemoPerson(person)) return
  await database().$transaction((on) => revokeSessionsOf(on, person.id, here))
}
