/**
 * Homework debates that staff have begun and not published: each is stored as the address of its wizard page, whose query string holds
 * all choices.
 */
import { randomUUID } from 'node:crypto'
import { database } from '../../base/database'
import { isRowId } from '../access/row-id'

type UnpublishedDebate = { id: string; title: string; address: string; savedAt: Date }

/**
 * Saves an unpublished debate and returns its id. A discarded one that is saved again keeps its id, so that pages still open on its
 * address go on saving the same row.
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

/** The unpublished debates of a course, newest first. */
export async function readUnpublishedDebates(courseId: string): Promise<UnpublishedDebate[]> {
  return database().unpublishedDebate.findMany({
    where: { courseId },
    orderBy: { savedAt: 'desc' },
    select: { id: true, title: true, address: true, savedAt: true },
  })
}

/** Deletes an unpublished debate, because it was published or discarded; returns its address, or null when there was none. */
export async function deleteUnpublishedDebate(courseId: string, id: string): Promise<string | null> {
  if (!isRowId(id)) return null
  const [dropped] = await database().unpublishedDebate.findMany({ where: { id, courseId }, select: { address: true } })
  await database().unpublishedDebate.deleteMany({ where: { id, courseId } })
  return dropped?.address ?? null
}
