'use server'
// The server action by which a student's page says that its news have been shown.
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { markNewsRead } from '#server/store/rooms/own-news'
import { whoIs } from '#server/web/identity'

/** `upTo` is when the page was drawn, ms since 1970. */
export async function newsShown(upTo: number): Promise<void> {
  const me = await whoIs(await headers())
  const at = z.int().min(0).max(Date.now()).safeParse(upTo)
  if (!me || !at.success) notFound()
  await markNewsRead(me.user.id, at.data)
}
