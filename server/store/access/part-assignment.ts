/**
 * Writing down who has which part in a course, inside whoever's transaction asks: given to one person, with the rooms it names, or
 * ended. It must not know who may ask for that.
 */
import { type Database, notify } from '../database'
import { type AssignablePart, reachesEveryRoom } from './parts'

export type PartAssignment = { part: AssignablePart; rooms: readonly string[] }

/** Those of the rooms that are this course's; a part that reaches every room names none. Null for a grader of no room. */
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

/** Whoever follows a room by the part they had before is told to ask again. False for a grader of no room. */
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
