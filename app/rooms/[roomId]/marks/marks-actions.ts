'use server'
// Marks as the desk and the marks page send them: one level with what shows it, the release and its withdrawal.
// A level is taken only from who chairs the room, on a criterion that judges this subject, with entries that stand in the record.
import { headers } from 'next/headers'
import { whoIs } from '#server/identity'
import { accessRoom } from '#server/store/access'
import { addMark, NewMark, releaseMarks, withdrawMarks } from '#server/store/marks'
import { readRoomState } from '#server/store/room-reading'
import { readRubric } from '#server/store/rubric'
import type { RoomState } from '#simulation/room-state'
import type { Rubric } from '#simulation/scenario'

export type MarkFault = 'not-found' | 'no-evidence' | 'no-such-entry' | 'no-such-criterion' | 'no-such-round'
export type MarkAnswer = { ok: true; id: string; at: number } | { ok: false; fault: MarkFault }

const refused = (fault: MarkFault): MarkAnswer => ({ ok: false, fault })

async function chairOf(roomId: unknown) {
  const me = await whoIs(await headers())
  if (!me || typeof roomId !== 'string') return null
  const found = await accessRoom(me.user, roomId)
  return found?.as.kind === 'chair' ? { ...found, user: me.user } : null
}

/** Saves one level. The one that stood before stays as history. */
export async function saveMark(input: unknown): Promise<MarkAnswer> {
  const parsed = NewMark.safeParse(input)
  if (!parsed.success)
    return refused(
      parsed.error.issues.some((issue) => issue.message === 'evidence-missing') ? 'no-evidence' : 'not-found',
    )
  const mark = parsed.data
  const chair = await chairOf(mark.roomId)
  if (!chair) return refused('not-found')
  const [rubric, state] = await Promise.all([readRubric(chair.activity.id), readRoomState(mark.roomId)])
  const fault = state ? faultOf(mark, rubric, state) : 'not-found'
  if (fault) return refused(fault)
  const saved = await addMark(mark, chair.user.id)
  return saved === 'not-found' ? refused('not-found') : { ok: true, id: saved.id, at: saved.at.getTime() }
}

function faultOf(mark: NewMark, rubric: Rubric, state: RoomState): MarkFault | null {
  const criterion = rubric.criteria.find(({ key }) => key === mark.criterion)
  if (!criterion?.subjects.includes(mark.subject)) return 'no-such-criterion'
  if (mark.round !== null && !state.plan.rounds.some(({ key }) => key === mark.round)) return 'no-such-round'
  const sealed = new Set([...state.sealed].map(({ no }) => no))
  const stands = (no: string) => (/^\d+$/.test(no) ? state.record.at(Number(no) - 1) !== undefined : sealed.has(no))
  return mark.evidence.every(stands) ? null : 'no-such-entry'
}

/** Shows every student of the activity their marks, from now on. */
export async function release(roomId: string): Promise<{ ok: boolean }> {
  const chair = await chairOf(roomId)
  if (!chair) return { ok: false }
  await releaseMarks(chair.activity.id, chair.user.id)
  return { ok: true }
}

/** Takes the release back: nobody but staff sees a mark again. */
export async function withdraw(roomId: string): Promise<{ ok: boolean }> {
  const chair = await chairOf(roomId)
  if (!chair) return { ok: false }
  await withdrawMarks(chair.activity.id)
  return { ok: true }
}
