/**
 * Imports a record file into a course as a room that can only be read. A worker thread checks the whole file first, so that a large one does
 * not stop the live rooms; then everything is written in one transaction, so that a damaged file leaves nothing behind.
 */

import { randomUUID } from 'node:crypto'
import { audit } from '#server/base/audit'
import { runInWorker } from '#server/jobs/worker-queue'
import type { RecordFault } from '#simulation/reading/record-file-reading'
import { database } from '../base/database'
import { insertActivity } from '../store/activities/activities'
import { isTimeZone } from '../store/courses/courses'
import type { JudgedRecord } from '../store/records/judged-record'
import { scenarioShelf } from '../store/scenarios/shelf'

/** In bytes. The file of a room with ten thousand rows has about four megabytes. */
export const LARGEST_RECORD = 8_000_000

type BringResult = { ok: true; roomId: string } | { ok: false; fault: RecordFault }

/** Checks the file and saves it as an activity with one room. `judged` is called with the number of rows checked so far. */
export async function bringRecord(
  asked: { courseId: string; by: string; bytes: Uint8Array },
  judged: (rows: number) => void = () => undefined,
): Promise<BringResult> {
  if (asked.bytes.length > LARGEST_RECORD) return refused('too-large')
  const roomId = randomUUID()
  const found = await runInWorker({ kind: 'record', bytes: asked.bytes, roomId }, judged)
  if (found === 'over') return refused('too-much-work')
  return found.ok ? insertRecord(asked, roomId, found) : found
}

type BringRequest = { courseId: string; by: string }

async function insertRecord(
  { courseId, by }: BringRequest,
  roomId: string,
  record: Extract<JudgedRecord, { ok: true }>,
): Promise<BringResult> {
  const { head, settings, log, facts } = record
  const scenario = scenarioShelf().find(head.activity.scenario)
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
    broughtFrom: { course: head.course, roll: head.roll },
  }
  const room = { id: roomId, name: head.room.name, ordinal: 1, log, facts }
  await database().$transaction((on) => insertActivity(on, head.activity.kind, activity, [room]), { timeout: 60_000 })
  audit({ what: 'record-brought', by, to: roomId, in: courseId })
  return { ok: true, roomId }
}

const refused = (fault: RecordFault['fault'], about: string | null = null): BringResult => ({
  ok: false,
  fault: { fault, line: null, row: null, about },
})
