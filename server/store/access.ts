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

export type RoomAccess = { room: RoomRow; activity: ActivityRow; as: Standing }

/** A room, for the staff of its course and for those who have a place at this very table. */
export const accessRoom = (user: Asking, roomId: string): Promise<RoomAccess | null> => gatheredAccess({ user, roomId })

/** A whole class comes in at once, so many are looked up together; each is still judged by itself. */
const gatheredAccess = gathering(async (asked: readonly { user: Asking; roomId: string }[]) => {
  const rooms = await database().room.findMany({
    where: { id: { in: unique(asked.map(({ roomId }) => roomId)) } },
    select: { ...roomColumns, activity: { select: activityColumns } },
  })
  const userIds = unique(asked.map(({ user }) => user.id))
  const roomIds = rooms.map(({ id }) => id)
  const [staff, participants] = await Promise.all([
    database().courseStaff.findMany({
      where: { userId: { in: userIds }, courseId: { in: unique(rooms.map(({ activity }) => activity.courseId)) } },
      select: { userId: true, courseId: true },
    }),
    database().participant.findMany({
      where: { userId: { in: userIds }, roomId: { in: roomIds }, removedAt: null },
      select: { id: true, userId: true, roomId: true },
    }),
  ])
  const removed = await readRemoved(participants)
  return asked.map(({ user, roomId }): RoomAccess | null => {
    const found = rooms.find(({ id }) => id === roomId)
    if (!found) return null
    const { activity, ...room } = found
    const isChair = user.isAdmin || staff.some((row) => row.userId === user.id && row.courseId === activity.courseId)
    if (isChair) return { room, activity, as: { kind: 'chair' } }
    const place = participants.find((row) => row.userId === user.id && row.roomId === roomId)
    if (!place || removed.has(place.id)) return null
    return { room, activity, as: { kind: 'participant', participantId: place.id } }
  })
})

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]

async function isRemoved(roomId: string | null, participantId: string): Promise<boolean> {
  return (await readRemoved([{ id: participantId, roomId }])).has(participantId)
}

/** Whom of these the chair has removed from their room: the last word on it in the room's log. */
async function readRemoved(places: readonly { id: string; roomId: string | null }[]): Promise<ReadonlySet<string>> {
  const roomIds = unique(places.flatMap(({ roomId }) => roomId ?? []))
  if (roomIds.length === 0) return new Set()
  const last = await database().$queryRaw<{ room_id: string; person: string; type: string }[]>`
    SELECT DISTINCT ON (room_id, event ->> 'person') room_id, event ->> 'person' AS person, type FROM room_event
     WHERE room_id = ANY(${roomIds}) AND type IN ('PersonRemoved', 'PersonReadmitted')
     ORDER BY room_id, event ->> 'person', seq DESC`
  const isOut = ({ id, roomId }: { id: string; roomId: string | null }) =>
    last.some(({ room_id, person, type }) => room_id === roomId && person === id && type === 'PersonRemoved')
  return new Set(places.filter(isOut).map(({ id }) => id))
}
