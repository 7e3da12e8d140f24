/** The deadlines of the homework debates that somebody runs, for their calendar (H25). */
import { type Due, deadlinesAmong } from '#simulation/reading/deadlines'
import { database } from '../../base/database'
import { accessActivity, may, type Requester } from '../access/access'
import { UNDELETED_ACTIVITY } from '../access/deleted'
import { readRoomState } from '../log/room-reading'

type RunDebate = { activityId: string; title: string; courseTitle: string; deadlines: readonly Due[] }

export async function readRunDeadlines(user: Requester): Promise<RunDebate[]> {
  const activities = await database().activity.findMany({
    where: {
      ...{ kind: 'homework', broughtAt: null, archivedAt: null, ...UNDELETED_ACTIVITY },
      course: { ...UNDELETED_ACTIVITY.course, staff: { some: { userId: user.id } } },
    },
    select: {
      ...{ id: true, title: true, course: { select: { title: true } } },
      rooms: { orderBy: { ordinal: 'asc' }, select: { id: true, name: true } },
    },
  })
  const run = await Promise.all(
    activities.map(async ({ id, title, course, rooms }) => {
      const found = await accessActivity(user, id)
      if (!found || !may(found.as, 'run-activity')) return []
      const read = await Promise.all(rooms.map(async (room) => ({ ...room, state: await readRoomState(room.id) })))
      const states = read.flatMap(({ name, state }) => (state ? [{ name, state }] : []))
      return [{ activityId: id, title, courseTitle: course.title, deadlines: deadlinesAmong(states) }]
    }),
  )
  return run.flat()
}
