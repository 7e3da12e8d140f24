/**
 * Whose sheet of a student is open, so that two graders do not mark the same student unawares (rule J20). It stops nobody, and it is kept
 * in the database, so that several servers know the same.
 */
import { z } from 'zod'
import { OPEN_MS, openElsewhere } from '#simulation/reading/open-sheets'
import type { OpenSheet } from '#simulation/wire/open-sheets'
import { database } from '../../base/database'
import type { Requester } from '../access/access'
import { rowId } from '../access/row-id'
import { accessGrading, isGradedIn } from './grading-place'
import { IN_GRADES } from './marks'
import { readGradedSecond } from './second-grading'

const Opened = z.strictObject({
  activityId: rowId,
  /** The student whose sheet this page has open, and the one that it has left. */
  open: rowId.nullable(),
  left: rowId.nullable(),
})

/**
 * Keeps which sheet this user has open and which they have left, and answers with those that others have open, of the students whom this
 * user grades; null where they may grade nobody there, or not this student. First and second grader of a student are not told of each other.
 */
export async function openSheet(user: Requester, input: unknown): Promise<readonly OpenSheet[] | null> {
  const parsed = Opened.safeParse(input).data
  const found = parsed && (await accessGrading(user, parsed.activityId))
  if (!parsed || !found) return null
  const { activityId, open, left } = parsed
  const [twice, opened] = await Promise.all([
    readGradedSecond(user, activityId),
    open === null ? null : database().participant.findFirst({ where: { id: open, activityId, ...IN_GRADES } }),
  ])
  if (open !== null && (!opened || !isGradedIn(found, opened.roomId))) return null
  const now = Date.now()
  await database().openSheet.deleteMany({
    where: {
      OR: [
        { saidAt: { lt: new Date(now - OPEN_MS) } },
        ...(left === null ? [] : [{ participantId: left, userId: user.id }]),
      ],
    },
  })
  if (open !== null && !twice.has(open)) {
    const saidAt = new Date(now)
    await database().openSheet.upsert({
      where: { participantId_userId: { participantId: open, userId: user.id } },
      create: { participantId: open, userId: user.id, since: saidAt, saidAt },
      update: { saidAt },
    })
  }
  const rows = await database().openSheet.findMany({
    where: { participant: { activityId, ...IN_GRADES } },
    include: { user: { select: { name: true } }, participant: { select: { roomId: true } } },
  })
  const sheets = rows.map((row) => ({ ...row, since: row.since.getTime(), saidAt: row.saidAt.getTime() }))
  const rooms = new Map(rows.map(({ participantId, participant }) => [participantId, participant.roomId]))
  const reader = {
    userId: user.id,
    grades: (id: string) => isGradedIn(found, rooms.get(id) ?? null),
    isSecond: (id: string) => twice.has(id),
  }
  return openElsewhere(sheets, reader, now).map(({ participantId, since, user: { name } }) => ({
    participantId,
    name,
    since,
  }))
}
