/**
 * Starts and ends the sign-in of a device; the only module that writes the session cookies. One person per device: a new sign-in ends
 * the previous one, and a readable cookie tells the pages who is signed in, so that they can delete what the previous person left in
 * local storage. A join request that waits on the device is withdrawn when the person changes.
 */
import { createHmac } from 'node:crypto'
import { DAY_SECONDS } from '#simulation/kernel/time'
import { signingSecret } from '../base/environment'
import { withdrawJoinRequest } from '../store/door/join-requests'
import { readSession, sessionDays } from '../store/people/sessions'
import type { Person } from '../store/people/users'
import { emptyDoorCookie, readDoorCookie } from './door-cookie'
import { emptySessionCookie, endSignIn, makeSessionCookie, type RequestHeaders, sessionIdIn } from './identity'
import { type SiteCookie, siteCookie } from './site-cookie'

type Jar = { set(cookie: SiteCookie): unknown }

/** The value after a sign-out. A device whose cookies expired has no cookie at all. */
const NOBODYS = '-'

/**
 * The cookie that scripts of our pages read, to show the signed-in name and to notice that another person has signed in. It grants
 * nothing: its value is a keyed hash of the user id and the name that the person's pages show anyway.
 */
function ownerCookie(person: Pick<Person, 'id' | 'name'> | null): SiteCookie {
  const value = person === null ? NOBODYS : `${personTag(person.id)}.${Buffer.from(person.name).toString('base64url')}`
  return { ...siteCookie('whose', value, sessionDays * DAY_SECONDS), httpOnly: false }
}

const personTag = (userId: string): string =>
  createHmac('sha256', signingSecret()).update(`whose|${userId}`).digest('base64url').slice(0, 16)

/** Puts the cookies of a new session on the device and ends the session that the request came with. */
export async function replaceSignIn(headers: RequestHeaders, jar: Jar, sessionId: string): Promise<void> {
  const before = await sessionIdIn(headers)
  const stays = before !== null ? await readSession(before) : null
  await endSignIn(headers, sessionId)
  const person = await readSession(sessionId)
  if (!person) return
  if (stays?.id !== person.id) await withdrawFromDoor(headers, jar)
  jar.set(await makeSessionCookie(sessionId))
  jar.set(ownerCookie(person))
}

/** Signs the device out. The session row is revoked first, so that open sockets close at once; the cookies follow. */
export async function signOutDevice(headers: RequestHeaders, jar: Jar): Promise<void> {
  await endSignIn(headers)
  await withdrawFromDoor(headers, jar)
  jar.set(emptySessionCookie())
  jar.set(ownerCookie(null))
}

/** Without this, the next person at the device would see, withdraw or use the join request of the previous one. */
async function withdrawFromDoor(headers: RequestHeaders, jar: Jar): Promise<void> {
  const kept = readDoorCookie(headers)
  if (!kept) return
  await withdrawJoinRequest(kept.secret)
  jar.set(emptyDoorCookie())
}
