/**
 * Homework debates that a course's staff have begun and not published: each is the address of the wizard that makes it. It does
 * not know what stands in an address.
 */
import { randomUUID } from 'node:crypto'
import { isRowId } from '../access/row-id'
import { database } from '../database'

export type UnpublishedDebate = { id: string; title: string; address: string; savedAt: Date }

/**
 * Keeps a draft under its id, in the place of what the course has there; answers where it is kept. One that was let go comes back to
 * where it was, so that whatever page still holds its address means the same draft.
 */
export async function saveUnpublishedDebate(
  courseId: string,
  draft: { id: string | null; title: string; addressOf: (id: string) => string },
): Promise<string> {
  const asked = draft.id !== null && isRowId(draft.id) ? draft.id : null
  const held = asked && (await database().unpublishedDebate.findUnique({ where: { id: asked } }))
  const id = asked && (!held || held.courseId === courseId) ? asked : randomUUID()
  const row = { title: draft.title, address: draft.addressOf(id), savedAt: new Date() }
  await database().unpublishedDebate.upsert({ where: { id }, create: { id, courseId, ...row }, update: row })
  return id
}

/** The newest first. */
export async function readUnpublishedDebates(courseId: string): Promise<UnpublishedDebate[]> {
  return database().unpublishedDebate.findMany({
    where: { courseId },
    orderBy: { savedAt: 'desc' },
    select: { id: true, title: true, address: true, savedAt: true },
  })
}

/** Lets a draft go, because it was published or is not wanted; answers the address it had, null when there was none. */
export async function deleteUnpublishedDebate(courseId: string, id: string): Promise<string | null> {
  if (!isRowId(id)) return null
  const [dropped] = await database().unpublishedDebate.findMany({ where: { id, courseId }, select: { address: true } })
  await database().unpublishedDebate.deleteMany({ where: { id, courseId } })
  return dropped?.address ?? null
}
