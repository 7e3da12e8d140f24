// The public key by which anybody checks the signature of a record's file, at /.well-known/track-two-keys.json (next.config.js).
import { publicKey } from '#server/base/record-signature'

/** Answered from the running server's secret, never from the build. */
export const dynamic = 'force-dynamic'

export const GET = (): Response => Response.json({ keys: [publicKey()] }, { headers: { 'cache-control': 'no-store' } })
