/**
 * The only way from a person to a row. "Not yours" and "does not exist" are the same null, so an id tells nobody anything.
 * Staff of a course, and administrators, chair everything in it; a participant reaches their own activity and their own room.
 */
import { database } from './database'
import { gathering } from './gathering'
import type { Person } from './users'

type Asking = Pick<Person, 'id' | 'isAdmin'>

export type Standing = { kind: 'chair' } | { kind: 'participant'; participantId: string }
export type CourseRow = { id: string; title: string; timeZone: string; createdAt: Date }
/** Whether its door stands open is asked of door-state.ts, because a room's first round closes it too. */
export type ActivityRow = {
  id: string
  courseId: string
  kind: 'seminar' | 'homework'
  title: string
  scenarioKey: string
  agendaKey: string
  code: string
  demo: boolean
  createdAt: Date
  /** When it was brought in as a record to read; null for what is played here. */
  broughtAt: Date | null
}
export type RoomRow = { id: string; activityId: string; ordinal: number; name: string }

const activityColumns = {
  id: true,
  courseId: true,
  kind: true,
  title: true,
  scenarioKey: true,
  agendaKey: true,
  code: true,
  demo: true,
  createdAt: true,
  broughtAt: true,
} as const

async function isStaff(user: Asking, courseId: string): Promise<boolean> {
  if (user.isAdmin) return true
  return (await database().courseStaff.count({ where: { courseId, userId: user.id } })) > 0
}

/** A course, for its staff; an assistant may not change the course itself. */
export async function accessCourse(
  user: Asking,
  courseId: string,
): Promise<{ course: CourseRow; role: 'instructor' | 'assistant' } | null> {
  const course = await database().course.findUnique({
    where: { id: courseId },
    include: { staff: { where: { userId: user.id }, select: { role: true } } },
  })
  if (!course) return null
  const { staff, ...row } = course
  const role = staff[0]?.role ?? (user.isAdmin ? 'instructor' : null)
  return role ? { course: row, role } : null
}

/**
 * An activity, for the staff of its course and for those who take part in it. A brought record is none: it has no door, no board and no
 * grades, only a room to read.
 */
export async function accessActivity(
  user: Asking,
  activityId: string,
): Promise<{ activity: ActivityRow; as: Standing; roomId: string | null } | null> {
  const activity = await database().activity.findUnique({ where: { id: activityId }, select: activityColumns })
  if (!activity || activity.broughtAt) return null
  if (await isStaff(user, activity.courseId)) return { activity, as: { kind: 'chair' }, roomId: null }
  const participant = await database().participant.findFirst({
    where: { activityId, userId: user.id, removedAt: null },
    select: { id: true, roomId: true },
  })
  if (!participant) return null
  return { activity, as: { kind: 'participant', participantId: participant.id }, roomId: participant.roomId }
}

export type RoomAccess = { room: RoomRow; activity: ActivityRow; as: Standing }

/** A room, for the staff of its course and for those who have a place at this very table. */
export const accessRoom = (user: Asking, roomId: string): Promise<RoomAccess | null> => gatheredAccess({ user, roomId })

type Place = { userId: string; roomId: string; isStaff: boolean; participantId: string | null }

/** A whole class comes in at once, so many are looked up together, in plain questions; each is still judged by itself. */
const gatheredAccess = gathering(async (asked: readonly { user: Asking; roomId: string }[]) => {
  const roomIds = unique(asked.map(({ roomId }) => roomId))
  const [rooms, places] = await Promise.all([
    database().$queryRaw<(ActivityRow & { roomId: string; ordinal: number; name: string })[]>`
      SELECT room.id AS "roomId", room.ordinal, room.name, activity.id, course_id AS "courseId", kind, title,
             scenario_key AS "scenarioKey", agenda_key AS "agendaKey", code, demo, activity.created_at AS "createdAt",
             brought_at AS "broughtAt"
        FROM room JOIN activity ON activity.id = room.activity_id WHERE room.id = ANY(${roomIds})`,
    database().$queryRaw<Place[]>`
      SELECT asked.user_id AS "userId", asked.room_id AS "roomId", course_staff.user_id IS NOT NULL AS "isStaff",
             participant.id AS "participantId"
        FROM unnest(${asked.map(({ user }) => user.id)}::text[], ${asked.map(({ roomId }) => roomId)}::text[])
             AS asked (user_id, room_id)
        JOIN room ON room.id = asked.room_id JOIN activity ON activity.id = room.activity_id
        LEFT JOIN course_staff ON course_staff.course_id = activity.course_id AND course_staff.user_id = asked.user_id
        LEFT JOIN participant ON participant.room_id = asked.room_id AND participant.user_id = asked.user_id
                             AND participant.removed_at IS NULL`,
  ])
  return asked.map(({ user, roomId }): RoomAccess | null => {
    const found = rooms.find((row) => row.roomId === roomId)
    const place = places.find((row) => row.userId === user.id && row.roomId === roomId)
    if (!found || !place) return null
    const { roomId: id, ordinal, name, ...activity } = found
    const room = { id, activityId: activity.id, ordinal, name }
    if (user.isAdmin || place.isStaff) return { room, activity, as: { kind: 'chair' } }
    const { participantId } = place
    return participantId === null ? null : { room, activity, as: { kind: 'participant', participantId } }
  })
})

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]
