/** Reads what the bar over the pages of an activity tells. No log is read. */
import type { ActivityFrame } from '#simulation/reading/activity-frame'
import { database } from '../../base/database'
import { type Requester, readPart } from '../access/access'
import { UNDELETED_ACTIVITY } from '../access/deleted'
import { allows, reachesEveryRoom } from '../access/parts'
import { isRowId } from '../access/row-id'
import { readSettings } from '../activities/settings'
import { readReleasedUntil } from '../marks/marks'
import { accessComparison } from './compared'

/**
 * `room` is the table that the page is about; without one it is the reader's first. The page has judged the reader before: whoever is neither
 * staff nor takes part gets null.
 */
export async function readActivityFrame(
  user: Requester,
  activityId: string,
  room: string | null = null,
): Promise<ActivityFrame | null> {
  if (!isRowId(activityId)) return null
  const found = await database().activity.findFirst({
    where: { id: activityId, ...UNDELETED_ACTIVITY },
    select: {
      ...{ id: true, kind: true, title: true, broughtAt: true },
      course: { select: { id: true, title: true, timeZone: true } },
      rooms: {
        orderBy: { ordinal: 'asc' },
        select: {
          ...{ id: true, name: true },
          summary: { select: { startedAt: true, phaseStatus: true, closedAt: true, unsealedAt: true } },
          graders: { where: { userId: user.id }, select: { roomId: true } },
        },
      },
      participants: { where: { removedAt: null }, select: { id: true, userId: true, roomId: true } },
    },
  })
  if (!found) return null
  const { rooms, participants, broughtAt, ...activity } = found
  const part = await readPart(database(), user, activity.course.id)
  const own = participants.find(({ userId }) => userId === user.id) ?? null
  const isStaff = part !== null && (reachesEveryRoom(part) || own === null)
  if (!isStaff && !own) return null
  const reached = rooms.filter(({ id, graders }) =>
    !isStaff ? id === own?.roomId : part !== null && (reachesEveryRoom(part) || graders.length > 0),
  )
  const tables = [...reached.filter(({ id }) => id === room), ...reached.filter(({ id }) => id !== room)]
  const [settings, compares, released] = await Promise.all([
    readSettings(activity.id),
    rooms.length > 1 ? accessComparison(user, activity.id) : null,
    isStaff ? countReleased(activity.id, participants.length) : readReleasedUntil(activity.id, own?.id ?? ''),
  ])
  const begun = rooms.filter(({ summary }) => (summary?.startedAt.length ?? 0) > 0)
  const runs = part !== null && allows(part, 'run-activity')
  return {
    ...activity,
    isBrought: broughtAt !== null,
    reader: !isStaff ? 'takes-part' : runs ? 'runs' : 'marks',
    tables: tables.map(({ id, name }) => ({ id, name })),
    stands:
      begun.length === 0
        ? 'ahead'
        : begun.every(({ summary: at }) => at?.closedAt || at?.phaseStatus === 'finished')
          ? 'ended'
          : 'running',
    isUnsealed: tables[0]?.summary?.unsealedAt != null,
    compares: compares !== null,
    people: participants.length,
    released: isStaff ? (released ?? 0) : released === null ? 0 : 1,
    asksLearning: settings.learning ?? false,
    hasReviews: settings.grading?.peer !== undefined,
  }
}

/** To how many people of an activity their marks are released: all of them where they were released together. */
async function countReleased(activityId: string, people: number): Promise<number> {
  const stands = { withdrawnAt: null }
  if ((await database().release.count({ where: { activityId, ...stands } })) > 0) return people
  return database().participant.count({
    where: { activityId, removedAt: null, gradeReleases: { some: stands } },
  })
}
