/**
 * The only way from a person to a row. "Not yours" and "does not exist" are the same null, so an id tells nobody anything.
 * Staff of a course, and administrators, chair everything in it; a participant reaches their own activity and their own room.
 */
import { database } from './database'
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
const roomColumns = { id: true, activityId: true, ordinal: true, name: true } as const

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
  if (!participant || (await isRemoved(participant.roomId, participant.id))) return null
  return { activity, as: { kind: 'participant', participantId: participant.id }, roomId: participant.roomId }
}

/** A room, for the staff of its course and for those who have a place at this very table. */
export async function accessRoom(
  user: Asking,
  roomId: string,
): Promise<{ room: RoomRow; activity: ActivityRow; as: Standing } | null> {
  const found = await database().room.findUnique({
    where: { id: roomId },
    select: { ...roomColumns, activity: { select: activityColumns } },
  })
  if (!found) return null
  const { activity, ...room } = found
  if (await isStaff(user, activity.courseId)) return { room, activity, as: { kind: 'chair' } }
  const participant = await database().participant.findFirst({
    where: { roomId, userId: user.id, removedAt: null },
    select: { id: true },
  })
  if (!participant || (await isRemoved(roomId, participant.id))) return null
  return { room, activity, as: { kind: 'participant', participantId: participant.id } }
}

/** Whether the chair has removed this person from the room: the last word on it in the room's log. */
async function isRemoved(roomId: string | null, participantId: string): Promise<boolean> {
  if (roomId === null) return false
  const [last] = await database().$queryRaw<{ type: string }[]>`
    SELECT type FROM room_event
     WHERE room_id = ${roomId} AND type IN ('PersonRemoved', 'PersonReadmitted') AND event ->> 'person' = ${participantId}
     ORDER BY seq DESC LIMIT 1`
  return last?.type === 'PersonRemoved'
}
