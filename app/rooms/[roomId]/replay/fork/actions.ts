'use server'
// The server action that plays on from a moment of a room and redirects to the new room. Permission is checked in the server.
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { caller } from '#access'
import { boardPath, deskPath, forkPath } from '#paths'
import { rowId } from '#server/store/access/row-id'
import { cleanTitle } from '#server/store/courses/archive-delete'
import { forkRoom } from '#server/store/rooms/forking'
import { requireForm } from '#server/web/sent-form'
import { FORK_SEATS } from '#simulation/reading/record/fork'

const FORM = z.object({ roomId: rowId, at: z.coerce.number().int().positive(), seats: z.enum(FORK_SEATS) })

export async function playOn(form: FormData): Promise<void> {
  requireForm(form)
  const me = await caller()
  const given = FORM.safeParse(Object.fromEntries(form))
  if (!me || !given.success) notFound()
  const { roomId, at, seats } = given.data
  const t = await getTranslations('replay.fork')
  const made = await forkRoom({
    ...{ user: me, roomId, seq: at, seats },
    titled: ({ room, activity, moment: { entry } }) => ({
      title: cleanTitle(t('newTitle', { title: activity.title })) ?? activity.title,
      name: entry === null ? t('labelBefore', { room: room.name }) : t('label', { room: room.name, entry }),
    }),
  })
  if (!made) notFound()
  if (!made.ok) redirect(forkPath(roomId, at, made.fault))
  redirect(made.kind === 'homework' ? boardPath(made.activityId) : deskPath(made.roomId))
}
