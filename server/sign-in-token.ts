/**
 * The sign-in cookie's words, sealed and opened as next-auth does it (its own cookies are read and written the same way), but with
 * a key that is derived once: next-auth derives it at every look, which is what a class that comes in at once would wait for.
 */
import { hkdfSync, randomUUID } from 'node:crypto'
import { EncryptJWT, jwtDecrypt } from 'jose'
import type { JWTOptions } from 'next-auth/jwt'
import { z } from 'zod'

const MAY_DIFFER_SECONDS = 15
const words = z.looseObject({ sid: z.string().optional() })
let derived: { from: string; key: Uint8Array } | null = null

function keyFrom(secret: string | Buffer): Uint8Array {
  const from = String(secret)
  if (derived?.from !== from) {
    const key = hkdfSync('sha256', from, '', 'NextAuth.js Generated Encryption Key', 32)
    derived = { from, key: new Uint8Array(key) }
  }
  return derived.key
}

export const seal: JWTOptions['encode'] = ({ token = {}, secret, maxAge }) =>
  new EncryptJWT(token)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + (maxAge ?? 0))
    .setJti(randomUUID())
    .encrypt(keyFrom(secret))

/** Rejects what is forged, has expired or was sealed with another secret. */
export const open: JWTOptions['decode'] = async ({ token, secret }) => {
  if (!token) return null
  const { payload } = await jwtDecrypt(token, keyFrom(secret), { clockTolerance: MAY_DIFFER_SECONDS })
  return words.parse(payload)
}
