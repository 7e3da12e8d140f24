/**
 * The device behind a request: a random number that it was given with a page and that nobody can make up, and a mark for each account
 * that has signed in on it. Throttles go by it, because a whole school comes from one address. It names nobody.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { environment, signingSecret } from '../environment'

const YEAR_SECONDS = 365 * 86_400
const MOST_MARKS = 8
/** The pages on which somebody begins to try something. */
const BEGINNINGS = /^\/(?:join|j|p|sign-in|sign-up)(?:[/?]|$)/

const isSecure = () => environment().publicUrl.startsWith('https:')
/** Under https no other host of the same domain can put one of its own in its place. */
const nameOf = (cookie: 'device' | 'known') => `${isSecure() ? '__Host-' : ''}track-two-${cookie}`
const options = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(), maxAge: YEAR_SECONDS }) as const

const signatureOf = (words: string): string =>
  createHmac('sha256', signingSecret()).update(words).digest('base64url').slice(0, 22)

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

type ReadCookie = (name: string) => string | null

/** The number of this device; null where it brings none, or one that we have not given. */
export function readDevice(read: ReadCookie): string | null {
  const [id = '', seal = ''] = (read(nameOf('device')) ?? '').split('.')
  return /^[\w-]{22}$/.test(id) && isSame(seal, signatureOf(`device|${id}`)) ? id : null
}

export function newDevice(): string {
  const id = randomBytes(16).toString('base64url')
  return `${id}.${signatureOf(`device|${id}`)}`
}

/** Gives a number to a device that opens one of the pages where somebody begins, and has none. Kept pages hold none. */
export function giveDeviceCookie(request: IncomingMessage, response: ServerResponse, read: ReadCookie): void {
  const { method, url = '', headers } = request
  // A page that is drawn to be kept is drawn for everybody.
  if (method !== 'GET' || headers['x-drawing'] !== undefined || !BEGINNINGS.test(url) || readDevice(read) !== null)
    return
  const secure = isSecure() ? '; Secure' : ''
  response.appendHeader(
    'set-cookie',
    `${nameOf('device')}=${newDevice()}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure}`,
  )
}

/** Says of two requests that one device sent them, and nothing else. */
export const requesterHash = (who: string): string => signatureOf(`asks|${who}`)

const markOf = (device: string, email: string) => signatureOf(`known|${device}|${email}`)

/** Whether somebody has signed in as this account on this device before. */
export function isKnownFor(read: ReadCookie, email: string): boolean {
  const device = readDevice(read)
  const marks = (read(nameOf('known')) ?? '').split('.')
  return device !== null && marks.some((mark) => isSame(mark, markOf(device, email)))
}

/** What a Server Action sets after a sign-in: the marks of this device with the account's among them; null where it has no number. */
export function makeKnownCookie(read: ReadCookie, email: string) {
  const device = readDevice(read)
  if (device === null) return null
  const mark = markOf(device, email)
  const others = (read(nameOf('known')) ?? '').split('.').filter((other) => /^[\w-]{22}$/.test(other) && other !== mark)
  return { name: nameOf('known'), value: [mark, ...others].slice(0, MOST_MARKS).join('.'), ...options() }
}
