/** Finds the demo's rooms: its finished seminar and homework debate, the rooms that wait for their start, and the debate in its week. */

import { database } from '../../base/database'
import { UNDELETED_ACTIVITY } from '../access/deleted'
import { ActivitySettings } from './activity-settings'
import { readStarted } from './rooms'

export type DemoRoom = {
  roomId: string
  roomName: string
  activityId: string
  title: string
  code: string
  speed: number
}
export type Demo = {
  courseId: string
  finished: DemoRoom | null
  /** Rooms that have not started, the highest speed first. */
  ready: DemoRoom[]
  /** The newest homework debate that is over and graded; its students have reviewed each other. */
  reviewed: DemoRoom | null
  /** The newest homework debate that is not. */
  week: DemoRoom | null
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
      code: true,
      settings: true,
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
  const started = await readStarted(rows.flatMap(({ rooms: [room] }) => room?.id ?? []))
  const rooms = rows.flatMap(({ id, kind, title, code, settings, rooms: [room], _count }) =>
    room
      ? [
          {
            kind,
            roomId: room.id,
            roomName: room.name,
            activityId: id,
            title,
            code,
            speed: ActivitySettings.parse(settings).practiceSpeed,
            started: started.has(room.id),
            released: _count.releases > 0,
          },
        ]
      : [],
  )
  const plain = ({ kind: _kind, started: _started, released: _released, ...room }: (typeof rooms)[number]): DemoRoom =>
    room
  const finished = rooms.find(({ kind, started, released }) => kind === 'seminar' && started && released)
  const debates = rooms.filter(({ kind }) => kind === 'homework')
  const reviewed = debates.find(({ released }) => released)
  const week = debates.find(({ released }) => !released)
  return {
    courseId: newest.courseId,
    finished: finished ? plain(finished) : null,
    ready: rooms
      .filter(({ kind, started }) => kind === 'seminar' && !started)
      .sort((a, b) => b.speed - a.speed)
      .map(plain),
    reviewed: reviewed ? plain(reviewed) : null,
    week: week ? plain(week) : null,
  }
}
