/** A guest's name that staff took off is in nothing that anybody reads, and comes back only by staff. */
import { afterAll, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { readDisplayNames } from '#server/store/activities/rooms'
import { putNameBackAs, takeNameOffAs } from '#server/store/activities/struck-names'
import { readDoorNews } from '#server/store/door/door-news'
import { closeRoomReading } from '#server/store/log/room-reading'
import { readSession } from '#server/store/people/sessions'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { paragraphs } from '#simulation/reading/log/transcript'
import { transcriptMarkdown } from '../../../../app/rooms/[roomId]/transcript/exports/transcript-markdown'
import { translate } from '../../../support/translate'
import { givenClass, givenHouse, givenPage, givenSeated, givenStudent } from '../../live/given/given-classroom'
import { until } from '../../live/given/given-page'
import { givenCast, sealedStory } from '../../record/given-record'
import { join } from '../door/given-door'
import { givenAccount } from '../given-store'

const house = givenHouse()
afterAll(closeRoomReading)

const RUDE = 'Zebulon Quartz'
const WORDS = { t: translate('transcript'), record: translate('record') }
const called = (number: number) => WORDS.record('erased', { number })

test('a name taken off is gone from the pages of all tables at once, and stands there again when it is put back', async () => {
  const of = await givenClass({ roomCount: 2 })
  const rude = await givenSeated(house.now(), of, RUDE, 'jp.pm')
  const { roomId } = rude.student
  const other = of.roomIds.find((id) => id !== roomId) ?? roomId
  const chairs = await Promise.all([roomId, other].map((room) => givenPage(house.now(), of.chairCookie, room)))
  const wall = await givenPage(house.now(), of.chairCookie, roomId, 'stage')
  const pages = [rude, ...chairs, wall]
  for (const { roll } of pages) expect(roll[rude.person]).toBe(RUDE)

  const number =
    (await readRoomFor(of.instructor, roomId))?.state.plan.seats.findIndex(({ id }) => id === 'jp.pm') ?? -1
  const name = `Student ${number + 1}`
  const at = { roomId, person: rude.person }
  expect(await takeNameOffAs(of.instructor, at, called)).toEqual({ ok: true, name })
  await until(() => {
    for (const { roll } of pages) expect(roll[rude.person]).toBe(name)
  })
  const late = await givenPage(house.now(), of.chairCookie, roomId, 'stage')
  expect(late.roll[rude.person]).toBe(name)
  expect((await readSession(rude.student.sessionId))?.name).toBe(name)
  expect(JSON.stringify(await readDoorNews(of.activityId))).not.toContain(RUDE)
  expect(await takeNameOffAs(of.instructor, at, called)).toEqual({ ok: false, refusal: 'nothing-changed' })

  expect(await putNameBackAs(of.instructor, at)).toEqual({ ok: true, name: RUDE })
  await until(() => {
    for (const { roll } of pages) expect(roll[rude.person]).toBe(RUDE)
  })
  expect(await putNameBackAs(of.instructor, at)).toEqual({ ok: false, refusal: 'nothing-changed' })
})

test('a record reads on under the number of the seat, for a classmate and for staff', async () => {
  const of = await givenClass({ rounds: ['framing', 'regional-order'].map((tension) => ({ tension, seconds: null })) })
  const cast = await givenCast(of, [
    RUDE,
    'Amara Osei',
    'Yuki Hayakawa',
    'Lin Jiayi',
    'Ingrid Solberg',
    'Tomás Ribeiro',
  ])
  const { us, jp } = cast
  await sealedStory(of, cast)
  const reads = async (userId: string) => {
    const reading = await readRoomFor({ id: userId, isAdmin: false }, of.roomId)
    if (!reading) throw new Error('They may not read the room.')
    const { state, displayNames } = reading
    const about = { plan: state.plan, displayNames, timeZone: 'UTC', locale: 'en-GB', words: WORDS }
    return transcriptMarkdown(paragraphs(state), { forWhom: 'Me', title: 'Record', lines: [] }, about)
  }
  const readers = [jp.userId, of.instructor.id]
  const before = await Promise.all(readers.map(reads))
  for (const text of before) expect(text).toContain(RUDE)
  expect(await takeNameOffAs(of.instructor, { roomId: of.roomId, person: us.person }, called)).toMatchObject({
    ok: true,
  })
  expect(await Promise.all(readers.map(reads))).toEqual(before.map((text) => text.replaceAll(RUDE, 'Student 1')))
})

test('nobody comes in again under a name that was taken off, however it is spelled, unless the desk admits them', async () => {
  const of = await givenClass()
  const rude = await givenStudent(of, RUDE)
  const namesake = await givenStudent(of, 'A student')
  const at = { roomId: of.roomId, person: rude.person }
  expect(await takeNameOffAs(of.instructor, at, called)).toEqual({ ok: true, name: 'A student (2)' })
  expect(await join(of.code, ` ${RUDE.toUpperCase()} `)).toEqual({ ok: false, refusal: 'asks-first' })
  expect(await readDisplayNames(of.roomId)).toEqual({ [rude.person]: 'A student (2)', [namesake.person]: 'A student' })
})

test('only the name of a guest of this table is taken off, and only by staff who steer it', async () => {
  const of = await givenClass({ roomCount: 2 })
  const elsewhere = await givenClass()
  const mei = await givenStudent(of, 'Mei')
  const at = { roomId: mei.roomId, person: mei.person }
  const account = await givenAccount('Yuki')
  const notFound = { ok: false, refusal: 'not-found' }
  const other = of.roomIds.find((id) => id !== mei.roomId) ?? mei.roomId
  expect(await takeNameOffAs({ id: mei.userId, isAdmin: false }, at, called)).toEqual(notFound)
  expect(await takeNameOffAs(elsewhere.instructor, at, called)).toEqual(notFound)
  expect(await takeNameOffAs(of.instructor, { ...at, roomId: other }, called)).toEqual(notFound)
  expect(await takeNameOffAs(of.instructor, { ...at, person: 'nobody' }, called)).toEqual(notFound)
  await database().participant.update({ where: { id: mei.person }, data: { userId: account.id } })
  expect(await takeNameOffAs(of.instructor, at, called)).toEqual({ ok: false, refusal: 'not-a-guest' })
  expect(Object.values(await readDisplayNames(mei.roomId))).toEqual(['Mei'])
})
