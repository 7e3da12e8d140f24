/** A removed person asks to join again: the desk's answer is a row of the room's log, which the live room takes up and sends. */
import { expect, test } from 'vitest'
import { answerJoinRequest, createJoinRequest, enterAsAdmitted, readWaiting } from '#server/store/door/join-requests'
import { cookieOf, givenClass, givenHouse, givenPage, givenSeated } from './given/given-classroom'
import { accepted, until } from './given/given-page'

const house = givenHouse()

test('S8 who was removed is let in again from the door, and the room and everybody in it know it', async () => {
  const of = await givenClass()
  const chair = await givenPage(house.now(), of.chairCookie, of.roomId)
  const mei = await givenSeated(house.now(), of, 'Mei', 'us.state')
  accepted(await chair.submit(of.roomId, { type: 'removePerson', person: mei.person }))
  await until(() => expect(mei.socket.connected).toBe(false))
  const asked = await createJoinRequest({ code: of.code, name: 'Mei' })
  if (asked.kind !== 'asked') throw new Error(asked.kind)
  await until(() => expect(chair.knocks).toMatchObject([{ name: 'Mei', claims: mei.person }]))
  const [request] = await readWaiting(of.activityId)
  expect(await answerJoinRequest({ requestId: request?.id ?? '', by: of.instructor, admit: true })).toBe('answered')
  // Without anything else being said in the room.
  await until(() => expect(chair.readable.at(-1)?.event).toEqual({ type: 'PersonReadmitted', person: mei.person }))
  expect(chair.readable.at(-1)?.by).toBe(`chair:${of.instructor.id}`)
  const entered = await enterAsAdmitted(asked.secret, 'a new phone')
  const page = await givenPage(house.now(), await cookieOf(entered?.sessionId ?? ''), of.roomId)
  expect(page.state.removed).toEqual([])
  accepted(await page.submit(of.roomId, { type: 'takeSeat', seat: null }))
})

test('the room goes on from what the door has written, and what was asked at that moment is answered once', async () => {
  const of = await givenClass()
  const chair = await givenPage(house.now(), of.chairCookie, of.roomId)
  const mei = await givenSeated(house.now(), of, 'Mei', 'us.state')
  accepted(await chair.submit(of.roomId, { type: 'removePerson', person: mei.person }))
  await createJoinRequest({ code: of.code, name: 'Mei' })
  const [request] = await readWaiting(of.activityId)
  const [answered, ...acks] = await Promise.all([
    answerJoinRequest({ requestId: request?.id ?? '', by: of.instructor, admit: true }),
    ...Array.from({ length: 12 }, (_, index) =>
      chair.submit(of.roomId, { type: 'writeInject', headline: 'News', text: `Number ${index}` }),
    ),
  ])
  expect(answered).toBe('answered')
  for (const ack of acks) accepted(ack)
  await until(() => expect(chair.readable.filter(({ event }) => event.type === 'PersonReadmitted')).toHaveLength(1))
  const said = chair.readable.flatMap(({ event }) => (event.type === 'InjectSent' ? [event] : []))
  expect(said).toHaveLength(12)
})

test('a room that is closed takes nobody back, and the door says so', async () => {
  const of = await givenClass()
  const chair = await givenPage(house.now(), of.chairCookie, of.roomId)
  const mei = await givenSeated(house.now(), of, 'Mei', 'us.state')
  accepted(await chair.submit(of.roomId, { type: 'removePerson', person: mei.person }))
  const phases = chair.readable.flatMap(({ event }) => (event.type === 'RoomOpened' ? event.plan.phases : []))
  accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
  for (const index of phases.keys()) accepted(await chair.submit(of.roomId, { type: 'endPhase', index }))
  await chair.submit(of.roomId, { type: 'closeRoom' })
  expect(chair.state.closedAt).not.toBeNull()
  await createJoinRequest({ code: of.code, name: 'Mei' })
  const [request] = await readWaiting(of.activityId)
  expect(await answerJoinRequest({ requestId: request?.id ?? '', by: of.instructor, admit: true })).toBe('room-closed')
  expect(await readWaiting(of.activityId)).toHaveLength(1)
})
