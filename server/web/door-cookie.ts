// The cookie of a device whose join request waits for an answer: the request's secret, and what the waiting page shows.
import { z } from 'zod'
import { LIMITS } from '#simulation/kernel/limits'
import { cookiesOf, isSecure, type RequestHeaders } from './identity'

const waitingRequest = z.strictObject({
  secret: z.string().max(100),
  askedAt: z.number(),
  code: z.string().max(LIMITS.joinCode),
  /** They say that the seat under their name is their own. */
  claims: z.boolean().optional(),
})
export type WaitingRequest = z.infer<typeof waitingRequest>

/** The __Host- prefix, which needs https, keeps another host of the same domain from setting a cookie of this name. */
const cookieName = () => (isSecure() ? '__Host-track-two-door' : 'track-two-door')
const cookieOptions = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() }) as const

export const doorCookie = (request: WaitingRequest) => ({
  ...{ name: cookieName(), value: JSON.stringify(request), ...cookieOptions() },
  maxAge: 12 * 3600,
})

/** Clears the cookie. */
export const emptyDoorCookie = () => ({ name: cookieName(), value: '', ...cookieOptions(), maxAge: 0 })

export function readDoorCookie(headers: RequestHeaders): WaitingRequest | null {
  try {
    return waitingRequest.parse(JSON.parse(decodeURIComponent(cookiesOf(headers)(cookieName()) ?? '')))
  } catch {
    return null // absent, or written by an older page
  }
}
