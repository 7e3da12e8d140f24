// The cookie with which a device waits at the door: the secret it got when it asked, and what its waiting page shows.
import { z } from 'zod'

/** Under https no other host of the same domain can put one of its own in its place. */
export const doorCookie = (secure: boolean) => (secure ? '__Host-track-two-door' : 'track-two-door')

export const doorCookieOptions = (secure: boolean) => ({ httpOnly: true, sameSite: 'lax', path: '/', secure }) as const

const Kept = z.strictObject({ secret: z.string().max(100), askedAt: z.number(), code: z.string().max(40) })
export type Kept = z.infer<typeof Kept>

export const writeKept = (kept: Kept): string => JSON.stringify(kept)

export function readKept(value: string | undefined): Kept | null {
  try {
    return Kept.parse(JSON.parse(value ?? ''))
  } catch {
    return null // absent, or written by an older page
  }
}
