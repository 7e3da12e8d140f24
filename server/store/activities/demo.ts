/** Finds the demo: what its class has played, the debate in its week, and the rooms that a visitor runs. */

import { database } from '../../base/database'
import { UNDELETED_ACTIVITY } from '../access/deleted'
import { type DemoPace, type DemoRun, playedRun, readDemoRuns, waitingRun } from './demo-runs'
import { readStarted } from './rooms'

export type DemoRoom = { roomId: string; roomName: string; activityId: string; title: string }
export type Demo = {
  courseId: string
  finished: DemoRoom | null
  /** The newest homework debate that is over and graded; its students have reviewed each other. */
  reviewed: DemoRoom | null
  /** The newest homework debate that is not. */
  week: DemoRoom | null
  /** The newest room of each pace. */
  runs: Readonly<Partial<Record<DemoPace, DemoRun>>>
}

/** The demo on this server; null when it was not seeded. */
export async function readDemo(): Promise<Demo | null> {
  const rows = await database().activity.findMany({
    where: { demo: true, ...UNDELETED_ACTIVITY },
    orderBy: { createdAt: 'desc' },
    select: {
      id: true,
      kind: true,
      courseId: true,
      title: true,
      _count: { select: { releases: { where: { withdrawnAt: null } } } },
      rooms: {
        orderBy: { ordinal: 'asc' },
        take: 1,
        select: { id: true, name: true },
      },
    },
  })
  const [newest] = rows
  if (!newest) return null
  const runs = await readDemoRuns(newest.courseId)
  const started = await readStarted(rows.flatMap(({ rooms: [room] }) => room?.id ?? []))
  const find = (wanted: 'seminar' | 'homework', isReleased: boolean): DemoRoom | null => {
    const [found] = rows.flatMap(({ id, kind, title, rooms: [room], _count }) =>
      kind === wanted && room && started.has(room.id) && _count.releases > 0 === isReleased
        ? [{ roomId: room.id, roomName: room.name, activityId: id, title }]
        : [],
    )
    return found ?? null
  }
  return {
    courseId: newest.courseId,
    finished: find('seminar', true),
    reviewed: find('homework', true),
    week: find('homework', false),
    runs,
  }
}

/**
 * The room in which a visitor runs the demo at this pace; null where the demo is not there. For `watch` and `class` it waits for its
 * start at the desk, for `play` it has begun, and the demo's student sits in it.
 */
export async function openDemoRun(pace: DemoPace, now: number): Promise<string | null> {
  const found = await database().activity.findFirst({
    where: { demo: true, createdById: { not: null }, ...UNDELETED_ACTIVITY },
    orderBy: { createdAt: 'desc' },
    select: { courseId: true, createdById: true },
  })
  if (!found?.createdById) return null
  const own = { courseId: found.courseId, by: found.createdById }
  return pace === 'play' ? playedRun(own, now) : waitingRun(own, pace)
}
