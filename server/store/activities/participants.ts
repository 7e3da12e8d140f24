/** Participants of an activity and the room of each. Their seats are in the room's log. */
import { randomUUID } from 'node:crypto'
import type { ActivityGrading } from '#simulation/beside/slices'
import type { LatePolicy } from '#simulation/reading/marks/lateness'
import { type Database, database, notify } from '../../base/database'
import { UNDELETED_ACTIVITY } from '../access/deleted'
import { nameKey } from '../people/names'
import { ActivitySettings, asSwitched, roomSize } from './activity-settings'
import { zoneOf } from './course-zone'
import { followExtraTime } from './extra-time'

export type ParticipantRow = {
  id: string
  name: string
  roomId: string | null
  userId: string
  rosterPlaceId: string | null
  removedAt: Date | null
  createdAt: Date
  byOpenCode: boolean
  /** When they ticked that they have read the debate's instructions. */
  instructedAt: Date | null
  /** Though they were taken out, their grade counts. */
  keptInGrades: boolean
} & Origin

const columns = {
  id: true,
  name: true,
  roomId: true,
  userId: true,
  rosterPlaceId: true,
  removedAt: true,
  createdAt: true,
  byOpenCode: true,
  instructedAt: true,
  keptInGrades: true,
  deviceHash: true,
  addressHash: true,
} as const

export async function readParticipants(activityId: string, on: Database = database()): Promise<ParticipantRow[]> {
  return on.participant.findMany({ where: { activityId }, orderBy: { createdAt: 'asc' }, select: columns })
}

/** Whether they came in by a code that anybody may have typed (rule S21). */
export async function cameByOpenCode(participantId: string): Promise<boolean> {
  return (await database().participant.count({ where: { id: participantId, byOpenCode: true } })) > 0
}

export type ParticipationRow = {
  participantId: string
  roomId: string | null
  activityId: string
  title: string
  courseTitle: string
  kind: 'seminar' | 'homework'
  roomName: string | null
  /** The time zone in which its deadlines were typed. */
  timeZone: string
  /** What lateness takes off; null where it takes nothing. */
  latePolicy: LatePolicy | null
  /** How it is graded; null where nobody has chosen anything. */
  grading: ActivityGrading | null
  /** When its marks were released to this person; null while they are not. */
  releasedAt: Date | null
  /** When everybody's marks were released, and theirs alone, oldest first; ms since 1970. */
  releases: Readonly<{ everybody: number | null; own: readonly number[] }>
}

/** The activities in which this user takes part, newest first. */
export async function readParticipations(userId: string): Promise<ParticipationRow[]> {
  const rows = await database().participant.findMany({
    where: { userId, removedAt: null, activity: UNDELETED_ACTIVITY },
    orderBy: { createdAt: 'desc' },
    select: {
      id: true,
      roomId: true,
      room: { select: { name: true } },
      gradeReleases: { where: { withdrawnAt: null }, orderBy: { at: 'asc' }, select: { at: true } },
      activity: {
        select: {
          id: true,
          title: true,
          kind: true,
          settings: true,
          course: { select: { title: true, timeZone: true } },
          releases: { where: { withdrawnAt: null }, orderBy: { at: 'desc' }, take: 1, select: { at: true } },
        },
      },
    },
  })
  return rows.map(({ id, roomId, room, activity, gradeReleases }) => ({
    ...policiesOf(activity.settings),
    participantId: id,
    roomId,
    activityId: activity.id,
    title: activity.title,
    courseTitle: activity.course.title,
    kind: activity.kind,
    roomName: room?.name ?? null,
    timeZone: zoneOf(activity),
    releasedAt: activity.releases[0]?.at ?? gradeReleases.at(-1)?.at ?? null,
    releases: {
      everybody: activity.releases[0]?.at.getTime() ?? null,
      own: gradeReleases.map(({ at }) => at.getTime()),
    },
  }))
}

function policiesOf(settings: unknown): Pick<ParticipationRow, 'latePolicy' | 'grading'> {
  const grading = ActivitySettings.safeParse(settings).data?.grading
  return { latePolicy: grading?.late ?? null, grading: grading ? asSwitched(grading) : null }
}

