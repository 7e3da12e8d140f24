/** What a room's desk shows of its door: the code while it lets anyone in, who waits, and who takes part. One reading, whole. */
import { doorPath, showCode } from '../activities/codes'
import { type ParticipantRow, readParticipants } from '../activities/participants'
import { database } from '../database'
import { doorColumns, judgeDoor } from './door-state'
import { readWaiting, type WaitingRequest } from './join-requests'

export type DoorNews = {
  title: string
  /** As it is shown and read aloud; null while the door is closed. */
  code: string | null
  /** The address with the word that spares its holder every wait; null while the door is closed. */
  joinPath: string | null
  waiting: readonly WaitingRequest[]
  participants: readonly ParticipantRow[]
}

export async function readDoorNews(activityId: string): Promise<DoorNews | null> {
  const row = await database().activity.findUnique({
    where: { id: activityId },
    select: { ...doorColumns, title: true, code: true, doorWord: true },
  })
  if (!row) return null
  const [door, waiting, participants] = await Promise.all([
    judgeDoor(database(), row),
    readWaiting(activityId),
    readParticipants(activityId),
  ])
  const shown = door.open
    ? { code: showCode(row.code), joinPath: doorPath(row.code, row.doorWord) }
    : { code: null, joinPath: null }
  return { title: row.title, ...shown, waiting, participants }
}
