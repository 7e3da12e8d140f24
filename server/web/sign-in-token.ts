/**
 * Decrypts the session cookie that next-auth encrypts, and remembers the result: a signed-in browser sends the same cookie with every
 * request, and next-auth derives its key anew each time. Whether the session was revoked is checked elsewhere (`whoIs`).
 */
import { decode, type JWTOptions } from 'next-auth/jwt'
import { z } from 'zod'

const MOST_REMEMBERED = 4_000
const tokenClaims = z.looseObject({ sid: z.string().optional(), exp: z.number() })
type TokenClaims = z.infer<typeof tokenClaims>

/** Decrypted tokens by cookie, all of one secret. */
let opened = new Map<string, TokenClaims>()
let openedWith: string | null = null

/** Rejects a token that is forged, expired or encrypted with another secret. */
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
