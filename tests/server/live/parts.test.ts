/** Staff in a room: a grader cannot steer it, and whoever is taken off a course receives and sends nothing more. */
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { assignPart } from '#server/store/access/part-assignment'
import { changePart, leaveCourse, removeColleague } from '#server/store/courses/colleagues'
import { createSession } from '#server/store/people/sessions'
import type { Person } from '#server/store/people/users'
import { assistant, givenAccount, givenColleague } from '../store/given-store'
import { type Class, cookieOf, givenClass, givenHouse, givenPage, givenStudent } from './given/given-classroom'
import { Page, until } from './given/given-page'

const { now } = givenHouse()

const courseOf = async ({ activityId }: Class) =>
  (await database().activity.findUniqueOrThrow({ where: { id: activityId } })).courseId
const cookieFor = async ({ id }: Person) => cookieOf(await createSession(database(), id, 'test'))

test('a grader follows no room live, neither as its chair nor as its stage, not even the one they were given', async () => {
  const of = await givenClass()
  const grader = await givenColleague(await courseOf(of), await givenAccount('Imani'), {
    part: 'grader',
    rooms: [of.roomId],
  })
  const page = await new Page(now().address, await cookieFor(grader)).connect()
  for (const as of ['self', 'stage'] as const)
    expect(await page.join(of.roomId, as)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await page.submit(of.roomId, { type: 'pauseClock' })).toEqual({ ok: false, rejection: 'not-joined' })
})

test.each([
  ['is taken off the course', (of: Class, course: string, who: string) => removeColleague(of.instructor, course, who)],
  ['leaves it', (_: Class, course: string, who: string) => leaveCourse(who, course)],
  [
    'is made a grader',
    (of: Class, course: string, who: string) =>
      changePart(of.instructor, course, who, { part: 'grader', rooms: [of.roomId] }),
  ],
] as const)('whoever %s steers and hears no more, on every page', async (_, ends) => {
  const of = await givenClass()
  const course = await courseOf(of)
  const tarek = await givenColleague(course, await givenAccount('Tarek'), assistant)
  const cookie = await cookieFor(tarek)
  const desk = await givenPage(now(), cookie, of.roomId)
  const stage = await givenPage(now(), cookie, of.roomId, 'stage')
  const owner = await givenPage(now(), of.chairCookie, of.roomId)
  expect(await desk.submit(of.roomId, { type: 'lockSeating', locked: false })).not.toMatchObject({
    rejection: 'not-joined',
  })
  expect(await ends(of, course, tarek.id)).toBe('done')
  await until(() => expect([desk.left, stage.left]).toEqual([['rejoin'], ['rejoin']]))
  expect(await desk.join(of.roomId)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await desk.submit(of.roomId, { type: 'lockSeating', locked: true })).toEqual({
    ok: false,
    rejection: 'not-joined',
  })
  const heard = [desk.seq, stage.seq]
  expect(await owner.submit(of.roomId, { type: 'lockSeating', locked: true })).toMatchObject({ ok: true })
  await until(() => expect(owner.state.seatingLocked).toBe(true))
  expect([desk.seq, stage.seq]).toEqual(heard)
})

test('whoever sits in a room and is given a part there comes in anew, as whoever runs it', async () => {
  const of = await givenClass()
  const { userId, cookie } = await givenStudent(of, 'Mei')
  const page = await givenPage(now(), cookie, of.roomId)
  await database().$transaction(async (on) => assignPart(on, await courseOf(of), userId, assistant))
  await until(() => expect(page.left).toEqual(['rejoin']))
  expect(await page.join(of.roomId)).toMatchObject({ ok: true, viewer: { kind: 'chair' } })
})

test('what no notice has told of parts and administrators holds from the next look on, on the connection that stays', async () => {
  const of = await givenClass()
  const course = await courseOf(of)
  const [tarek, ana] = [await givenAccount('Tarek'), await givenAccount('Ana')]
  await givenColleague(course, tarek, assistant)
  await database().user.update({ where: { id: ana.id }, data: { isAdmin: true } })
  const { userId, cookie } = await givenStudent(of, 'Mei')
  const pages = [
    await givenPage(now(), await cookieFor(tarek), of.roomId),
    await givenPage(now(), await cookieFor(ana), of.roomId),
    await givenPage(now(), cookie, of.roomId),
  ]
  const stays = await givenPage(now(), of.chairCookie, of.roomId)
  await database().courseStaff.deleteMany({ where: { userId: tarek.id } })
  await database().user.update({ where: { id: ana.id }, data: { isAdmin: false } })
  await database().courseStaff.create({ data: { courseId: course, userId, role: 'assistant' } })
  // After a break of the line on which notices come everything is looked up again.
  await database().$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`
  await until(() => expect(pages.map(({ left }) => left)).toEqual(pages.map(() => ['rejoin'])))
  const [former, demoted, student] = await Promise.all(pages.map((page) => page.join(of.roomId)))
  for (const answer of [former, demoted]) expect(answer).toEqual({ ok: false, refusal: 'not-found' })
  expect(student).toMatchObject({ ok: true, viewer: { kind: 'chair' } })
  expect(stays.left).toEqual([])
})
