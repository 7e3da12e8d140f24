/** Joining by code and name: who is admitted, to which room, and how everybody else is answered. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test, vi } from 'vitest'
import { database } from '#server/base/database'
import { accessRoom } from '#server/store/access/access'
import { readDoorState } from '#server/store/activities/door-state'
import { readParticipants } from '#server/store/activities/participants'
import { readDisplayNames, readRooms } from '#server/store/activities/rooms'
import { closeDoor, drawNewCode, joinByCode, openDoor, readOpenDoor } from '#server/store/door/door'
import { createJoinRequest } from '#server/store/door/join-requests'
import { closeRoomReading, readRoomState } from '#server/store/log/room-reading'
import { readSession } from '#server/store/people/sessions'
import { useFreshDatabase } from '../../../support/machines/database'
import { givenActivity, listen } from '../given-store'
import { chairDoes } from '../roster/given-removal'
import { join, mustJoin } from './given-door'

useFreshDatabase()
afterAll(closeRoomReading)

test('code and name give a guest a place, a session and a line on the roll', async () => {
  const { code, roomIds, activityId } = await givenActivity({})
  const [roomId = ''] = roomIds
  const seen = await readOpenDoor(code.toLowerCase())
  expect(seen).toMatchObject({ activityId, title: 'The alliance gap', courseTitle: 'IR 347' })
  const joined = await mustJoin(code, ' Mei  Castellano ')
  expect(joined.roomId).toBe(roomId)
  const person = await readSession(joined.sessionId ?? '')
  expect(person).toMatchObject({ kind: 'guest', name: 'Mei Castellano' })
  expect(await readDisplayNames(roomId)).toEqual({ [joined.participantId]: 'Mei Castellano' })
  expect((person && (await accessRoom(person, roomId)))?.as).toEqual({
    kind: 'participant',
    participantId: joined.participantId,
  })
})

test('a wrong and a closed code get the same answer, and a full one says that every seat is taken', async () => {
  const closed = await givenActivity({ doorOpen: false })
  const full = await givenActivity({ settings: { seatsPerDelegation: 1 } })
  for (const name of ['A1', 'A2', 'A3']) await mustJoin(full.code, name)
  expect(await readOpenDoor(full.code)).toBe('full')
  expect(await join(full.code, 'Mei')).toEqual({ ok: false, refusal: 'full' })
  for (const code of ['K7M-4QX', closed.code, '', 'not a code', "' OR 1=1 --"]) {
    expect(await readOpenDoor(code)).toBeNull()
    expect(await join(code, 'Mei')).toEqual({ ok: false, refusal: 'code-not-open' })
  }
})

test('a wrong and a closed code are answered in the order in which they came, after a moment, and a welcome before both', async () => {
  const { code } = await givenActivity({})
  const closed = await givenActivity({ doorOpen: false })
  type Asked = readonly [name: string, answer: () => Promise<unknown>]
  const moment: Asked = ['moment', () => sleep(145)]
  const wrong: Asked = ['wrong', () => join('K7M-4QX', 'Mei')]
  const shut: Asked = ['closed', () => join(closed.code, 'Mei')]
  const looks: Asked = ['wrong look', () => readOpenDoor('K7M-4QX')]
  const welcome: Asked = ['welcome', () => readOpenDoor(code)]
  // A busy machine makes some late and none early: each order is there once in several rounds.
  const expectOnce = async (expected: readonly string[], asked: readonly Asked[]) => {
    let order: string[] = []
    for (let round = 0; round < 9 && String(order) !== String(expected); round += 1) {
      order = []
      await Promise.all(asked.map(([name, answer]) => answer().then(() => order.push(name))))
      if (asked.includes(moment)) expect(order[0]).toBe('moment')
    }
    expect(order).toEqual(expected)
  }
  await expectOnce(['moment', 'wrong', 'closed'], [moment, wrong, shut])
  await expectOnce(['moment', 'closed', 'wrong'], [moment, shut, wrong])
  await expectOnce(['welcome', 'wrong look'], [looks, welcome])
})

test('a name sits down once, whatever its capitals, and the same device comes back to its own place', async () => {
  const { code } = await givenActivity({})
  const first = await mustJoin(code, 'Mei Castellano')
  expect(await join(code, 'MEI CASTELLANO')).toEqual({ ok: false, refusal: 'name-taken' })
  const visitor = await readSession(first.sessionId ?? '')
  const back = await joinByCode({ code, name: 'Mei Castellano', userAgent: 'phone', visitor })
  expect(back).toMatchObject({ ok: true, participantId: first.participantId, sessionId: null })
})

test('two phones that send one name at the same moment get one place', async () => {
  const { code, activityId } = await givenActivity({})
  const answers = await Promise.all(Array.from({ length: 5 }, () => join(code, 'Kwame Mensah')))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(await readParticipants(activityId)).toHaveLength(1)
})

test('forty students arriving together are spread evenly over three tables', async () => {
  const { code, activityId } = await givenActivity({ settings: { roomCount: 3, seatsPerDelegation: 6 } })
  const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => join(code, `Student ${index + 1}`)))
  expect(answers.every((answer) => answer.ok)).toBe(true)
  expect((await readRooms(activityId)).map((room) => room.people).toSorted()).toEqual([13, 13, 14])
})

test('where the instructor places, nobody is put at one of several tables by the door', async () => {
  const several = await givenActivity({ settings: { roomCount: 2, seating: 'place' } })
  const one = await givenActivity({ settings: { roomCount: 1, seating: 'place' } })
  expect((await mustJoin(several.code, 'Sofia Conti')).roomId).toBeNull()
  expect((await mustJoin(one.code, 'Sofia Conti')).roomId).toBe(one.roomIds[0])
})

test('a door where each one asks lets nobody in by itself', async () => {
  const { code } = await givenActivity({ settings: { door: 'ask' } })
  expect(await join(code, 'Mei')).toEqual({ ok: false, refusal: 'asks-first' })
})

test('closing the door ends the code and leaves those inside where they are', async () => {
  const { code, activityId } = await givenActivity({})
  const inside = await mustJoin(code, 'Tomás Rivas')
  await closeDoor(activityId)
  expect(await readOpenDoor(code)).toBeNull()
  const person = await readSession(inside.sessionId ?? '')
  expect(person && (await accessRoom(person, inside.roomId ?? ''))).not.toBeNull()
  await openDoor(activityId)
  expect(await readOpenDoor(code)).not.toBeNull()
})

test.each([
  { lateArrivals: 'until-round-1', open: [true, true, false] },
  { lateArrivals: 'until-start', open: [true, false, false] },
] as const)('a door $lateArrivals closes by itself then, and opens again by hand', async ({ lateArrivals, open }) => {
  const { code, activityId, roomIds } = await givenActivity({
    doorOpen: false,
    settings: { lateArrivals, roomCount: 2 },
  })
  const roomId = roomIds[1] ?? ''
  await openDoor(activityId)
  const seen: boolean[] = []
  const looks = async () => seen.push((await readOpenDoor(code)) !== null)
  await chairDoes(roomId, 'chair')
  await looks()
  await chairDoes(roomId, 'chair', { type: 'startPhase', index: 0 })
  await looks()
  await chairDoes(roomId, 'chair', { type: 'endPhase', index: 0 }, { type: 'endPhase', index: 1 })
  const state = await readRoomState(roomId)
  expect(state?.plan.phases.map(({ round }) => round !== null).indexOf(true)).toBe(state?.agenda.index)
  await looks()
  expect(seen).toEqual(open)
  expect((await readDoorState(activityId))?.closedAt).toBeInstanceOf(Date)
  await openDoor(activityId)
  expect(await readOpenDoor(code)).not.toBeNull()
})

test('a new code shuts out the old one', async () => {
  const { code, activityId } = await givenActivity({})
  const fresh = await drawNewCode(activityId)
  expect(fresh).not.toBe(code)
  expect(await readOpenDoor(code)).toBeNull()
  expect(await readOpenDoor(fresh)).not.toBeNull()
})

test('every change at the door is told on its channel', async () => {
  const { code, activityId } = await givenActivity({})
  const door = await listen('door')
  await mustJoin(code, 'Ingrid Solberg')
  await createJoinRequest({ code, name: 'Somebody New' })
  await closeDoor(activityId)
  await openDoor(activityId)
  await vi.waitFor(() => expect(door.heard.filter((id) => id === activityId)).toHaveLength(4))
  await door.stop()
})

test('names are kept apart in each activity, so two courses may both have a Mei', async () => {
  const one = await givenActivity({})
  const two = await givenActivity({})
  await mustJoin(one.code, 'Mei')
  await mustJoin(two.code, 'Mei')
  expect(await database().participant.count({ where: { nameKey: 'mei' } })).toBe(2)
})
