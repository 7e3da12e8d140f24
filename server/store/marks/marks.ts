/** Marks with their evidence, which are added and never changed, and their release. Who may mark is decided in grading.ts. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { failpoint } from '#server/base/failpoints'
import { typedText } from '#server/base/text-schema'
import type { Prisma } from '#server/generated/prisma/client'
import { delegationId, entryNumber } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { takenText } from '#simulation/kernel/typed-words'
import { MOST_LEVELS } from '#simulation/reading/log/rubric'
import { MOST_EVIDENCE } from '#simulation/reading/marks/evidence'
import { type GradeNote, releasedUntil } from '#simulation/reading/marks/grades'
import { mayReadMark } from '#simulation/secrecy/side-channels'
import type { StoredMark } from '#simulation/wire/marks'
import { type Database, database } from '../../base/database'
import { rowId } from '../access/row-id'
import { type NewMail, writeMails } from '../mail/outbox'

const judgement = {
  roomId: rowId,
  criterion: typedText(60).min(1),
  level: z
    .int()
    .min(0)
    .max(MOST_LEVELS - 1),
  evidence: z.array(entryNumber).max(MOST_EVIDENCE),
  noEvidence: z.boolean(),
  comment: typedText(LIMITS.comment).overwrite(takenText).trim().nullable(),
  /** The place of the rubric's version by which it was given; absent for the scenario's own. */
  version: z.int().min(0).optional(),
}

/** With neither an entry nor `noEvidence` nobody looked for one; whether that is enough is the activity's to say (grading.ts). */
export const NewMark = z
  .discriminatedUnion('subject', [
    z.strictObject({
      subject: z.literal('position'),
      delegation: delegationId,
      round: typedText(60).min(1),
      ...judgement,
    }),
    z.strictObject({
      subject: z.literal('student'),
      participantId: rowId,
      /** The round the level was given in, when it was given at the desk during a round; null for the activity as a whole. */
      round: typedText(60).min(1).nullable(),
      ...judgement,
    }),
  ])
  .refine((mark) => !mark.noEvidence || mark.evidence.length === 0, { path: ['evidence'], message: 'evidence-missing' })
export type NewMark = z.infer<typeof NewMark>

/** Who was not taken out, or is kept in the grades (J23). */
export const IN_GRADES = { OR: [{ removedAt: null }, { keptInGrades: true }] }

/** Whether a participant is assigned to a room, or held a seat in it before they were moved to another. */
export async function wasInRoom(roomId: string, participantId: string): Promise<boolean> {
  const placed = await database().participant.count({ where: { id: participantId, roomId } })
  if (placed > 0) return true
  const sat = { roomId, person: participantId, seatOfRecord: { not: null } }
  return (await database().roomPerson.count({ where: sat })) > 0
}

/** The level to which a check of the database holds `mark.level`. */
const CHECKED = 4

/** Adds a level; earlier ones stay as history. `not-found` if the student is no participant of this room's activity. */
export async function addMark(
  mark: NewMark,
  byUserId: string,
  on: Database = database(),
): Promise<{ id: string; at: Date } | 'not-found'> {
  if (mark.subject === 'student') {
    const theirs = await on.participant.count({
      where: { id: mark.participantId, activity: { rooms: { some: { id: mark.roomId } } } },
    })
    if (theirs === 0) return 'not-found'
  }
  return on.mark.create({ select: { id: true, at: true }, data: rowOf(mark, byUserId) })
}

/** Adds the first levels of an activity in one statement; its participants are there. */
export async function addMarks(marks: readonly NewMark[], byUserId: string, on: Database): Promise<void> {
  await on.mark.createMany({ data: marks.map((mark) => rowOf(mark, byUserId)) })
}