/**
 * Locks the activity's row. Needed before counting people and adding one, or two at once could take the last place or the same name.
 */
export async function holdActivity(on: Database, activityId: string): Promise<void> {
  await on.$queryRaw`SELECT id FROM activity WHERE id = ${activityId} FOR UPDATE`
}

/** The number of people in each room; `unplaced` are participants without a room. */
export type RoomCounts = { people: { roomId: string; people: number }[]; unplaced: number }

export async function readRoomCounts(on: Database, activityId: string): Promise<RoomCounts> {
  const rooms = await on.room.findMany({
    where: { activityId },
    orderBy: { ordinal: 'asc' },
    select: { id: true, _count: { select: { participants: { where: { removedAt: null } } } } },
  })
  const unplaced = await on.participant.count({ where: { activityId, roomId: null, removedAt: null } })
  return { people: rooms.map(({ id, _count }) => ({ roomId: id, people: _count.participants })), unplaced }
}

/**
 * The room with the fewest people. With more than one room and seating by the instructor, no room is given; `full` when the activity
 * has no place left.
 */
export function pickEmptiestRoom(
  { people, unplaced }: RoomCounts,
  chosen: ActivitySettings,
): { roomId: string | null; full: boolean } {
  const all = people.reduce((sum, table) => sum + table.people, unplaced)
  if (all >= people.length * roomSize(chosen)) return { roomId: null, full: true }
  if (chosen.seating === 'place' && people.length > 1) return { roomId: null, full: false }
  const [emptiest] = people.toSorted((a, b) => a.people - b.people)
  return { roomId: emptiest?.roomId ?? null, full: false }
}

export async function pickRoom(on: Database, activityId: string): Promise<{ roomId: string | null; full: boolean }> {
  const { settings } = await on.activity.findUniqueOrThrow({ where: { id: activityId }, select: { settings: true } })
  return pickEmptiestRoom(await readRoomCounts(on, activityId), ActivitySettings.parse(settings))
}

/** Keyed hashes of the device and the address from which somebody comes. */
export type Origin = { deviceHash: string | null; addressHash: string | null }

type NewParticipant = {
  roomId: string | null
  userId: string
  name: string
  rosterPlaceId?: string | null
  /** They came in by a code that anybody may have typed (rule S21). */
  byOpenCode?: boolean
  instructedAt?: Date | null
  removedAt?: Date | null
} & Partial<Origin>

/** Adds a participant. The caller has locked the activity and checked that the name is free. */
export async function addParticipant(
  on: Database,
  { activityId, ...place }: NewParticipant & { activityId: string; id?: string },
): Promise<string> {
  const id = place.id ?? randomUUID()
  await addParticipants(on, activityId, [{ ...place, id }])
  return id
}

/** The same for a batch of people. */
export async function addParticipants(
  on: Database,
  activityId: string,
  places: readonly (NewParticipant & { id: string })[],
): Promise<void> {
  await on.participant.createMany({
    data: places.map(({ rosterPlaceId = null, ...place }) => ({
      ...place,
      activityId,
      rosterPlaceId,
      nameKey: nameKey(place.name),
    })),
  })
  const listed = places.flatMap(({ id, rosterPlaceId }) => (rosterPlaceId ? [id] : []))
  if (listed.length > 0) await followExtraTime(on, { id: { in: listed }, rosterPlace: { extraTime: { gt: 0 } } })
  await notify(on, 'door', activityId)
}

/**
 * Moves a participant to another room of the activity. A removed person stays where they were, because only the desk of the room that
 * removed them can readmit them.
 */
export async function moveToRoom(
  activityId: string,
  participantId: string,
  roomId: string,
): Promise<'moved' | 'not-found'> {
  return database().$transaction(async (on) => {
    if ((await on.room.count({ where: { id: roomId, activityId } })) === 0) return 'not-found'
    const { count } = await on.participant.updateMany({
      where: { id: participantId, activityId, removedAt: null },
      data: { roomId },
    })
    if (count === 0) return 'not-found'
    await followExtraTime(on, { id: participantId })
    await notify(on, 'door', activityId)
    return 'moved'
  })
}
