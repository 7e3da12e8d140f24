/** Where stories are told: one table whose people have the names of the stories, and a line to its database that can fail. */

import { database } from '#server/base/database'
import { addParticipant } from '#server/store/activities/participants'
import type { RoomId } from '#simulation/kernel/ids'
import { cookieOf, givenClass } from '../../server/live/given/given-classroom'
import { givenGuest } from '../../server/store/given-store'
import { CHAIR } from '../../support/cast'
import { type FaultyLine, openFaultyLine } from '../../support/machines/faulty-line'
import { PEOPLE } from '../../support/stories/story-script'

export type StoryRoom = { roomId: RoomId; line: FaultyLine; directUrl: string; cookieOf: (page: string) => string }

/** The story's chair and its people keep their names, so that its rows are the room's to the letter. */
export async function givenPlace(directUrl: string): Promise<StoryRoom> {
  const { instructor, activityId, roomId, chairCookie } = await givenClass({ understudies: true })
  await database().user.update({ where: { id: instructor.id }, data: { id: CHAIR.slice('chair:'.length) } })
  const cookies = new Map<string, string>()
  for (const name of PEOPLE) {
    const { person, sessionId } = await givenGuest(name)
    await addParticipant(database(), { id: name, activityId, roomId, userId: person.id, name })
    cookies.set(name, await cookieOf(sessionId))
  }
  const line = await openFaultyLine(directUrl)
  return { roomId, line, directUrl, cookieOf: (page) => cookies.get(page) ?? chairCookie }
}

/** As before the first story: nothing stands in the room's log, and so nobody was removed. */
export async function clearPlace({ roomId }: StoryRoom): Promise<void> {
  await database().$executeRaw`DELETE FROM room_event WHERE room_id = ${roomId}`
  await database().participant.updateMany({ where: { roomId }, data: { removedAt: null } })
  await database().session.updateMany({ data: { revokedAt: null } })
}
