/** What was deleted does not exist for anybody until it is put back: the condition of every query that finds a course or an activity for somebody. */

export const UNDELETED = { deletedAt: null } as const
export const UNDELETED_ACTIVITY = { ...UNDELETED, course: UNDELETED } as const
