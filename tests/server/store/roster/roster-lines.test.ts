/** The roster at the door: a student picks their name after two letters, and two of one name are two people. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { readParticipants } from '#server/store/activities/participants'
import { readRoster, writeRoster } from '#server/store/courses/roster'
import { readArrivals, readArrivalsAt } from '#server/store/courses/roster-arrivals'
import { findListedNames, joinByCode, readDoorPath } from '#server/store/door/door'
import { readDoorNews } from '#server/store/door/door-news'
import { answerJoinRequest, createJoinRequest, readWaiting } from '#server/store/door/join-requests'
import { type DoorPlace, FEWEST_LETTERS, findLine, listedNames, MOST_SHOWN } from '#server/store/door/roster-lines'
import { stillMissing } from '#simulation/reading/homework/missing'
import { useFreshDatabase } from '../../../support/machines/database'
import { givenActivity } from '../given-store'

useFreshDatabase()

const line = (id: string, name: string, studentNumber: string | null = null): DoorPlace => ({
  ...{ id, name, studentNumber, userId: null, email: null, hasLink: false },
})
const CLASS = [
  line('okafor', 'Chidinma N. Okafor', 'S5'),
  line('chen8', 'Wei Chen', 'S1008'),
  line('chen9', 'Wei Chen', 'S1009'),
  line('muller', 'Karl-Heinz Müller-Lüdenscheidt'),
  line('sorensen', 'Søren Åkesson'),
  line('sato', '佐藤 美咲'),
  line('chensy', '陈思远'),
]
const shown = (typed: string) => listedNames(CLASS, new Set(['chen8']), typed).names.map(({ place }) => place)

test('a name is found by the beginning of any of its words, whatever its case, width, accents and order', () => {
  expect(shown('ch')).toEqual(['okafor', 'chen8', 'chen9'])
  expect(shown('CHEN w')).toEqual(['chen8', 'chen9'])
  expect(shown('mueller')).toEqual([])
  expect(shown('muller')).toEqual(['muller'])
  expect(shown('Luden karl')).toEqual(['muller'])
  expect(shown('ake')).toEqual(['sorensen'])
  expect(shown('ｓｏｒｅｎ')).toEqual(['sorensen'])
  expect(shown('佐藤')).toEqual(['sato'])
  expect(shown('陈思')).toEqual(['chensy'])
  expect(shown('美咲 佐藤')).toEqual(['sato'])
})

test('two of one name are told apart by the end of their number, and who has come is told', () => {
  expect(listedNames(CLASS, new Set(['chen8']), 'wei').names).toEqual([
    { place: 'chen8', name: 'Wei Chen', ending: { of: 'number', text: '08' }, isHere: true },
    { place: 'chen9', name: 'Wei Chen', ending: { of: 'number', text: '09' }, isHere: false },
  ])
})

test('nothing is shown before two letters, and never more than a few', () => {
  const many = Array.from({ length: 300 }, (_, index) => line(`p${index}`, `Student ${index}`))
  let tried = 0
  fc.assert(
    fc.property(fc.string({ maxLength: 4 }), (typed) => {
      const { names, more } = listedNames(many, new Set(), typed)
      if ([...typed.normalize('NFKD').replace(/[^\p{L}\p{Nd}]/gu, '')].length < FEWEST_LETTERS)
        expect(names).toEqual([])
      expect(names.length).toBeLessThanOrEqual(MOST_SHOWN)
      if (more) expect(names).toHaveLength(MOST_SHOWN)
      tried += 1
    }),
  )
  expect(tried).toBeGreaterThan(50)
  expect(listedNames(many, new Set(), 'st')).toMatchObject({ more: true })
})

test('a typed name is the line it means, and the number decides between two', () => {
  expect(findLine(CLASS, { name: 'müller-lüdenscheidt, karl-heinz' })?.id).toBe('muller')
  expect(findLine(CLASS, { name: 'Wei Chen', number: 's1009' })?.id).toBe('chen9')
  expect(findLine(CLASS, { name: 'anything', place: 'sato' })?.id).toBe('sato')
  expect(findLine(CLASS, { name: 'Mallory' })).toBeNull()
})

describe('at the door', () => {
  const given = async (door: 'roster' | 'code' = 'roster') => {
    const made = await givenActivity({ settings: { door } })
    await writeRoster(
      made.courseId,
      [
        { name: 'Wei Chen', email: null, studentNumber: 'S8' },
        { name: 'Wei Chen', email: null, studentNumber: 'S9' },
        { name: 'Amara Osei', email: null, studentNumber: null },
      ].map((row, index) => ({ line: index + 1, ...row })),
    )
    const word = (await readDoorPath(made.activityId)).split('w=')[1] ?? ''
    const places = (await readRoster(made.courseId)).map(({ id }) => id)
    const come = (name: string, more: { place?: string | undefined; number?: string } = {}) =>
      joinByCode({ code: made.code, word, name, userAgent: 'phone', visitor: null, ...more, place: more.place ?? null })
    return { ...made, word, places, come }
  }

  test('only the link of an open door for the roster shows names', async () => {
    const { code, word } = await given()
    expect(await findListedNames(code, word, 'am')).toMatchObject({ names: [{ name: 'Amara Osei' }] })
    expect(await findListedNames(code, 'a'.repeat(32), 'am')).toBeNull()
    expect(await findListedNames(code, null, 'am')).toBeNull()
    const open = await given('code')
    expect(await findListedNames(open.code, open.word, 'am')).toBeNull()
  })

  test('two of one name are missing one by one, on the server and on a page that counts on', async () => {
    const made = await givenActivity({ settings: { door: 'roster' } })
    const line = (studentNumber: string) => ({ name: 'Mei Chen', email: null, studentNumber, section: null })
    await writeRoster(made.courseId, [line('1'), line('2'), { ...line('3'), name: 'Jonas Weber' }])
    const missing = async () => (await readArrivals(made.activityId)).map(({ called }) => [called])
    const atFirst = await readArrivals(made.activityId)
    expect(new Set(atFirst.map(({ place }) => place)).size).toBe(3)
    const page = async () => {
      const here = await readParticipants(made.activityId)
      return stillMissing(
        atFirst,
        here.map(({ name }) => name),
      ).lines.map(({ who }) => who)
    }
    const all = [['Mei Chen (1)'], ['Mei Chen (2)'], ['Jonas Weber']]
    expect([await missing(), await page()]).toEqual([all, all])
    for (const [number, left, seen] of [
      // The page hears a name, and cannot know which of the two it is.
      ['2', [['Mei Chen (1)'], ['Jonas Weber']], [['Mei Chen (1)', 'Mei Chen (2)'], ['Jonas Weber']]],
      ['1', [['Jonas Weber']], [['Jonas Weber']]],
    ] as const) {
      expect(
        await joinByCode({ code: made.code, name: 'Mei Chen', number, userAgent: 'test', visitor: null }),
      ).toMatchObject({ ok: true })
      expect([await missing(), await page()]).toEqual([left, seen])
    }
    // A page made between the two goes on from there.
    const later = await readArrivals(made.activityId)
    expect(later).toMatchObject([{ name: 'Jonas Weber', here: 0 }])
  })

  test('a table of several misses those whom it was prepared for and nobody else, and an only table misses the class', async () => {
    const made = await givenActivity({ settings: { roomCount: 2 } })
    const [one = '', two = ''] = made.roomIds
    const line = (name: string) => ({ name, email: null, studentNumber: null, section: null })
    await writeRoster(made.courseId, ['Ana', 'Ben', 'Cleo', 'Dai'].map(line))
    const places = await database().rosterPlace.findMany({
      where: { courseId: made.courseId },
      orderBy: { position: 'asc' },
    })
    const [ana = '', ben = '', cleo = ''] = places.map(({ id }) => id)
    const { activityId } = made
    await database().preparedTable.createMany({
      data: [ana, ben].map((rosterPlaceId) => ({ activityId, rosterPlaceId, roomId: one })),
    })
    const seat = (rosterPlaceId: string, roomId: string) => ({ activityId, rosterPlaceId, roomId, how: 'lot' })
    await database().preparedSeat.createMany({
      data: [
        { ...seat(ben, two), seat: 'us.state' },
        { ...seat(cleo, two), seat: 'jp.pm' },
      ],
    })
    const at = async (activity: string, room: string) => {
      const { missing, ...rest } = await readArrivalsAt(activity, room)
      return { ...rest, names: missing.map(({ name }) => name) }
    }
    expect(await at(activityId, one)).toEqual({ whom: 'table', of: 1, names: ['Ana'] })
    expect(await at(activityId, two)).toEqual({ whom: 'table', of: 2, names: ['Ben', 'Cleo'] })
    await joinByCode({ code: made.code, name: 'Ben', userAgent: 'test', visitor: null })
    expect(await at(activityId, two)).toEqual({ whom: 'table', of: 2, names: ['Cleo'] })
    const alone = await givenActivity({ courseId: made.courseId, instructor: made.instructor })
    expect(await at(alone.activityId, alone.roomIds[0] ?? '')).toMatchObject({ whom: 'class', of: 4 })
  })

  test('two people of one name both come in, each on their own line, and a listed student is called as the list has them', async () => {
    const { activityId, places, come } = await given()
    expect(await come('Wei Chen', { place: places[0], number: 'S8' })).toMatchObject({ ok: true })
    expect(await come('Wei Chen', { place: places[1], number: 'S8' })).toEqual({ ok: false, refusal: 'number-wrong' })
    expect(await come('Wei Chen', { place: places[1], number: 'S9' })).toMatchObject({ ok: true })
    expect(await come('OSEI, amara')).toMatchObject({ ok: true })
    expect((await readParticipants(activityId)).map(({ name, rosterPlaceId }) => [name, rosterPlaceId])).toEqual([
      ['Wei Chen', places[0]],
      ['Wei Chen (2)', places[1]],
      ['Amara Osei', places[2]],
    ])
    // A student number proves whose name it is; a name alone does not.
    expect((await readDoorNews(activityId))?.participants.map(({ proven }) => proven)).toEqual([true, true, false])
    expect(await come('Wei Chen', { place: places[1], number: 'S9' })).toEqual({ ok: false, refusal: 'name-taken' })
  })

  test('who says that a picked seat is theirs claims that one, and not another of the same name', async () => {
    const { activityId, code, places, come } = await given()
    await come('Wei Chen', { place: places[0], number: 'S8' })
    const second = await come('Wei Chen', { place: places[1], number: 'S9' })
    await createJoinRequest({ code, name: 'Wei Chen', place: places[1] ?? '' })
    expect(second).toMatchObject({ ok: true })
    expect((await readWaiting(activityId)).map(({ claims }) => claims)).toEqual([second.ok && second.participantId])
  })

  test('two of one name who ask to come in stand on a line each, and a third on none', async () => {
    const { activityId, code, instructor, places } = await given()
    for (let asked = 0; asked < 3; asked += 1) await createJoinRequest({ code, name: 'wei chen' })
    for (const { id } of await readWaiting(activityId))
      expect(await answerJoinRequest({ requestId: id, by: instructor, admit: true })).toBe('answered')
    expect((await readParticipants(activityId)).map(({ name, rosterPlaceId }) => [name, rosterPlaceId])).toEqual([
      ['Wei Chen', places[0]],
      ['Wei Chen (2)', places[1]],
      ['wei chen (3)', null],
    ])
  })
})

test('a given name is found where a script writes the whole name in one word', () => {
  const lines = [line('w', '王小明'), line('s', '佐藤花子'), line('h', '김민수'), line('b', 'Robert Bobson')]
  const found = (typed: string) => listedNames(lines, new Set(), typed).names.map(({ place }) => place)
  expect([found('小明'), found('王小'), found('花子'), found('민수')]).toEqual([['w'], ['w'], ['s'], ['h']])
  expect([found('王'), found('bert'), found('son')]).toEqual([[], [], []])
})
