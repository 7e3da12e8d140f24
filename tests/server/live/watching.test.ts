/**
 * A page that watches all rooms of an activity over one connection: who may, what it is told, and that what it is told bit by bit is what it
 * would be told whole; and an act on many rooms, which counts once however often it is sent.
 */
import { io } from 'socket.io-client'
import { describe, expect, test } from 'vitest'
import { database, notify } from '#server/base/database'
import { readRooms } from '#server/store/activities/rooms'
import { readSettings } from '#server/store/activities/settings'
import { deleteActivity, deleteCourse } from '#server/store/courses/archive-delete'
import { changePart, removeColleague } from '#server/store/courses/colleagues'
import { answerJoinRequest, createJoinRequest, enterAsAdmitted, readWaiting } from '#server/store/door/join-requests'
import { createSession } from '#server/store/people/sessions'
import { roomId } from '#simulation/kernel/ids'
import { type ChairAct, commandsOf } from '#simulation/reading/talk/chair-acts'
import type { Watched } from '#simulation/wire/watching'
import { ActivityLink } from '../../../app/_room/link/activity-link'
import { socketSettings } from '../../../app/_room/link/reconnecting'
import { assistant, givenAccount, givenColleague } from '../store/given-store'
import { type Class, cookieOf, givenClass, givenHouse, givenPage, givenStudent } from './given/given-classroom'
import { newId, until } from './given/given-page'
import { Watcher } from './given/given-watcher'

const house = givenHouse()

const watching = async (of: Class): Promise<Watcher> => {
  const page = new Watcher(house.now(), of.chairCookie)
  await page.connect()
  expect(await page.watch(of.activityId)).toMatchObject({ ok: true })
  return page
}
/** What is the same whenever it is asked for. */
const lasting = ({ now: _, ...rest }: Watched) => rest

