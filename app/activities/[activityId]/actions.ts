'use server'
// The server actions of an activity's pages: its door, its code, join requests and rooms. Each checks the caller's rights itself, because
// an action can be called without its page.
import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { caller } from '#access'
import { lobbyPath } from '#paths'
import { accessActivity, may } from '#server/store/access/access'
import { rowId } from '#server/store/access/row-id'
import { moveToRoom } from '#server/store/activities/participants'
import { closeDoor, drawNewCode, openDoor } from '#server/store/door/door'
import { answerJoinRequest } from '#server/store/door/join-requests'
import { requireForm } from '#server/web/sent-form'

/** The activity, if the caller chairs it; anyone else gets "not found". */
async function chairOf(activityId: unknown): Promise<{ activityId: string; user: { id: string; isAdmin: boolean } }> {
  const me = await caller()
  const asked = rowId.safeParse(activityId)
  const found = me && asked.success ? await accessActivity(me, asked.data) : null
  if (!me || !found || !may(found.as, 'run-activity')) notFound()
  return { activityId: found.activity.id, user: me }
}

export async function setDoor(form: FormData): Promise<void> {
  requireForm(form)
  const { activityId } = await chairOf(form.get('activityId'))
  if (form.get('door') === 'open') await openDoor(activityId)
  else await closeDoor(activityId)
  revalidatePath(lobbyPath(activityId))
}

export async function replaceCode(form: FormData): Promise<void> {
  requireForm(form)
  const { activityId } = await chairOf(form.get('activityId'))
  await drawNewCode(activityId)
  revalidatePath(lobbyPath(activityId))
}

export type KnockState = { fault: 'full' | 'full-for-good' | 'room-closed' | null }

export async function answerKnock(_: KnockState, form: FormData): Promise<KnockState> {
  requireForm(form)
  const { activityId, user } = await chairOf(form.get('activityId'))
  const requestId = rowId.safeParse(form.get('requestId'))
  if (!requestId.success) notFound()
  const answer = form.get('answer')
  const t = await getTranslations('new-seminar.seats')
  const answered = await answerJoinRequest({
    requestId: requestId.data,
    by: user,
    admit: answer === 'admit' || answer === 'further',
    ...(answer === 'further' ? { nameTable: (number) => t('table', { number }) } : {}),
  })
  revalidatePath(lobbyPath(activityId))
  return { fault: answered === 'answered' || answered === 'not-found' ? null : answered }
}

/** Puts a participant into a room. The client unseats them in their old room first. */
export async function giveTable(form: FormData): Promise<void> {
  requireForm(form)
  const { activityId } = await chairOf(form.get('activityId'))
  const place = z.object({ participantId: rowId, roomId: rowId }).safeParse(Object.fromEntries(form))
  if (!place.success) notFound()
  await moveToRoom(activityId, place.data.participantId, place.data.roomId)
  revalidatePath(lobbyPath(activityId))
}
