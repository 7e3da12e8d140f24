/**
 * Which rooms somebody may search, and as which viewer each of them is filtered. A course that is not theirs and one that does not exist
 * both give null, so that trying ids tells nobody which exist.
 */
import { z } from 'zod'
import { personId, seatId } from '#simulation/kernel/ids'
import { earshot, type Viewer } from '#simulation/kernel/viewer'
import { database } from '../../base/database'
import { accessRoom, may, type Requester, readPart } from '../access/access'
import { UNDELETED } from '../access/deleted'
import { allows, reachesEveryRoom } from '../access/parts'
import { isRowId } from '../access/row-id'

export type SearchScope = { roomId: string; viewer: Viewer; unsealed: boolean }

type SearchableCourse = {
  course: { id: string; title: string; timeZone: string }
  /** The activities with a room that this user may search, newest first. */
  activities: readonly { id: string; title: string }[]
  /** Whether they are staff of the course who may read rooms; else they are a participant. */
  teaches: boolean
  scopes: readonly SearchScope[]
}

/** The rooms of a course that a user may search: all of it for staff, the named rooms for graders, their own rooms for participants; only those of one activity where `activityId` is given. */
export async function readSearchableCourse(
  user: Requester,
  courseId: string,
  activityId: string | null,
): Promise<SearchableCourse | null> {
  if (!isRowId(courseId)) return null
  const course = await database().course.findFirst({
    where: { id: courseId, ...UNDELETED },
    select: {
      id: true,
      title: true,
      timeZone: true,
      activities: {
        where: UNDELETED,
        orderBy: { createdAt: 'desc' },
        select: { id: true, title: true, rooms: { select: { id: true }, orderBy: { ordinal: 'asc' } } },
      },
    },
  })
  if (!course) return null
  const { activities, ...about } = course
  const part = await readPart(database(), user, courseId)
  const teaches = part !== null && allows(part, 'read-room')
  const all = teaches && reachesEveryRoom(part)
  const chaired = all ? roomsOf(activities) : teaches ? await readChairedRooms(user, activities) : []
  const own = all ? [] : await readParticipantRooms(user, activities)
  const taken = new Set(chaired.map(({ scope }) => scope.roomId))
  const rooms = [...chaired, ...own.filter(({ scope }) => !taken.has(scope.roomId))]
  if (!teaches && rooms.length === 0) return null
  const within = new Set(rooms.map((room) => room.activityId))
  return {
    course: about,
    teaches,
    activities: activities.filter(({ id }) => within.has(id)).map(({ id, title }) => ({ id, title })),
    scopes: rooms.filter((room) => activityId === null || room.activityId === activityId).map(({ scope }) => scope),
  }
}

const chairOf = (roomId: string): SearchScope => ({ roomId, viewer: { kind: 'chair' }, unsealed: true })

type ActivityRooms = readonly { id: string; rooms: readonly { id: string }[] }[]

const roomsOf = (activities: ActivityRooms) =>
  activities.flatMap(({ id, rooms }) => rooms.map((room) => ({ activityId: id, scope: chairOf(room.id) })))

/** The rooms that were named for a grader. */
async function readChairedRooms(user: Requester, activities: ActivityRooms) {
  const rooms = roomsOf(activities)
  const found = await Promise.all(rooms.map(({ scope }) => accessRoom(user, scope.roomId)))
  return rooms.filter((_, index) => may(found[index]?.as, 'read-room'))
}

type ParticipantRoom = { activityId: string; roomId: string; person: string }

/** The rooms in which the user is a participant, with what they may hear there. */
async function readParticipantRooms({ id }: Requester, activities: ActivityRooms) {
  const places = await database().participant.findMany({
    where: {
      userId: id,
      removedAt: null,
      roomId: { not: null },
      activity: { id: { in: activities.map((one) => one.id) }, broughtAt: null },
    },
    select: { id: true, roomId: true, activityId: true },
  })
  const own = places.flatMap(({ id: person, roomId, activityId }): ParticipantRoom[] =>
    roomId === null ? [] : [{ activityId, roomId, person }],
  )
  const scopes = await readSearchScopes(own)
  // Sorted by activity, newest first, as the rooms of staff are.
  return activities.flatMap((activity) =>
    own.flatMap(({ activityId }, index) => {
      const scope = scopes[index]
      return scope && activityId === activity.id ? [{ activityId, scope }] : []
    }),
  )
}

const heard = z.object({
  person: personId,
  seat: z.nullable(seatId),
  hears: z.array(earshot),
  unsealed: z.boolean(),
})

/** For each pair of room and person, in their order: the seats whose private entries they may read, and whether the record is unsealed. */
export async function readSearchScopes(of: readonly { roomId: string; person: string }[]): Promise<SearchScope[]> {
  const rows = await database().$queryRaw<object[]>`
    SELECT asked.person, people.seat, coalesce(people.hears, '[]') AS hears, summary.unsealed_at IS NOT NULL AS unsealed
      FROM unnest(${of.map(({ roomId }) => roomId)}::text[], ${of.map(({ person }) => person)}::text[])
           WITH ORDINALITY AS asked (room_id, person, place)
      LEFT JOIN room_person AS people ON people.room_id = asked.room_id AND people.person = asked.person
      LEFT JOIN room_summary AS summary ON summary.room_id = asked.room_id
     ORDER BY asked.place`
  return rows.flatMap((row, index) => {
    const room = of[index]
    if (!room) return []
    const { person, seat, hears, unsealed } = heard.parse(row)
    return [{ roomId: room.roomId, viewer: { kind: 'person' as const, person, seat, hears }, unsealed }]
  })
}