describe('a page that watches an activity', () => {
  test('what it is told bit by bit is what another is told whole, and nothing of it is a log', async () => {
    const of = await givenClass({ roomCount: 2 })
    const first = await watching(of)
    const [ana, ben] = [await givenStudent(of, 'Ana'), await givenStudent(of, 'Ben')]
    const page = await givenPage(house.now(), ana.cookie, ana.roomId)
    expect(await page.submit(ana.roomId, { type: 'takeSeat', seat: null })).toMatchObject({ ok: true })
    await givenPage(house.now(), ben.cookie, ben.roomId)
    await until(() => {
      const seen = first.watched
      expect(seen?.people.map(({ name }) => name).toSorted()).toEqual(['Ana', 'Ben'])
      expect(seen?.rooms.flatMap(({ summary }) => summary.holders).filter(Boolean)).toEqual([ana.person])
      expect(seen?.rooms.flatMap(({ summary }) => summary.unseated)).toEqual([ben.person])
    }, 10_000)
    await first.act({ type: 'startPhase', index: 0 }, of.roomIds)
    await until(
      () => expect(first.watched?.rooms.every(({ summary }) => summary.status === 'running')).toBe(true),
      5_000,
    )
    const second = await watching(of)
    await until(() => {
      if (!first.watched || !second.watched) throw new Error('Both watch.')
      expect(lasting(first.watched)).toEqual(lasting(second.watched))
    }, 10_000)
    expect(first.bytes).not.toContain('"audience"')
  })

  test('a page that asks again, as after an answer that was lost, goes on being told who comes in', async () => {
    const of = await givenClass()
    const page = await watching(of)
    expect(await page.watch(of.activityId)).toMatchObject({ ok: true })
    await givenStudent(of, 'Ana')
    await until(() => expect(page.watched?.people.map(({ name }) => name)).toEqual(['Ana']), 5_000)
  })

  test('a room that has no log leaves those that have one to whoever watches, and a table laid later is still told', async () => {
    const of = await givenClass()
    const lay = (ordinal: number) =>
      database().room.create({ data: { id: newId(), activityId: of.activityId, ordinal, name: `Table ${ordinal}` } })
    await lay(2)
    const page = await watching(of)
    expect(page.watched?.rooms.map(({ name }) => name)).toEqual(['Table 1'])
    await lay(3)
    await notify(database(), 'door', of.activityId)
    await until(() => expect(page.ends).toEqual(['rejoin']), 5_000)
    expect(await page.watch(of.activityId)).toMatchObject({ ok: true })
  })

  test('an act is done once in each room however often it is sent, and each room answers for itself', async () => {
    const of = await givenClass({ roomCount: 2 })
    const page = await watching(of)
    const one = of.roomId
    await page.act({ type: 'startPhase', index: 0 }, of.roomIds)
    const ids = of.roomIds.map(() => newId())
    expect(await page.act({ type: 'extendClock', minutes: 5 }, of.roomIds, ids)).toEqual(
      of.roomIds.map(() => ({ ok: true, seq: expect.any(Number) })),
    )
    const ends = async () => (await watching(of)).watched?.rooms.map(({ summary }) => summary.clock?.endsAt)
    const before = await ends()
    expect(before?.every(Boolean)).toBe(true)
    await page.act({ type: 'extendClock', minutes: 5 }, of.roomIds, ids)
    expect(await ends()).toEqual(before)
    await page.act({ type: 'pauseClock' }, [one])
    expect((await page.act({ type: 'pauseClock' }, of.roomIds)).map(({ ok }) => ok)).toEqual([false, true])
  })

  test('the answer to an act finds its page told what it did, with the step that can be taken back', async () => {
    const of = await givenClass({ roomCount: 2 })
    const page = await watching(of)
    const other = await watching(of)
    for (const command of [
      { type: 'startPhase', index: 0 },
      { type: 'pauseClock' },
      { type: 'resumeClock' },
      { type: 'extendClock', minutes: 5 },
    ] as const) {
      const ids = of.roomIds.map(() => newId())
      await page.act(command, of.roomIds, ids)
      // Asked in the same moment, without waiting for anything.
      expect(page.watched?.rooms.map(({ summary }) => summary.undoable)).toEqual(ids)
      expect(page.watched?.rooms.map(({ summary }) => summary.status)).toEqual(['running', 'running'])
    }
    await until(() => expect(other.watched?.rooms).toEqual(page.watched?.rooms))
  })

  test('a next phase that is asked for as soon as the one before it was answered counts', async () => {
    const of = await givenClass({ roomCount: 2 })
    const { address } = house.now()
    const open = async (id: string) =>
      io(address, { ...socketSettings(id), extraHeaders: { cookie: of.chairCookie, origin: address } })
    const link = new ActivityLink(of.activityId, { open, reload: () => expect.unreachable('The page is of today.') })
    await link.start()
    await until(() => expect(link.view.connection).toEqual({ kind: 'live' }))
    const press = async (act: ChairAct) => {
      const answers = await link.ask(
        link.view.rooms.flatMap((room) => commandsOf(act, room).map((command) => ({ room, command }))),
      )
      expect(answers.map(({ ack }) => ack)).toEqual(of.roomIds.map(() => ({ ok: true, seq: expect.any(Number) })))
    }
    await press({ kind: 'start' })
    for (const index of [1, 2, 3]) {
      await press({ kind: 'next' })
      expect(link.view.rooms.map(({ summary: { status, phase } }) => ({ status, phase }))).toEqual(
        of.roomIds.map(() => ({ status: 'running', phase: index })),
      )
    }
    link.stop()
  })

  test('a full seminar gets another table for whoever asks to come in, and who watches it is told of the table', async () => {
    const of = await givenClass({ seatsPerDelegation: 1 })
    const page = await watching(of)
    for (const name of ['Ana', 'Ben', 'Cy']) await givenStudent(of, name)
    const asked = await createJoinRequest({ code: of.code, name: 'Dee' })
    if (asked.kind !== 'asked') throw new Error(asked.kind)
    const [request] = await readWaiting(of.activityId)
    const answer = { requestId: request?.id ?? '', by: of.instructor, admit: true }
    const nameTable = (number: number) => `Table ${number}`
    const kindIs = (kind: 'seminar' | 'homework') =>
      database().activity.update({ where: { id: of.activityId }, data: { kind } })

    // Nothing is laid that nobody asked for, and a debate's tables are made with its days.
    expect(await answerJoinRequest(answer)).toBe('full')
    await kindIs('homework')
    expect(await answerJoinRequest({ ...answer, nameTable })).toBe('full-for-good')
    await kindIs('seminar')
    const stranger = await givenAccount('Stranger')
    expect(await answerJoinRequest({ ...answer, by: stranger, nameTable })).toBe('not-found')
    expect(await readRooms(of.activityId)).toHaveLength(1)
    expect(page.ends).toEqual([])

    expect(await answerJoinRequest({ ...answer, nameTable })).toBe('answered')
    const [first, further] = await readRooms(of.activityId)
    if (!first || !further) throw new Error('A table was laid.')
    expect(further).toMatchObject({ name: 'Table 2', ordinal: 2, people: 1 })
    expect(await enterAsAdmitted(asked.secret, 'phone')).toMatchObject({ roomId: further.id })
    expect((await readSettings(of.activityId)).roomCount).toBe(2)
    // It is one of the same seminar: played alike, with places for those who come next, and on the wall of whoever watches.
    expect((await givenStudent(of, 'Eve')).roomId).toBe(further.id)
    await until(() => expect(page.ends).toEqual(['rejoin']), 5_000)
    expect(await page.watch(of.activityId)).toMatchObject({ ok: true, plans: [{}] })
    expect(page.watched?.rooms.map(({ name, summary }) => [name, summary.status])).toEqual([
      ['Table 1', 'lobby'],
      ['Table 2', 'lobby'],
    ])
    expect(await page.act({ type: 'startPhase', index: 0 }, [roomId.parse(further.id)])).toMatchObject([{ ok: true }])
    await until(() =>
      expect(page.watched?.people.map(({ name }) => name).toSorted()).toEqual(['Ana', 'Ben', 'Cy', 'Dee', 'Eve']),
    )
  })

  test.each([
    [
      'is taken off the course',
      (of: Class, course: string, who: string) => removeColleague(of.instructor, course, who),
    ],
    [
      'is made a grader',
      (of: Class, course: string, who: string) =>
        changePart(of.instructor, course, who, { part: 'grader', rooms: [of.roomId] }),
    ],
    ['finds the seminar deleted', (of: Class) => deleteActivity(of.activityId)],
    ['finds the course deleted', (_: Class, course: string) => deleteCourse(course)],
  ])('whoever %s watches no more, and acts on nothing', async (_, ends) => {
    const of = await givenClass()
    const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: of.activityId } })
    const tarek = await givenColleague(courseId, await givenAccount('Tarek'), assistant)
    const cookie = await cookieOf(await createSession(database(), tarek.id, 'test'))
    const page = await watching({ ...of, chairCookie: cookie })
    await ends(of, courseId, tarek.id)
    await until(() => expect(page.ends).toEqual(['rejoin']))
    expect(await page.watch(of.activityId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await page.act({ type: 'startPhase', index: 0 }, of.roomIds)).toMatchObject([{ rejection: 'not-joined' }])
  })

  test('what the server itself submits cannot be imitated, and words that are none are refused', async () => {
    const of = await givenClass()
    const page = await watching(of)
    const to = [{ roomId: of.roomId, commandId: 'clock:endPhase:12' }]
    for (const message of [{ command: { type: 'endPhase', index: 0 }, to }, { command: 'x', to: [] }, null, 7])
      expect(await page.socket.timeout(10_000).emitWithAck('act', message)).toEqual({ acks: [] })
  })
})
