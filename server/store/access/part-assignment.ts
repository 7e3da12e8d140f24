/**
 * Saves that a user has a part in a course, with the rooms it names, or that it ended; within the caller's transaction. The caller has
 * checked that its user may change parts (`mayChange` in parts.ts).
 */
import { type Database, notify } from '../../base/database'
import { type AssignablePart, reachesEveryRoom } from './parts'

export type PartAssignment = { part: AssignablePart; rooms: readonly string[] }

/** The rooms to save for a part: those that belong to this course, none for a part that reaches every room. Null for a grader without any. */
export async function namedRooms(
  on: Database,
  courseId: string,
  { part, rooms }: PartAssignment,
): Promise<string[] | null> {
  if (reachesEveryRoom(part)) return []
  const found = await on.room.findMany({
    where: { id: { in: [...rooms] }, activity: { courseId, broughtAt: null } },
    select: { id: true },
  })
  return found.length > 0 ? found.map(({ id }) => id) : null
}

/** Saves the part; false for a grader without a room. The notice makes live rooms check the user's connections again, which may be open with the old part. */
export async function assignPart(
  on: Database,
  courseId: string,
  userId: string,
  given: PartAssignment,
): Promise<boolean> {
  const rooms = await namedRooms(on, courseId, given)
  if (!rooms) return false
  await on.courseStaff.upsert({
    where: { courseId_userId: { courseId, userId } },
    create: { courseId, userId, role: given.part },
    update: { role: given.part },
  })
  await on.graderRoom.deleteMany({ where: { courseId, userId } })
  await on.graderRoom.createMany({ data: rooms.map((roomId) => ({ courseId, userId, roomId })) })
  await notify(on, 'part_changed', userId)
  return true
}

export async function revokePart(on: Database, courseId: string, userId: string): Promise<void> {
  await on.courseStaff.delete({ where: { courseId_userId: { courseId, userId } } })
  await notify(on, 'part_changed', userId)
}
