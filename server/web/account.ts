/** Changes that a signed-in person makes to their own account: password, name, sign-ins on other devices. It sets no cookies. */

import { database } from '../base/database'
import { isDemoPerson } from '../store/people/demo-person'
import { cleanName } from '../store/people/names'
import { hashPassword, judgePassword, type PasswordFault } from '../store/people/passwords'
import { createSession, revokeSessionsOf } from '../store/people/sessions'
import { findByPassword, type Person } from '../store/people/users'
import { ASK_AGAIN_MS, tryPassword } from './rate-limits'
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
  const sessionId = await database().$transaction(async (on) => {
    await on.user.update({ where: { id: person.id }, data: { passwordHash } })
    await revokeSessionsOf(on, person.id)
    return createSession(on, person.id, device.userAgent)
  })
  return { ok: true, sessionId }
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
