'use server'
// Ends this device's session: its row first, so that open sockets fall at once, then the cookie.
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { emptySessionCookie, whoIs } from '#server/identity'
import { revokeSession } from '#server/store/sessions'

export async function signOut(): Promise<void> {
  const me = await whoIs(await headers())
  if (me) await revokeSession(me.sessionId)
  ;(await cookies()).set(emptySessionCookie())
  redirect('/')
}