function rowOf(mark: NewMark, byUserId: string): Prisma.MarkCreateManyInput {
  const { subject, roomId, criterion, level, evidence, noEvidence, comment, round } = mark
  return {
    id: randomUUID(),
    subject,
    roomId,
    criterion,
    level: Math.min(level, CHECKED),
    above: Math.max(0, level - CHECKED),
    evidence,
    noEvidence: evidence.length === 0,
    unasked: evidence.length === 0 && !noEvidence,
    comment,
    round,
    delegation: mark.subject === 'position' ? mark.delegation : null,
    participantId: mark.subject === 'student' ? mark.participantId : null,
    byUserId,
  }
}

/** Every level ever given in a room, oldest first. */
export async function readMarkHistory(roomId: string): Promise<StoredMark[]> {
  return readRows({ roomId })
}

/** Every level that a student was ever given in an activity, oldest first. */
export const readStudentHistory = (activityId: string, participantId: string): Promise<StoredMark[]> =>
  readRows({ participantId, subject: 'student', room: { activityId } })

/** Oldest first. Where no entry was asked for, none is missing. */
async function readRows(where: Prisma.MarkWhereInput, on: Database = database()): Promise<StoredMark[]> {
  const rows = await on.mark.findMany({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  return rows.map(({ unasked, above, ...mark }) => ({
    ...{ ...mark, level: mark.level + above },
    noEvidence: mark.noEvidence && !unasked,
  }))
}

/** Identifies what a mark judges. Of marks with the same key the latest counts. */
export function markKey(
  mark: Pick<StoredMark, 'subject' | 'delegation' | 'round' | 'participantId' | 'criterion'>,
): string {
  return [mark.subject, mark.delegation ?? '', mark.round ?? '', mark.participantId ?? '', mark.criterion].join('|')
}

/** The levels that count in a room: the latest for each subject, round and criterion. */
export async function readMarks(roomId: string): Promise<StoredMark[]> {
  return latestOf(await readMarkHistory(roomId))
}

/** Every level ever given in an activity, oldest first. */
export const readActivityHistory = (activityId: string, on?: Database): Promise<StoredMark[]> =>
  readRows({ room: { activityId } }, on)

/** The levels that count in all rooms of an activity. A student who was moved has one level for each criterion, not one for each room. */
export async function readActivityMarks(activityId: string): Promise<StoredMark[]> {
  const rows = await readActivityHistory(activityId)
  return latestOf(rows, (mark) => (mark.subject === 'student' ? markKey(mark) : `${mark.roomId}|${markKey(mark)}`))
}

/** Of rows from oldest to newest, the last under each key. */
function latestOf(rows: readonly StoredMark[], keyOf: (mark: StoredMark) => string = markKey): StoredMark[] {
  return [...new Map(rows.map((mark) => [keyOf(mark), mark])).values()]
}

/** Lets the students of an activity see their marks. Does nothing while they are released; after a withdrawal it is a new release. */
export async function releaseMarks(activityId: string, byUserId: string): Promise<void> {
  await database().$transaction(async (on) => {
    await on.$queryRaw`SELECT id FROM activity WHERE id = ${activityId} FOR UPDATE`
    if ((await on.release.count({ where: { activityId, withdrawnAt: null } })) > 0) return
    const id = randomUUID()
    await on.release.create({ data: { id, activityId, byUserId } })
    await mailRelease(on, id, { activityId })
    failpoint('mid-release')
  })
}

/**
 * Tells these people by mail of a release or an answer; `news` is the id of a release of an activity, the act that released single grades,
 * or the id of a regrade.
 */
export async function mailRelease(
  on: Database,
  news: string,
  whom: Prisma.ParticipantWhereInput,
  kind: 'released' | 'regradeAnswered' = 'released',
): Promise<void> {
  const people = await on.participant.findMany({ where: { ...whom, removedAt: null } })
  const mails = people.flatMap(({ id: participantId, rosterPlaceId: placeId }): NewMail[] => {
    const key = `${kind}/${news}/${participantId}`
    return placeId === null ? [] : [{ key, kind, placeId, participantId, dueAt: Date.now() }]
  })
  await writeMails(on, mails)
}

export async function withdrawMarks(activityId: string): Promise<void> {
  await database().release.updateMany({ where: { activityId, withdrawnAt: null }, data: { withdrawnAt: new Date() } })
}

/** Whether the release that this mail was to tell of still stands; an answer always does. */
export async function standsRelease(mailKey: string): Promise<boolean> {
  const [, id, participantId] = mailKey.split('/')
  if (id === undefined || participantId === undefined) return false
  const found = await Promise.all([
    database().release.count({ where: { id, withdrawnAt: null } }),
    database().gradeRelease.count({ where: { act: id, participantId, withdrawnAt: null } }),
    database().regrade.count({ where: { id, participantId } }),
  ])
  return found.some((count) => count > 0)
}

/** When and by whom the marks were released; null while they are not released. */
export async function readRelease(activityId: string): Promise<{ at: Date; byUserId: string } | null> {
  return database().release.findFirst({
    where: { activityId, withdrawnAt: null },
    orderBy: { at: 'desc' },
    select: { at: true, byUserId: true },
  })
}

/** Until when a student sees what was given to them, as `releasedUntil` says; null while nothing is released to them. */
export async function readReleasedUntil(activityId: string, participantId: string): Promise<number | null> {
  const [everybody, own] = await Promise.all([readRelease(activityId), readOwnRelease(participantId)])
  return releasedUntil(everybody?.at ?? null, own?.at ?? null)
}

/** The newest release of a student's own grade that is not taken back. */
export async function readOwnRelease(participantId: string): Promise<{ at: Date; reason: string | null } | null> {
  return database().gradeRelease.findFirst({
    where: { participantId, withdrawnAt: null },
    orderBy: { at: 'desc' },
    select: { at: true, reason: true },
  })
}

/** The first release that showed a student marks and is not taken back, from which the days for regrades are counted (J6); null while there is none. */
export async function readFirstRelease(activityId: string, participantId: string): Promise<Date | null> {
  const order = { orderBy: { at: 'asc' }, select: { at: true } } as const
  const found = await Promise.all([
    database().release.findFirst({ where: { activityId, withdrawnAt: null }, ...order }),
    database().gradeRelease.findFirst({ where: { participantId, withdrawnAt: null }, ...order }),
  ])
  const [first] = found.flatMap((release) => release?.at ?? []).toSorted((a, b) => a.getTime() - b.getTime())
  return first ?? null
}

/** A student's own marks in an activity, as they were when they were released; none before. */
export async function readOwnMarks(activityId: string, participantId: string): Promise<StoredMark[]> {
  const until = await readReleasedUntil(activityId, participantId)
  const rows = await readStudentHistory(activityId, participantId)
  return releasedOf(rows, until).filter((mark) =>
    mayReadMark({ person: participantId, side: null }, until !== null, mark),
  )
}

/** What stands beside a student's own levels, as it was when it was released; null before, and where there is nothing. */
export async function readOwnNote(activityId: string, participantId: string): Promise<Omit<GradeNote, 'at'> | null> {
  const until = await readReleasedUntil(activityId, participantId)
  if (until === null) return null
  return database().gradeNote.findFirst({
    where: {
      participantId,
      participant: { activityId },
      ...(Number.isFinite(until) ? { at: { lte: new Date(until) } } : {}),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { comment: true, tookNoPart: true },
  })
}

/** The marks of a delegation's positions in a room, as this member of it may see them; none before something is released to them. */
export async function readPositionMarks(
  room: { id: string; activityId: string },
  delegation: string,
  participantId: string,
): Promise<StoredMark[]> {
  const until = await readReleasedUntil(room.activityId, participantId)
  const rows = await readRows({ roomId: room.id, subject: 'position', delegation })
  return releasedOf(rows, until).filter((mark) => mayReadMark({ person: null, side: delegation }, until !== null, mark))
}

const releasedOf = (rows: readonly StoredMark[], until: number | null): StoredMark[] =>
  latestOf(rows.filter(({ at }) => at.getTime() <= (until ?? 0)))
