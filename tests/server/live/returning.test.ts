/** A page that comes back does not come in where something has ended its right meanwhile. */
import { expect, test } from 'vitest'
import { moveToRoom } from '#server/store/activities/participants'
import { deleteActivity } from '#server/store/courses/archive-delete'
import { revokeSession } from '#server/store/people/sessions'
import { givenClass, givenHouse, givenPage, givenStudent } from './given-classroom'
import { accepted, Page, until } from './given-page'

const house = givenHouse()
const now = () => house.now()

/** What somebody who was here a moment ago is answered. */
async function comesBack(cookie: string, room: Parameters<Page['join']>[0]): Promise<unknown> {
  const page = new Page(now().address, cookie)
  try {
    return await (await page.connect()).join(room)
  } catch (error) {
    return error
  } finally {
    page.socket.disconnect()
  }
}

test('S8 who was removed, moved, signed out or lost the seminar while they were away does not come back to it', async () => {
  const of = await givenClass({ roomCount: 2 })
  const [removed, moved, signedOut, lost] = [
    await givenStudent(of, 'Mei'),
    await givenStudent(of, 'Amara'),
    await givenStudent(of, 'Yuki'),
    await givenStudent(of, 'Jonas'),
  ]
  const chair = await givenPage(now(), of.chairCookie, removed.roomId)
  for (const { cookie, roomId } of [removed, moved, signedOut, lost])
    (await givenPage(now(), cookie, roomId)).socket.disconnect()
  accepted(await chair.submit(removed.roomId, { type: 'removePerson', person: removed.person }))
  await until(async () =>
    expect(await comesBack(removed.cookie, removed.roomId)).toMatchObject({ message: 'signed-out' }),
  )
  await moveToRoom(of.activityId, moved.person, of.roomIds.find((id) => id !== moved.roomId)!)
  await until(async () =>
    expect(await comesBack(moved.cookie, moved.roomId)).toMatchObject({ ok: false, refusal: 'not-found' }),
  )
  await revokeSession(signedOut.sessionId)
  await until(async () =>
    expect(await comesBack(signedOut.cookie, signedOut.roomId)).toMatchObject({ message: 'signed-out' }),
  )
  await deleteActivity(of.activityId)
  await until(async () =>
    expect(await comesBack(lost.cookie, lost.roomId)).toEqual({ ok: false, refusal: 'taken-away' }),
  )
})
