/**
 * Imports a record file into a course as a room that can only be read. A worker thread checks the whole file first, so that a large one does
 * not stop the live rooms; then everything is written in one transaction, so that a damaged file leaves nothing behind.
 */

import { createHash, randomUUID } from 'node:crypto'
import { audit } from '#server/base/audit'
import { runInWorker } from '#server/jobs/worker-queue'
import { MINUTE_MS } from '#simulation/kernel/time'
import type { RecordFault } from '#simulation/reading/record/record-fault'
import { LARGEST_FILE } from '#simulation/reading/record/record-file'
import { database } from '../base/database'
import { insertActivity } from '../store/activities/activities'
import { isTimeZone } from '../store/courses/courses'
import { findIn } from '../store/scenarios/offered'
import type { JudgedRecord } from './worker-tasks'

/** `already` is the room that this very file has become in this course, and when. */
type BringResult =
  | { ok: true; roomId: string }
  | { ok: false; already: { roomId: string; at: number } }
  | { ok: false; fault: RecordFault }

/** Checks the file and saves it as an activity with one room. `judged` is called with the number of rows checked so far. */
export async function bringRecord(
  asked: { courseId: string; by: string; bytes: Uint8Array },
  judged: (rows: number) => void = () => undefined,
): Promise<BringResult> {
  if (asked.bytes.length > LARGEST_FILE) return refused('too-large')
  const sha256 = createHash('sha256').update(asked.bytes).digest('hex')
  const already = await readBrought(asked.courseId, sha256)
  if (already) return { ok: false, already }
  const roomId = randomUUID()
  const found = await runInWorker({ kind: 'record', bytes: asked.bytes, roomId }, judged)
  if (found === 'over') return refused('too-much-work')
  return found.ok ? insertRecord({ ...asked, sha256 }, roomId, found) : found
}

async function readBrought(courseId: string, sha256: string): Promise<{ roomId: string; at: number } | null> {
  const found = await database().activity.findFirst({
    where: { courseId, deletedAt: null, broughtFrom: { path: ['sha256'], equals: sha256 } },
    select: { createdAt: true, rooms: { select: { id: true } } },
  })
  const [room] = found?.rooms ?? []
  return found && room ? { roomId: room.id, at: found.createdAt.getTime() } : null
}

type BringRequest = { courseId: string; by: string; sha256: string }

async function insertRecord(
  { courseId, by, sha256 }: BringRequest,
  roomId: string,
  record: Extract<JudgedRecord, { ok: true }>,
): Promise<BringResult> {
  const { head, settings, log, facts } = record
  const me = await database().user.findUniqueOrThrow({ where: { id: by }, select: { id: true, email: true } })
  const scenario = await findIn({ me, courseId }, head.activity.scenario)
  if (!scenario) return refused('no-such-scenario', head.activity.scenario)
  if (!isTimeZone(head.course.timeZone)) return refused('wrong-shape', 'course.timeZone')
  const activity = {
    courseId,
    by,
    title: head.activity.title,
    scenario,
    agendaKey: head.activity.agenda,
    settings,
    nameRoom: () => head.room.name,
    broughtFrom: { course: head.course, roll: head.roll, sha256 },
  }
  const room = { id: roomId, name: head.room.name, ordinal: 1, log, facts }
  await database().$transaction((on) => insertActivity(on, head.activity.kind, activity, [room]), {
    timeout: MINUTE_MS,
  })
  audit({ what: 'record-brought', by, to: roomId, in: courseId })
  return { ok: true, roomId }
}

const refused = (fault: RecordFault['fault'], about: string | null = null): BringResult => ({
  ok: false,
  fault: { fault, line: null, row: null, about },
})
