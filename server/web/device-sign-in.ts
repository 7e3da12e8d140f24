/**
 * A device stands for one person at a time: whoever signs in on it, by whatever way, ends the sign-in that stood there, and the device
 * is told whose it is, so that it can clear away what it kept for the person before. What somebody asked for at a door goes with them.
 * The only writer of the cookies of a sign-in; it knows no way in.
 */
import { createHmac } from 'node:crypto'
import { signingSecret } from '../environment'
import { withdrawJoinRequest } from '../store/door/join-requests'
import { readSession, sessionDays } from '../store/people/sessions'
import type { Person } from '../store/people/users'
import { emptyDoorCookie, readDoorCookie } from './door-cookie'
import {
  emptySessionCookie,
  endSignIn,
  isSecure,
  makeSessionCookie,
  type RequestHeaders,
  sessionIdIn,
} from './identity'

type Cookie = {
  name: string
  value: string
  path: string
  maxAge: number
  httpOnly: boolean
  secure: boolean
  sameSite: 'lax'
}
type Jar = { set(cookie: Cookie): unknown }

/** What the mark says after a sign-out; a device that lost its cookies by age carries no mark at all. */
const NOBODYS = '-'

/**
 * Scripts of our pages read this one, to say in every bar who is signed in and to see that somebody else has come. It opens nothing:
 * a word that stands for the person without telling which, and the name that their own pages show them anyway.
 */
function ownerCookie(person: Pick<Person, 'id' | 'name'> | null): Cookie {
  const name = isSecure() ? '__Host-track-two-whose' : 'track-two-whose'
  const value = person === null ? NOBODYS : `${personTag(person.id)}.${Buffer.from(person.name).toString('base64url')}`
  return { name, value, httpOnly: false, sameSite: 'lax', path: '/', secure: isSecure(), maxAge: sessionDays * 86_400 }
}

const personTag = (userId: string): string =>
  createHmac('sha256', signingSecret()).update(`whose|${userId}`).digest('base64url').slice(0, 16)

/** Puts a new sign-in on the device in place of the one it came with. */
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

/** Signs the device out: its row first, so that open sockets fall at once, then its cookies. */
export async function signOutDevice(headers: RequestHeaders, jar: Jar): Promise<void> {
  await endSignIn(headers)
  await withdrawFromDoor(headers, jar)
  jar.set(emptySessionCookie())
  jar.set(ownerCookie(null))
}

/** Whoever comes to the device next would wait, withdraw and come in as the one who asked. */
async function withdrawFromDoor(headers: RequestHeaders, jar: Jar): Promise<void> {
  const kept = readDoorCookie(headers)
  if (!kept) return
  await withdrawJoinRequest(kept.secret)
  jar.set(emptyDoorCookie())
}
