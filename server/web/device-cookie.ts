/**
 * The device cookie: a signed random id, given with the pages where a visitor starts, and a second cookie with one hash for each
 * account that has signed in on the device. Rate limits count by device because a whole school may share one IP address; so an id also
 * says, signed, when and at which address the device was last counted, or since when it has waited for that. Neither cookie contains a
 * name, an address or an e-mail address.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { DAY_SECONDS } from '#simulation/kernel/time'
import { signingSecret } from '../base/environment'
import type { Origin } from '../store/activities/participants'
import { addressKey } from './address-key'
import { type AttemptSource, COUNTED_MS, countDevice } from './rate-limits'
import { cookieHeader, cookieName, siteCookie } from './site-cookie'

const YEAR_SECONDS = 365 * DAY_SECONDS
const MOST_MARKS = 8
/** The pages whose forms are rate-limited: only a visitor of these needs a device id. */
const BEGINNINGS = /^\/(?:join|j|p|sign-in|sign-up)(?:[/?]|$)/

const signatureOf = (words: string): string =>
  createHmac('sha256', signingSecret()).update(words).digest('base64url').slice(0, 22)

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

type ReadCookie = (name: string) => string | null

/** The id of this device; null without a cookie or with a wrong signature. */
export function readDevice(read: ReadCookie): string | null {
  const [id = '', seal = ''] = (read(cookieName('device')) ?? '').split('.')
  return /^[\w-]{22}$/.test(id) && isSame(seal, sealOf(id)) ? id : null
}

const sealOf = (id: string): string => signatureOf(`device|${id}`)
/** A device at an address: counted there, or waiting to be. `at`: when it was counted, or from when on it has waited; ms since 1970. */
type DeviceAtAddress = { as: 'counted' | 'waiting'; at: number; address: string }

const VISIT_WORDS = { counted: 'visit', waiting: 'waits' } as const
const visitSealOf = (id: string, as: DeviceAtAddress['as'], at: string, address: string): string =>
  signatureOf(`${VISIT_WORDS[as]}|${id}|${at}|${addressKey(address)}`)

/** A cookie value of a device, with a new id unless one is given, and what is known of it at its address. */
export function newDevice(visit: DeviceAtAddress | null = null, given: string | null = null): string {
  const id = given ?? randomBytes(16).toString('base64url')
  const device = `${id}.${sealOf(id)}`
  if (!visit) return device
  const at = visit.at.toString(36)
  return `${device}.${at}.${visitSealOf(id, visit.as, at, visit.address)}`
}

/** What the cookie says, signed, of this device at this address; null where it says nothing of this address. */
function readVisit(read: ReadCookie, address: string): DeviceAtAddress | null {
  const id = readDevice(read)
  const [, , at = '', seal = ''] = (read(cookieName('device')) ?? '').split('.')
  const as =
    id === null
      ? null
      : (['counted', 'waiting'] as const).find((one) => isSame(seal, visitSealOf(id, one, at, address)))
  return as ? { as, at: Number.parseInt(at, 36), address } : null
}

/** Whether this device was counted at this address within the last minutes. */
export function isCountedAt(read: ReadCookie, address: string, now: number): boolean {
  const visit = readVisit(read, address)
  return visit?.as === 'counted' && now - visit.at <= COUNTED_MS
}

/**
 * Gives a device an id when a page of `BEGINNINGS` is requested, and counts it, unless its address has had as many as it may: then the
 * device waits, and is counted as it comes back, also with a form that it sends again. This request itself counts as one of a counted
 * device then. The cookie is set on the response, so it is never part of a cached page.
 */
export function giveDeviceCookie(
  request: IncomingMessage,
  response: ServerResponse,
  read: ReadCookie,
  address: string,
): void {
  const { method, url = '', headers } = request
  const id = readDevice(read)
  // A page rendered for the page cache is sent to everybody and must not carry one device's id.
  if (headers['x-drawing'] !== undefined || !BEGINNINGS.test(url)) return
  if (method !== 'GET' && (method !== 'POST' || id === null)) return
  const at = Date.now()
  if (isCountedAt(read, address, at)) return
  const before = readVisit(read, address)
  const isCounted = countDevice({ id, address, waitedMs: before ? at - before.at : 0 })
  if (!isCounted && before) return
  const device = newDevice({ as: isCounted ? 'counted' : 'waiting', at, address }, id)
  response.appendHeader('set-cookie', cookieHeader(siteCookie('device', device, YEAR_SECONDS)))
  const [name, old] = [cookieName('device'), read(cookieName('device'))]
  if (id !== null) headers.cookie = headers.cookie?.replace(`${name}=${old}`, `${name}=${device}`)
}

/**
 * A keyed hash of a device, stored with its join request so that a second request of the same device replaces the first. It reveals no
 * id.
 */
export const requesterHash = (who: string): string => signatureOf(`asks|${who}`)

/**
 * The hash under which a device asks to come in. Ids cost nothing, so those that are not counted share 64 of an address: else one phone
 * would fill the desk's list.
 */
export const askerHash = ({ id, isCounted, address }: AttemptSource): string =>
  requesterHash(id !== null && isCounted ? id : `${addressKey(address)}|${id?.charAt(0) ?? ''}`)

/** What is stored with whoever comes in, so that two names of one device or address are seen; null for a device without an id. */
export const originOf = ({ id, address }: AttemptSource): Origin => ({
  deviceHash: id === null ? null : requesterHash(id),
  addressHash: signatureOf(`address|${addressKey(address)}`),
})

const markOf = (device: string, email: string) => signatureOf(`known|${device}|${email}`)

/** Whether this account has signed in on this device before. */
export function isKnownFor(read: ReadCookie, email: string): boolean {
  const device = readDevice(read)
  const marks = (read(cookieName('known')) ?? '').split('.')
  return device !== null && marks.some((mark) => isSame(mark, markOf(device, email)))
}

/**
 * The cookie that a Server Action sets after a sign-in: the hashes of this device's accounts, the newest first; null when the device
 * has no id.
 */
export function makeKnownCookie(read: ReadCookie, email: string) {
  const device = readDevice(read)
  if (device === null) return null
  const mark = markOf(device, email)
  const others = (read(cookieName('known')) ?? '')
    .split('.')
    .filter((other) => /^[\w-]{22}$/.test(other) && other !== mark)
  return siteCookie('known', [mark, ...others].slice(0, MOST_MARKS).join('.'), YEAR_SECONDS)
}
