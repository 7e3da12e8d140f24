/**
 * Ends this device's sign-in, from any page, script or no script. The answer is a whole new page, so that nothing of the person stays
 * in the router's memory; over https the browser itself clears what it kept for them.
 */

import { cookies, headers } from 'next/headers'
import { signedOutPath } from '#paths'
import { signOutDevice } from '#server/web/device-sign-in'
import { isSecure } from '#server/web/identity'
import { localPath } from '../sign-in/local-path'

export async function POST(request: Request): Promise<Response> {
  await signOutDevice(await headers(), await cookies())
  const next = (await request.formData().catch(() => null))?.get('next')
  const location = typeof next === 'string' ? localPath(next) : signedOutPath()
  const clears: Record<string, string> = isSecure() ? { 'clear-site-data': '"storage"' } : {}
  return new Response(null, { status: 303, headers: { location, ...clears } })
}
