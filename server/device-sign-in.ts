/**
 * A device stands for one person at a time: whoever signs in on it, by whatever way, ends the sign-in that stood there, and the device
 * is told whose it is, so that it can clear away what it kept for the person before. The only writer of these cookies; it knows no way in.
 */
import { createHmac } from 'node:crypto'
import { signingSecret } from './environment'
import { emptySessionCookie, endSignIn, isSecure, makeSessionCookie, type RequestHeaders } from './identity'
import { sessionDays } from './store/sessions'

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

/** A word for the person that tells nobody who it is and opens nothing; scripts of our pages read it to see that somebody else has come. */
function markOf(userId: string | null): Cookie {
  const value =
    userId === null
      ? NOBODYS
      : createHmac('sha256', signingSecret()).update(`whose|${userId}`).digest('base64url').slice(0, 16)
  const name = isSecure() ? '__Host-track-two-whose' : 'track-two-whose'
  return { name, value, httpOnly: false, sameSite: 'lax', path: '/', secure: isSecure(), maxAge: sessionDays * 86_400 }
}

/** Puts a new sign-in on the device in place of the one it came with. */
export async function takeSignIn(
  headers: RequestHeaders,
  jar: Jar,
  entered: { sessionId: string; userId: string },
): Promise<void> {
  await endSignIn(headers, entered.sessionId)
  jar.set(await makeSessionCookie(entered.sessionId))
  jar.set(markOf(entered.userId))
}

/** Signs the device out: its row first, so that open sockets fall at once, then its cookies. */
export async function dropSignIn(headers: RequestHeaders, jar: Jar): Promise<void> {
  await endSignIn(headers)
  jar.set(emptySessionCookie())
  jar.set(markOf(null))
}
