/**
 * As what somebody may search: for each room in reach, whom its words are filtered for and whether its record is open. One room, one
 * activity or one course; "not yours" and "does not exist" are the same null. It must not know what is looked for.
 */
import { type PersonId, personId } from '#simulation/kernel/ids'
import { inSeat, type Viewer } from '#simulation/kernel/record'
import { fold } from '#simulation/kernel/room'
import { viewerIn } from '#simulation/secrecy/hearing'
import { accessActivity, accessRoom, may, readPart } from '../access/access'
import { allows, reachesEveryRoom } from '../access/parts'
import { isRowId } from '../access/row-id'
import { database } from '../database'
import { COLUMNS, readRows, type StoredRow } from '../log/stored-rows'
import type { Person } from '../people/users'

export type Standing = { roomId: string; viewer: Viewer; unsealed: boolean }

type Asking = Pick<Person, 'id' | 'isAdmin'>
export type Reach = {
  course: { id: string; title: string; timeZone: string }
  /** Those with a room in reach, newest first. */
  activities: readonly { id: string; title: string }[]
  /** Whether they teach here, or take part. */
  teaches: boolean
  standings: readonly Standing[]
}

/** What somebody may search of a course: as staff all of it, as a participant the rooms they sit in. Within one activity, when asked. */
export async function readReach(user: Asking, courseId: string, activityId: string | null): Promise<Reach | null> {
  if (!isRowId(courseId)) return null
  const course = await database().course.findUnique({
    where: { id: courseId },
    select: {
      id: true,
      title: true,
      timeZone: true,
      activities: {
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
  const own = all ? [] : await readOwnRooms(user, activities)
  const taken = new Set(chaired.map(({ standing }) => standing.roomId))
  const rooms = [...chaired, ...own.filter(({ standing }) => !taken.has(standing.roomId))]
  if (!teaches && rooms.length === 0) return null
  const within = new Set(rooms.map((room) => room.activityId))
  return {
    course: about,
    teaches,
    activities: activities.filter(({ id }) => within.has(id)).map(({ id, title }) => ({ id, title })),
    standings: rooms
      .filter((room) => activityId === null || room.activityId === activityId)
      .map(({ standing }) => standing),
  }
}

const chairOf = (roomId: string): Standing => ({ roomId, viewer: { kind: 'chair' }, unsealed: true })

type Planned = readonly { id: string; rooms: readonly { id: string }[] }[]

const roomsOf = (activities: Planned) =>
  activities.flatMap(({ id, rooms }) => rooms.map((room) => ({ activityId: id, standing: chairOf(room.id) })))

/** The rooms that a grader was given. */
async function readChairedRooms(user: Asking, activities: Planned) {
  const rooms = roomsOf(activities)
  const found = await Promise.all(rooms.map(({ standing }) => accessRoom(user, standing.roomId)))
  return rooms.filter((_, index) => may(found[index]?.as, 'read-room'))
}

async function readOwnRooms(user: Asking, activities: readonly { id: string }[]) {
  const found = await Promise.all(activities.map(({ id }) => accessActivity(user, id)))
  return Promise.all(
    found.flatMap((access) =>
      access?.as.kind === 'participant' && access.roomId !== null
        ? [readOwnRoom(access.activity.id, access.roomId, personId.parse(access.as.participantId))]
        : [],
    ),
  )
}

async function readOwnRoom(activityId: string, roomId: string, person: PersonId) {
  return { activityId, standing: await readStanding(roomId, person) }
}

const DECIDING = `
  SELECT ${COLUMNS} FROM room_event
   WHERE room_id = $1 AND type IN ('RoomOpened', 'SeatTaken', 'SeatLeft', 'PersonRemoved', 'PersonReadmitted', 'RecordUnsealed')
   ORDER BY seq`

/** What a participant hears of the seats they sat in, and whether the record is open: the fold of the few rows that decide it. */
export async function readStanding(roomId: string, person: PersonId): Promise<Standing> {
  const found = await database().$queryRawUnsafe<StoredRow[]>(DECIDING, roomId)
  const state = fold(readRows(found))
  const viewer = state ? viewerIn(state, person) : inSeat(person, null)
  return { roomId, viewer, unsealed: (state?.unsealedAt ?? null) !== null }
}
