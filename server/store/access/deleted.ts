/** What was deleted does not exist for anybody until it is put back. */
import { database } from '../../base/database'
import { isRowId } from './row-id'

/** The condition of every query that finds a course or an activity for somebody. */
export const UNDELETED = { deletedAt: null } as const
export const UNDELETED_ACTIVITY = { ...UNDELETED, course: UNDELETED } as const

const DELETED = { deletedAt: { not: null } } as const
/** The condition of what was deleted by itself or with its course, and can be put back. */
export const DELETED_ACTIVITY = { OR: [DELETED, { course: DELETED }] }

/**
 * Whether a room that somebody may not reach is theirs all the same, and was deleted with its activity or its course. Only who had the
 * room is told so: for everybody else what was deleted never was.
 */
export async function isTakenAway(userId: string, roomId: string): Promise<boolean> {
  if (!isRowId(roomId)) return false
  const found = await database().room.count({
    where: {
      id: roomId,
      AND: [
        { activity: DELETED_ACTIVITY },
        {
          OR: [
            { participants: { some: { userId, removedAt: null } } },
            { activity: { course: { staff: { some: { userId } } } } },
          ],
        },
      ],
    },
  })
  return found > 0
}
