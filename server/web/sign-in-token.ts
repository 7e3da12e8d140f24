/**
 * The sign-in cookie's words, sealed and opened as next-auth does it (its own cookies are read and written the same way), but with
 * a key that is derived once, and a cookie that was opened once is known: next-auth does both at every look, which is what a class
 * that comes in at once would wait for. Whether the session still stands is not asked here.
 */
import { hkdfSync, randomUUID } from 'node:crypto'
import { EncryptJWT, jwtDecrypt } from 'jose'
import type { JWTOptions } from 'next-auth/jwt'
import { z } from 'zod'

const MAY_DIFFER_SECONDS = 15
const MOST_KEPT = 4_000
const words = z.looseObject({ sid: z.string().optional(), exp: z.number() })
type Words = z.infer<typeof words>

/** The key of one secret, and what was opened with it lately: a page asks with the same cookie again and again. */
type Opener = { secret: string; key: Uint8Array; opened: Map<string, Words> }
let last: Opener | null = null

function openerOf(given: string | Buffer): Opener {
  const secret = String(given)
  if (last?.secret !== secret) {
    const key = hkdfSync('sha256', secret, '', 'NextAuth.js Generated Encryption Key', 32)
    last = { secret, key: new Uint8Array(key), opened: new Map() }
  }
  return last
}

export const seal: JWTOptions['encode'] = ({ token = {}, secret, maxAge }) =>
  new EncryptJWT(token)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + (maxAge ?? 0))
    .setJti(randomUUID())
    .encrypt(openerOf(secret).key)

/** Rejects what is forged, has expired or was sealed with another secret. */
export const open: JWTOptions['decode'] = async ({ token, secret }) => {
  if (!token) return null
  const { key, opened } = openerOf(secret)
  const known = opened.get(token)
  if (known && known.exp > Date.now() / 1000) return known
  const { payload } = await jwtDecrypt(token, key, { clockTolerance: MAY_DIFFER_SECONDS })
  if (opened.size >= MOST_KEPT) opened.clear()
  const read = words.parse(payload)
  opened.set(token, read)
  return read
}
