'use server'
// Server Actions that save and release marks. Permission and validity are checked in server/store/marks.
import { caller } from '#access'
import { rowId } from '#server/store/access/row-id'
import { giveMark, type MarkAnswer, showMarks } from '#server/store/marks/grading'

export type { MarkAnswer, MarkFault } from '#server/store/marks/grading'

const Room = rowId

/** Saves one level with its evidence. */
export async function saveMark(input: unknown): Promise<MarkAnswer> {
  const me = await caller()
  return me ? giveMark(me, input) : { ok: false, fault: 'not-found' }
}

export async function release(roomId: unknown): Promise<{ ok: boolean }> {
  return show(roomId, true)
}

export async function withdraw(roomId: unknown): Promise<{ ok: boolean }> {
  return show(roomId, false)
}

async function show(roomId: unknown, shown: boolean): Promise<{ ok: boolean }> {
  const me = await caller()
  const room = Room.safeParse(roomId)
  return { ok: me !== null && room.success && (await showMarks(me, room.data, shown)) }
}
