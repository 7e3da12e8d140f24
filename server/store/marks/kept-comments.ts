/** The comments that a person keeps for the sheets of a course (rule J12). Nobody else reads them. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { typedText } from '#server/base/text-schema'
import { LIMITS } from '#simulation/kernel/limits'
import { takenText } from '#simulation/kernel/typed-words'
import { type KeptComment, MOST_KEPT } from '#simulation/reading/comment-bank'
import { nameFinder } from '#simulation/reading/name-finder'
import { database } from '../../base/database'
import type { Requester } from '../access/access'
import { rowId } from '../access/row-id'
import { readParticipants } from '../activities/participants'
import { readRoster } from '../courses/roster'
import { accessGrading } from './grading-place'

/** Newest first. */
export async function readKeptComments(userId: string, courseId: string): Promise<KeptComment[]> {
  return database().keptComment.findMany({
    where: { userId, courseId },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    select: { id: true, text: true },
  })
}

const Keeping = z.strictObject({
  activityId: rowId,
  text: typedText(LIMITS.comment).overwrite(takenText).trim().min(1),
  /** They have been told that it names somebody. */
  named: z.boolean(),
})
export type KeepAnswer = { ok: true; kept: KeptComment } | { ok: false; fault: 'not-found' | 'named' | 'full' }

/** Keeps a comment for whoever grades here; one that names somebody of the class list only where they say so again. */
export async function keepComment(user: Requester, input: unknown): Promise<KeepAnswer> {
  const parsed = Keeping.safeParse(input).data
  const found = parsed && (await accessGrading(user, parsed.activityId))
  if (!parsed || !found) return { ok: false, fault: 'not-found' }
  const { text, named } = parsed
  const { courseId } = found.activity
  const [kept, roster, people] = await Promise.all([
    readKeptComments(user.id, courseId),
    readRoster(courseId),
    readParticipants(parsed.activityId),
  ])
  const same = kept.find((one) => one.text === text)
  if (same) return { ok: true, kept: same }
  if (kept.length >= MOST_KEPT) return { ok: false, fault: 'full' }
  const holdsName = nameFinder([...roster, ...people].map(({ name }) => name))
  if (!named && holdsName(text)) return { ok: false, fault: 'named' }
  const { id } = await database().keptComment.create({
    data: { id: randomUUID(), userId: user.id, courseId, text },
    select: { id: true },
  })
  return { ok: true, kept: { id, text } }
}

/** Gives up one of their own. */
export async function dropComment(user: Requester, input: unknown): Promise<boolean> {
  const id = rowId.safeParse(input).data
  if (id === undefined) return false
  return (await database().keptComment.deleteMany({ where: { id, userId: user.id } })).count > 0
}
