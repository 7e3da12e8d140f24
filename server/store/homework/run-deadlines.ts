/** The deadlines of the homework debates that somebody runs, and of those that were deleted, for their calendar (H25). */
import { personId } from '#simulation/kernel/ids'
import { type Deadline, type Due, deadlinesAmong, deadlinesOf } from '#simulation/reading/homework/deadlines'
import { database } from '../../base/database'
import { accessActivity, may, type Requester } from '../access/access'
import { DELETED_ACTIVITY } from '../access/deleted'
import { allows } from '../access/parts'
import { readRoomState } from '../log/room-reading'

type Debate = { activityId: string; title: string; courseTitle: string }
type RunDebate = Debate & { isDeleted: boolean; deadlines: readonly Due[] }

export async function readRunDeadlines(user: Requester): Promise<RunDebate[]> {
  const activities = await database().activity.findMany({
    where: {
      ...{ kind: 'homework', broughtAt: null, archivedAt: null },
      course: { staff: { some: { userId: user.id } } },
    },
    select: {
      ...{ id: true, title: true, deletedAt: true },
      course: {
        select: { title: true, deletedAt: true, staff: { where: { userId: user.id }, select: { role: true } } },
      },
      rooms: { orderBy: { ordinal: 'asc' }, select: { id: true, name: true } },
    },
  })
  const run = await Promise.all(
    activities.map(async ({ id, title, deletedAt, course, rooms }) => {
      const isDeleted = deletedAt !== null || course.deletedAt !== null
      const runs = isDeleted
        ? course.staff.some(({ role }) => allows(role, 'run-activity'))
        : may((await accessActivity(user, id))?.as, 'run-activity')
      if (!runs) return []
      const read = await Promise.all(rooms.map(async (room) => ({ ...room, state: await readRoomState(room.id) })))
      const states = read.flatMap(({ name, state }) => (state ? [{ name, state }] : []))
      return [{ activityId: id, title, courseTitle: course.title, isDeleted, deadlines: deadlinesAmong(states) }]
    }),
  )
  return run.flat()
}

/** The deadlines that somebody had as a student of debates that are deleted: their calendar takes them away. */
export async function readDeletedDeadlines(
  userId: string,
  now: number,
): Promise<(Debate & { deadlines: readonly Deadline[] })[]> {
  const places = await database().participant.findMany({
    where: { userId, removedAt: null, roomId: { not: null }, activity: { kind: 'homework', ...DELETED_ACTIVITY } },
    select: {
      ...{ id: true, roomId: true },
      activity: { select: { id: true, title: true, course: { select: { title: true } } } },
    },
  })
  const read = await Promise.all(
    places.map(async ({ id, roomId, activity: { id: activityId, title, course } }) => {
      const state = await readRoomState(roomId ?? '')
      if (!state) return []
      return [{ activityId, title, courseTitle: course.title, deadlines: deadlinesOf(state, personId.parse(id), now) }]
    }),
  )
  return read.flat()
}
