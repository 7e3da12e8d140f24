/**
 * Ends this device's session, with or without a script. It answers with a full page load, because the router's memory would otherwise keep
 * pages of the person; over https Clear-Site-Data empties the browser's storage too.
 */

import { cookies, headers } from 'next/headers'
import { signedOutPath } from '#paths'
import { signOutDevice } from '#server/web/device-sign-in'
import { isSecure } from '#server/web/site-cookie'
import { localPath } from '../local-path'

export async function POST(request: Request): Promise<Response> {
  await signOutDevice(await headers(), await cookies())
  const next = (await request.formData().catch(() => null))?.get('next')
  const location = typeof next === 'string' ? localPath(next) : signedOutPath()
  const clears: Record<string, string> = isSecure() ? { 'clear-site-data': '"storage"' } : {}
  return new Response(null, { status: 303, headers: { location, ...clears } })
}
