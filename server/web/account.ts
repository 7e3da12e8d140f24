/** What somebody changes about their own account. Each is judged here; none knows cookies or pages. */

import { isDemoPerson } from '../store/activities/demo-person'
import { database } from '../store/database'
import { cleanName } from '../store/people/names'
import { hashPassword, judgePassword, type PasswordFault } from '../store/people/passwords'
import { createSession, revokeSessionsOf } from '../store/people/sessions'
import { findByPassword, type Person } from '../store/people/users'
import { passwordWasRight, tryPassword } from './rate-limits'
import type { Device } from './sign-in'

export type PasswordChange =
  | { ok: true; sessionId: string }
  | { ok: false; fault: 'no-match' | 'no-password' | PasswordFault }
  | { ok: false; fault: 'wait'; waitMs: number }

/**
 * Whoever changes a password knows the one before: a device left alone does not give the account away. Every sign-in ends with it,
 * and the one that changed it goes on under a new id.
 */
export async function changePassword(
  person: Person,
  asked: { current: string; next: string },
  device: Device,
): Promise<PasswordChange> {
  const { email } = person
  if (email === null || isDemoPerson(person)) return { ok: false, fault: 'no-password' }
  const isKnown = device.isKnownFor(email)
  const turn = await tryPassword(email, device, isKnown)
  if (!turn.granted) return { ok: false, fault: 'wait', waitMs: turn.waitMs }
  const known = await findByPassword(email, asked.current)
  if (known?.id !== person.id) return { ok: false, fault: 'no-match' }
  await passwordWasRight(email, device, isKnown)
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

/** The name of an account, in bars and lists. A guest is nothing but a name, and the demo's person is everybody's: theirs stay. */
export async function renameAccount(person: Person, typed: string): Promise<'renamed' | 'bad-name'> {
  const name = cleanName(typed)
  if (!name || person.kind !== 'account' || isDemoPerson(person)) return 'bad-name'
  await database().user.update({ where: { id: person.id }, data: { name } })
  return 'renamed'
}

/** Every device of this person but the one they are at. */
export async function endOtherDevices(person: Person, here: string): Promise<void> {
  // The demo's person is many visitors at once, who would end one another.
  if (isDemoPerson(person)) return
  await database().$transaction((on) => revokeSessionsOf(on, person.id, here))
}
