/**
 * Checks before a mark is saved or marks are released: the user's part must allow it in this room, the criterion must be one for this
 * subject, the round one of the plan, and every entry given as evidence must be in the record.
 */
import { delegationOf } from '#simulation/agenda/parties'
import { begunKey, type Rubric, rubricOf, topOf, versionOf } from '#simulation/reading/log/rubric'
import { entryNumbered } from '#simulation/state/numbered-entries'
import type { RoomState } from '#simulation/state/room-state'
import { database } from '../../base/database'
import { accessRoom, may, type Requester } from '../access/access'
import { reachesEveryRoom } from '../access/parts'
import { holdActivity } from '../activities/participants'
import { readRubrics } from '../activities/rubrics'
import { readGrading } from '../activities/settings'
import { readRoomState } from '../log/room-reading'
import { addMark, NewMark, releaseMarks, wasInRoom, withdrawMarks } from './marks'

export type MarkFault =
  | 'not-found'
  | 'no-evidence'
  | 'no-such-entry'
  | 'no-such-criterion'
  | 'no-such-level'
  | 'no-such-round'
  /** It was given by a version that does not count for this subject. */
  | 'rubric-changed'
export type MarkAnswer = { ok: true; id: string; at: number } | { ok: false; fault: MarkFault }

const refused = (fault: MarkFault): MarkAnswer => ({ ok: false, fault })

/** Saves a level. An earlier level for the same subject stays in the history. */
export async function giveMark(user: Requester, input: unknown): Promise<MarkAnswer> {
  const parsed = NewMark.safeParse(input)
  if (!parsed.success) {
    const unshown = parsed.error.issues.some(({ message }) => message === 'evidence-missing')
    return refused(unshown ? 'no-evidence' : 'not-found')
  }
  const mark = parsed.data
  const found = await accessRoom(user, mark.roomId)
  if (!found || !may(found.as, 'mark')) return refused('not-found')
  // A grader has only named rooms: they may not mark a student who has never been in this one.
  const isNamed = found.as.kind === 'staff' && !reachesEveryRoom(found.as.part)
  if (isNamed && mark.subject === 'student' && !(await wasInRoom(mark.roomId, mark.participantId)))
    return refused('not-found')
  const { activity } = found
  const [state, { evidence }] = await Promise.all([readRoomState(mark.roomId), readGrading(activity)])
  if (!state) return refused('not-found')
  const of =
    mark.subject === 'student' ? { participantId: mark.participantId } : { roomId: mark.roomId, round: mark.round }
  const isUnlooked = mark.evidence.length === 0 && !mark.noEvidence
  const saved = await database().$transaction(async (on) => {
    // A change of the rubric waits for it, so that no level is saved by one that counts no more.
    await holdActivity(on, activity.id)
    const rubrics = await readRubrics(activity.id, on, of)
    const key = begunKey(of)
    if (versionOf(rubrics, key) !== (mark.version ?? 0)) return 'rubric-changed'
    const fault = faultOf(mark, rubricOf(rubrics, key), state)
    if (fault) return fault
    if (isUnlooked && evidence === 'required') return 'no-evidence'
    return addMark(mark, user.id, on)
  })
  return typeof saved === 'string' ? refused(saved) : { ok: true, id: saved.id, at: saved.at.getTime() }
}

function faultOf(mark: NewMark, rubric: Rubric, state: RoomState): MarkFault | null {
  const criterion = rubric.criteria.find(({ key }) => key === mark.criterion)
  if (!criterion?.subjects.includes(mark.subject)) return 'no-such-criterion'
  if (mark.level > topOf(rubric)) return 'no-such-level'
  if (mark.subject === 'position' && !delegationOf(state.plan, mark.delegation)) return 'not-found'
  if (mark.round !== null && !state.plan.rounds.some(({ key }) => key === mark.round)) return 'no-such-round'
  return mark.evidence.every((no) => entryNumbered(state, no)) ? null : 'no-such-entry'
}

/** Releases the marks of the room's activity to its students, or withdraws the release; false if the user may not. */
export async function showMarks(user: Requester, roomId: string, shown: boolean): Promise<boolean> {
  const found = await accessRoom(user, roomId)
  if (!found || !may(found.as, 'release-marks')) return false
  if (shown) await releaseMarks(found.activity.id, user.id)
  else await withdrawMarks(found.activity.id)
  return true
}
