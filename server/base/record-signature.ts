/**
 * The signature beside a record's file: Ed25519 over its bytes, with a key that follows from the server's secret. So all servers of a house
 * sign alike, also after a restart, and nothing more is stored; another secret gives another key.
 */
import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from 'node:crypto'
import { signingSecret } from './environment'

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const BEFORE_SEED = Buffer.from('302e020100300506032b657004220420', 'hex')

function ownKey(): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', signingSecret(), '', 'track-two/record-signature', 32))
  return createPrivateKey({ key: Buffer.concat([BEFORE_SEED, seed]), format: 'der', type: 'pkcs8' })
}

/** 64 bytes. In a thread of its own: a large file takes longer than the event loop has. */
export const signatureOf = (bytes: Uint8Array): Promise<Buffer> =>
  new Promise((done, failed) => sign(null, bytes, ownKey(), (error, signed) => (error ? failed(error) : done(signed))))

/** The key by which anybody checks a signature, as a JSON Web Key with its thumbprint (RFC 7638), and as the PEM that openssl reads. */
export function publicKey() {
  const key = createPublicKey(ownKey())
  const { crv, kty, x } = key.export({ format: 'jwk' })
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url')
  return { kid, use: 'sig', kty, crv, x, pem: key.export({ format: 'pem', type: 'spki' }).toString() }
}
