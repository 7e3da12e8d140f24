'use server'
// Server Actions that save and release marks. Permission and validity are checked in server/store/marks.
import { headers } from 'next/headers'
import { rowId } from '#server/store/access/row-id'
import { giveMark, type MarkAnswer, showMarks } from '#server/store/marks/grading'
import { whoIs } from '#server/web/identity'

export type { MarkAnswer, MarkFault } from '#server/store/marks/grading'

const Room = rowId

/** Saves one level with its evidence. */
export async function saveMark(input: unknown): Promise<MarkAnswer> {
  const me = await whoIs(await headers())
  return me ? giveMark(me.user, input) : { ok: false, fault: 'not-found' }
}

export async function release(roomId: unknown): Promise<{ ok: boolean }> {
  return show(roomId, true)
}

export async function withdraw(roomId: unknown): Promise<{ ok: boolean }> {
  return show(roomId, false)
}

async function show(roomId: unknown, shown: boolean): Promise<{ ok: boolean }> {
  const me = await whoIs(await headers())
  const room = Room.safeParse(roomId)
  return { ok: me !== null && room.success && (await showMarks(me.user, room.data, shown)) }
}
