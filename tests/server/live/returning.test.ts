/** A page that is back within a minute comes in by the right that it had, unless something has ended that right meanwhile. */
import { expect, onTestFinished, test, vi } from 'vitest'
import { database } from '#server/base/database'
import { moveToRoom } from '#server/store/activities/participants'
import { deleteActivity } from '#server/store/courses/archive-delete'
import { revokeSession } from '#server/store/people/sessions'
import { givenClass, givenHouse, givenPage, givenSeated, givenStudent } from './given/given-classroom'
import { accepted, Page, until } from './given/given-page'

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

test('who is back within a minute comes in without a question to the database, on the rows that they hold', async () => {
  const of = await givenClass()
  const mei = await givenSeated(now(), of, 'Mei', 'us.state')
  const stays = await givenPage(now(), of.chairCookie, of.roomId)
  const { last } = mei
  mei.socket.disconnect()
  await until(() => expect(stays.presence.people).not.toContain(mei.person))
  const asked = vi.spyOn(database(), '$queryRaw')
  onTestFinished(() => asked.mockRestore())
  const back = await new Page(now().address, mei.student.cookie).connect()
  expect(await back.join(of.roomId, 'self', last)).toMatchObject({ ok: true, from: last.seq })
  expect(asked).not.toHaveBeenCalled()
  const newcomer = await givenStudent(of, 'Amara')
  await givenPage(now(), newcomer.cookie, of.roomId)
  expect(asked).toHaveBeenCalled()
})

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
