/**
 * The session endpoint that next-auth's client asks. It is the only one of next-auth's endpoints that is open: signing in and out are
 * actions of this site, which are rate-limited.
 */

import { getServerSession } from 'next-auth'
import { caller } from '#access'
import { authOptions } from '#server/web/identity'

export async function GET(): Promise<Response> {
  const me = await caller()
  // getServerSession throws on a damaged cookie; that counts as nobody.
  const session = me && (await getServerSession(authOptions()).catch(() => null))
  return Response.json(session ?? {}, { headers: { 'cache-control': 'no-store' } })
}
