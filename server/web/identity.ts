/**
 * Who sent a request: next-auth's options, its session cookie, and `whoIs` for pages, actions and socket handshakes. The cookie carries
 * only a session id; the session row is read for every request, so that a revoked session ends at once.
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { NextAuthOptions } from 'next-auth'
import { encode } from 'next-auth/jwt'
import { DAY_SECONDS } from '#simulation/kernel/time'
import { signingSecret } from '../base/environment'
import { logInfo } from '../base/faults/logger'
import { isDemoPerson } from '../store/people/demo-person'
import { readSession, revokeSession, sessionDays } from '../store/people/sessions'
import type { Person } from '../store/people/users'
import { isDemoOpenTo } from './demo-door'
import { isCountedAt, isKnownFor, readDevice } from './device-cookie'
import type { Device } from './sign-in'
import { decodeToken } from './sign-in-token'
import { cookieName, cookieOptions, siteCookie } from './site-cookie'

declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string
  }
}

export type { Person } from '../store/people/users'
export type Identity = { user: Person; sessionId: string }

const maxAge = sessionDays * DAY_SECONDS

export type RequestHeaders = Pick<Headers, 'get'> | IncomingHttpHeaders

function readHeader(headers: RequestHeaders, name: string): string {
  if (typeof headers.get === 'function') return headers.get(name) ?? ''
  const value = (headers as IncomingHttpHeaders)[name]
  return (Array.isArray(value) ? value.at(-1) : value) ?? ''
}

function readCookie(headers: RequestHeaders, name: string): string | null {
  for (const part of readHeader(headers, 'cookie').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}

/** Whether a request carries a session cookie, valid or not. */
export const hasSignIn = (headers: RequestHeaders): boolean => readCookie(headers, cookieName()) !== null

/**
 * The person behind a request or a handshake, or null. Call it for each request: a session may be revoked at any moment. `known` names the
 * person of a session without a question to the database, where the caller hears of each revocation.
 */
export async function whoIs(
  headers: RequestHeaders,
  known: (sessionId: string) => Person | null = () => null,
): Promise<Identity | null> {
  const sessionId = await sessionIdIn(headers)
  const user = sessionId ? (known(sessionId) ?? (await readSession(sessionId))) : null
  if (!user || !sessionId) return null
  // Where the demo is open to this machine only, a demo session must not work through a proxy either.
  return isDemoPerson(user) && !isDemoOpenTo(headers) ? null : { user, sessionId }
}

/** The session id in a request's cookie, if our secret signed it; the session may have been revoked. */
export async function sessionIdIn(headers: RequestHeaders): Promise<string | null> {
  const token = readCookie(headers, cookieName())
  try {
    return (token && (await decodeToken({ token, secret: signingSecret() }))?.sid) || null
  } catch {
    return null // forged, expired, or signed with an older secret
  }
}

/** Revokes the session that a request came with, unless it is `kept`. */
export async function endSignIn(headers: RequestHeaders, kept?: string): Promise<void> {
  const before = await sessionIdIn(headers)
  if (before !== null && before !== kept) await revokeSession(before)
}

/** The session cookie. Only device-sign-in.ts sets it, because it also ends the previous session. */
export async function makeSessionCookie(sessionId: string) {
  const value = await encode({ token: { sid: sessionId }, secret: signingSecret(), maxAge })
  return siteCookie(undefined, value, maxAge)
}

/** Clears the session cookie. */
export const emptySessionCookie = () => siteCookie(undefined, '', 0)

/** A reader of one request's cookies. */
export const cookiesOf =
  (headers: RequestHeaders) =>
  (name: string): string | null =>
    readCookie(headers, name)

/** Takes the last address of x-forwarded-for, which forwarding.ts wrote; earlier ones could be invented by the client. */
export const addressOf = (headers: RequestHeaders): string =>
  readHeader(headers, 'x-forwarded-for').split(',').at(-1)?.trim() || 'unknown'

/** The device behind a request. */
export function deviceOf(headers: RequestHeaders): Device {
  const address = addressOf(headers)
  const read = cookiesOf(headers)
  return {
    id: readDevice(read),
    isCounted: isCountedAt(read, address, Date.now()),
    address,
    userAgent: readHeader(headers, 'user-agent'),
    isKnownFor: (email) => isKnownFor(read, email),
  }
}

/** A function, because the environment is read only when the process starts. */
export function authOptions(): NextAuthOptions {
  return {
    secret: signingSecret(),
    // No next-auth providers: every sign-in is a Server Action of this site.
    providers: [],
    session: { strategy: 'jwt', maxAge },
    jwt: { decode: decodeToken },
    cookies: { sessionToken: { name: cookieName(), options: cookieOptions() } },
    logger: { error: (code) => logInfo('next-auth refused a request', { code }), warn: () => {}, debug: () => {} },
    callbacks: {
      jwt: ({ token: { sid } }) => (sid ? { sid } : {}),
      session: async ({ session, token }) => {
        const person = token.sid ? await readSession(token.sid) : null
        return { expires: session.expires, ...(person && { user: { name: person.name } }) }
      },
    },
  }
}
