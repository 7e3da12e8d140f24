/** What a room's desk shows about joining: the code while the door is open, who waits for an answer, and who takes part. */

import { database } from '../../base/database'
import { ActivitySettings } from '../activities/activity-settings'
import { doorPath, showCode } from '../activities/codes'
import { doorColumns, judgeDoor } from '../activities/door-state'
import { type ParticipantRow, readParticipants } from '../activities/participants'
import { isProven } from './door-proof'
import { readWaiting, type WaitingRequest } from './join-requests'
import { readRosterLines } from './roster-lines'

export type DoorNews = {
  title: string
  /** How many rooms it has: one more is laid where every seat is taken. */
  rooms: number
  /** The code in its printed form (`ABC-DEF`); null while the door is closed. */
  code: string | null
  /** The activity's link with its secret word, whose holder skips the rate limits; null while the door is closed. */
  joinPath: string | null
  waiting: readonly WaitingRequest[]
  /** `proven`: their name is, so that it is no name to look at. */
  participants: readonly (ParticipantRow & { proven: boolean })[]
}

export async function readDoorNews(activityId: string): Promise<DoorNews | null> {
  const row = await database().activity.findUnique({
    where: { id: activityId },
    select: {
      ...doorColumns,
      title: true,
      code: true,
      courseId: true,
      doorWord: true,
      deletedAt: true,
      course: { select: { deletedAt: true } },
      _count: { select: { rooms: true } },
    },
  })
  if (!row) return null
  const [door, waiting, participants, lines] = await Promise.all([
    judgeDoor(database(), row),
    readWaiting(activityId),
    // In what was deleted nobody takes part, so every open page comes in again, and is told.
    (row.deletedAt ?? row.course.deletedAt) ? [] : readParticipants(activityId),
    readRosterLines(row.courseId),
  ])
  const places = new Map(lines.map((line) => [line.id, line]))
  const settings = ActivitySettings.parse(row.settings)
  const proven = ({ userId, rosterPlaceId }: ParticipantRow) =>
    isProven(userId, places.get(rosterPlaceId ?? ''), settings.door)
  const shown = door.open
    ? { code: showCode(row.code), joinPath: doorPath(row.code, row.doorWord) }
    : { code: null, joinPath: null }
  return {
    title: row.title,
    rooms: row._count.rooms,
    ...shown,
    waiting,
    participants: participants.map((one) => ({ ...one, proven: proven(one) })),
  }
}
