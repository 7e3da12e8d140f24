/**
 * Who is signed in, as next-auth's own programs ask for it: the one of its endpoints that is open. Signing in and out are actions of
 * this site, so that each has its limits, its page and its sentence.
 */

import { headers } from 'next/headers'
import { getServerSession } from 'next-auth'
import { authOptions, whoIs } from '#server/web/identity'

export async function GET(): Promise<Response> {
  const me = await whoIs(await headers())
  // It throws over a cookie of its own that somebody has spoilt: that is nobody.
  const session = me && (await getServerSession(authOptions()).catch(() => null))
  return Response.json(session ?? {}, { headers: { 'cache-control': 'no-store' } })
}
