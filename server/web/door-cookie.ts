// The cookie of a device whose join request waits for an answer: the request's secret, and what the waiting page shows.
import { z } from 'zod'
import { LIMITS } from '#simulation/kernel/limits'
import { DAY_SECONDS } from '#simulation/kernel/time'
import { cookiesOf, type RequestHeaders } from './identity'
import { cookieName, siteCookie } from './site-cookie'

const waitingRequest = z.strictObject({
  secret: z.string().max(100),
  askedAt: z.number(),
  code: z.string().max(LIMITS.joinCode),
  /** They say that the seat under their name is their own. */
  claims: z.boolean().optional(),
})
export type WaitingRequest = z.infer<typeof waitingRequest>

export const doorCookie = (request: WaitingRequest) => siteCookie('door', JSON.stringify(request), DAY_SECONDS / 2)

/** Clears the cookie. */
export const emptyDoorCookie = () => siteCookie('door', '', 0)

export function readDoorCookie(headers: RequestHeaders): WaitingRequest | null {
  try {
    return waitingRequest.parse(JSON.parse(decodeURIComponent(cookiesOf(headers)(cookieName('door')) ?? '')))
  } catch {
    return null // absent, or written by an older page
  }
}
