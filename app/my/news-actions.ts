'use server'
// The server action by which a student's page says that its news have been shown, and in which time zone.
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { caller } from '#access'
import { typedText } from '#server/base/text-schema'
import { isTimeZone } from '#server/store/courses/courses'
import { keepZone } from '#server/store/mail/choices'
import { markNewsRead } from '#server/store/rooms/own-news'

/** A zone that this server does not know, as devices name some, is no zone to it. */
const Shown = z.object({ upTo: z.int().min(0), zone: typedText(64).refine(isTimeZone).nullable().catch(null) })

/** `upTo` is when the page was drawn, ms since 1970; `zone` is the device's. */
export async function newsShown(shown: z.infer<typeof Shown>): Promise<void> {
  const me = await caller()
  const given = Shown.safeParse(shown)
  if (!me || !given.success || given.data.upTo > Date.now()) notFound()
  await markNewsRead(me.id, given.data.upTo)
  if (given.data.zone !== null) await keepZone(me.id, given.data.zone)
}
