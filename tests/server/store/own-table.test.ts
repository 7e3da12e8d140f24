/** The table to which the foot of a student's own pages leads: the one that runs, else the one that will; never one that is over. */
import { afterAll, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { addParticipant } from '#server/store/activities/participants'
import { closeRoomReading } from '#server/store/log/room-reading'
import { readTableOfNow } from '#server/store/rooms/own-rooms'
import { useFreshDatabase } from '../../support/machines/database'
import { givenActivity, givenGuest } from './given-store'

useFreshDatabase()
afterAll(closeRoomReading)

test('a student’s own pages lead to the seminar that runs, else to the one ahead, and to none that is over', async () => {
  const { person: mei } = await givenGuest('Mei Castellano')
  const { person: ben } = await givenGuest('Ben Okafor')
  expect(await readTableOfNow(mei.id)).toBeNull()
  const tables: { roomId: string; person: string }[] = []
  for (const status of ['lobby', 'running', 'finished']) {
    const { activityId, roomIds } = await givenActivity({})
    const [roomId = ''] = roomIds
    const who = { activityId, roomId, userId: mei.id, name: 'Mei Castellano' }
    tables.push({ roomId, person: await addParticipant(database(), who) })
    const facts = { version: 1, phaseIndex: status === 'lobby' ? -1 : 0, phaseStatus: status, isTimed: false }
    await database().roomSummary.upsert({ where: { roomId }, create: { roomId, ...facts }, update: facts })
  }
  const [ahead, running] = tables
  expect(await readTableOfNow(mei.id)).toEqual(running)
  expect(await readTableOfNow(ben.id)).toBeNull()
  const over = { where: { roomId: running?.roomId ?? '' }, data: { closedAt: new Date() } }
  await database().roomSummary.update(over)
  expect(await readTableOfNow(mei.id)).toEqual(ahead)
  // Whoever was removed has no table any more.
  await database().participant.updateMany({ where: { userId: mei.id }, data: { removedAt: new Date() } })
  expect(await readTableOfNow(mei.id)).toBeNull()
})
