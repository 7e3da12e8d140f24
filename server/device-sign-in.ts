/**
 * A device stands for one person at a time: whoever signs in on it, by whatever way, ends the sign-in that stood there, and the device
 * is told whose it is, so that it can clear away what it kept for the person before. The only writer of these cookies; it knows no way in.
 */
import { createHmac } from 'node:crypto'
import { signingSecret } from './environment'
import { emptySessionCookie, endSignIn, isSecure, makeSessionCookie, type RequestHeaders } from './identity'
import { readSession, sessionDays } from './store/sessions'
import type { Person } from './store/users'

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
function markOf(person: Pick<Person, 'id' | 'name'> | null): Cookie {
  const name = isSecure() ? '__Host-track-two-whose' : 'track-two-whose'
  const value = person === null ? NOBODYS : `${wordFor(person.id)}.${Buffer.from(person.name).toString('base64url')}`
  return { name, value, httpOnly: false, sameSite: 'lax', path: '/', secure: isSecure(), maxAge: sessionDays * 86_400 }
}

const wordFor = (userId: string): string =>
  createHmac('sha256', signingSecret()).update(`whose|${userId}`).digest('base64url').slice(0, 16)

/** Puts a new sign-in on the device in place of the one it came with. */
export async function takeSignIn(headers: RequestHeaders, jar: Jar, sessionId: string): Promise<void> {
  await endSignIn(headers, sessionId)
  const person = await readSession(sessionId)
  if (!person) return
  jar.set(await makeSessionCookie(sessionId))
  jar.set(markOf(person))
}

/** Signs the device out: its row first, so that open sockets fall at once, then its cookies. */
export async function dropSignIn(headers: RequestHeaders, jar: Jar): Promise<void> {
  await endSignIn(headers)
  jar.set(emptySessionCookie())
  jar.set(markOf(null))
}
