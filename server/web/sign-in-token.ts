/**
 * Opens the sign-in cookie, which next-auth seals. A cookie that was opened once is known, because whoever is signed in asks with the
 * same one at every page and every socket, and next-auth derives its key anew each time. Whether the session still stands is not
 * asked here.
 */
import { decode, type JWTOptions } from 'next-auth/jwt'
import { z } from 'zod'

const MOST_REMEMBERED = 4_000
const tokenClaims = z.looseObject({ sid: z.string().optional(), exp: z.number() })
type TokenClaims = z.infer<typeof tokenClaims>

/** What was opened lately with one secret. */
let opened = new Map<string, TokenClaims>()
let openedWith: string | null = null

/** Rejects what is forged, has expired or was sealed with another secret. */
export const decodeToken: JWTOptions['decode'] = async ({ token, secret }) => {
  if (!token) return null
  if (openedWith !== String(secret)) {
    openedWith = String(secret)
    opened = new Map()
  }
  const kept = opened
  const known = kept.get(token)
  if (known && known.exp > Date.now() / 1000) return known
  const read = tokenClaims.parse(await decode({ token, secret }))
  if (kept.size >= MOST_REMEMBERED) kept.clear()
  kept.set(token, read)
  return read
}
