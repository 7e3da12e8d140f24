/**
 * Every page, action and socket asks here whether a user may reach a course, an activity or a room. A row that is not theirs and one that
 * does not exist both give null, so that trying ids tells nobody which exist. Staff have a part, and parts.ts says which acts it allows;
 * a participant reaches their own activity and their own room.
 */

import { batchLoader } from '../../base/batch-loader'
import { type Database, database } from '../../base/database'
import type { Person } from '../people/users'
import { UNDELETED, UNDELETED_ACTIVITY } from './deleted'
import { type Act, allows, type CoursePart, type Part, reachesEveryRoom } from './parts'
import { isRowId } from './row-id'

export type Requester = Pick<Person, 'id' | 'isAdmin'>

export type ReaderRole = { kind: 'staff'; part: Part } | { kind: 'participant'; participantId: string }

/** Whether staff of this part may do the act; participants may do none of the acts of staff. */
export const may = (as: ReaderRole | undefined, act: Act): boolean => as?.kind === 'staff' && allows(as.part, act)
export type CourseRow = { id: string; title: string; timeZone: string; createdAt: Date; archivedAt: Date | null }
/** An activity without its door state: door-state.ts computes that, because the start of a room's first round closes the door too. */
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
  /** When it was imported as a record; null for an activity that is played on this server. */
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

/** The part a user has in a course; an administrator has one in every course. */
export async function readPart(on: Database, user: Requester, courseId: string): Promise<Part | null> {
  return user.isAdmin ? 'administrator' : readCoursePart(on, courseId, user.id)
}

/** The part a user has as staff of a course, not counting that they may be an administrator. */
export async function readCoursePart(on: Database, courseId: string, userId: string): Promise<CoursePart | null> {
  const staff = await on.courseStaff.findUnique({
    where: { courseId_userId: { courseId, userId } },
    select: { role: true, course: { select: { ownerId: true } } },
  })
  return staff && (staff.course.ownerId === userId ? 'owner' : staff.role)
}

/** A course, for staff whose part allows the act. */
export async function accessCourse(
  user: Requester,
  courseId: string,
  act: Act,
): Promise<{ course: CourseRow; part: Part } | null> {
  if (!isRowId(courseId)) return null
  const [course, part] = await Promise.all([
    database().course.findFirst({
      where: { id: courseId, ...UNDELETED },
      select: { id: true, title: true, timeZone: true, createdAt: true, archivedAt: true },
    }),
    readPart(database(), user, courseId),
  ])
  return course && part && allows(part, act) ? { course, part } : null
}

/**
 * An activity, for staff of its course and for its participants; not for graders, whose part reaches named rooms only. Null for an imported
 * record too, which has no door, no board and no grades, only a room to read.
 */
export async function accessActivity(
  user: Requester,
  activityId: string,
): Promise<{ activity: ActivityRow; as: ReaderRole; roomId: string | null } | null> {
  if (!isRowId(activityId)) return null
  const activity = await database().activity.findFirst({
    where: { id: activityId, ...UNDELETED_ACTIVITY },
    select: activityColumns,
  })
  if (!activity || activity.broughtAt) return null
  const part = await readPart(database(), user, activity.courseId)
  if (part && reachesEveryRoom(part)) return { activity, as: { kind: 'staff', part }, roomId: null }
  const participant = await database().participant.findFirst({
    where: { activityId, userId: user.id, removedAt: null },
    select: { id: true, roomId: true },
  })
  if (!participant) return null
  return { activity, as: { kind: 'participant', participantId: participant.id }, roomId: participant.roomId }
}

type RoomAccess = { room: RoomRow; activity: ActivityRow; as: ReaderRole }

/** A room, for staff whose part reaches it and for participants assigned to it. */
export const accessRoom = async (user: Requester, roomId: string): Promise<RoomAccess | null> =>
  isRowId(roomId) ? loadRoomAccess({ user, roomId }) : null

type RoomMembership = {
  /** Which of the askers it is, counted from 1. */
  asker: number
  part: CoursePart | null
  isNamed: boolean
  participantId: string | null
}

/** Looks up many users in two queries, because a whole class opens its room in the same seconds; each user is then judged separately. */
const loadRoomAccess = batchLoader(async (asked: readonly { user: Requester; roomId: string }[]) => {
  const roomIds = unique(asked.map(({ roomId }) => roomId))
  const [rooms, places] = await Promise.all([
    database().$queryRaw<(ActivityRow & { roomId: string; ordinal: number; name: string })[]>`
      SELECT room.id AS "roomId", room.ordinal, room.name, activity.id, course_id AS "courseId", kind, activity.title,
             scenario_key AS "scenarioKey", agenda_key AS "agendaKey", code, demo, activity.created_at AS "createdAt",
             brought_at AS "broughtAt"
        FROM room JOIN activity ON activity.id = room.activity_id JOIN course ON course.id = activity.course_id
       WHERE room.id = ANY(${roomIds}) AND activity.deleted_at IS NULL AND course.deleted_at IS NULL`,
    database().$queryRaw<RoomMembership[]>`
      SELECT asker::int, participant.id AS "participantId",
             CASE WHEN course.owner_id = course_staff.user_id THEN 'owner' ELSE course_staff.role::text END AS part,
             grader_room.room_id IS NOT NULL AS "isNamed"
        FROM unnest(${asked.map(({ user }) => user.id)}::text[], ${asked.map(({ roomId }) => roomId)}::text[])
             WITH ORDINALITY AS asked (user_id, room_id, asker)
        JOIN room ON room.id = asked.room_id JOIN activity ON activity.id = room.activity_id
        JOIN course ON course.id = activity.course_id
        LEFT JOIN course_staff ON course_staff.course_id = activity.course_id AND course_staff.user_id = asked.user_id
        LEFT JOIN grader_room ON grader_room.room_id = asked.room_id AND grader_room.user_id = asked.user_id
        LEFT JOIN participant ON participant.room_id = asked.room_id AND participant.user_id = asked.user_id
                             AND participant.removed_at IS NULL`,
  ])
  const roomById = new Map(
    rooms.map(({ roomId: id, ordinal, name, ...activity }) => [
      id,
      { room: { id, activityId: activity.id, ordinal, name }, activity },
    ]),
  )
  const placeOf = new Map(places.map((row) => [row.asker, row]))
  return asked.map(({ user, roomId }, index): RoomAccess | null => {
    const found = roomById.get(roomId)
    const place = placeOf.get(index + 1)
    if (!found || !place) return null
    const { room, activity } = found
    const part = user.isAdmin ? 'administrator' : place.part
    const { participantId } = place
    // A grader who is also a participant of the room stays a participant: as staff they would read the other delegations' secrets.
    const isGiven = place.isNamed && participantId === null
    if (part && (reachesEveryRoom(part) || isGiven)) return { room, activity, as: { kind: 'staff', part } }
    return participantId === null ? null : { room, activity, as: { kind: 'participant', participantId } }
  })
})

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]
