/** A seating prepared from the roster: the rooms keep its seats, the door sends each to their table, and each sits down as they come in. */
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { createSeminar } from '#server/store/activities/activities'
import { moveToRoom } from '#server/store/activities/participants'
import { deleteActivity, deleteCourse, restoreActivity, restoreCourse } from '#server/store/courses/archive-delete'
import { readClassList } from '#server/store/courses/class-list'
import { repeatSeminar } from '#server/store/courses/copy-activity'
import { createCourse } from '#server/store/courses/courses'
import { enterByLink, makeMissingLinks, readLinks } from '#server/store/courses/personal-links'
import { writeRoster } from '#server/store/courses/roster'
import { joinByCode } from '#server/store/door/door'
import { changeSeating, readSeating } from '#server/store/seating/prepared-seating'
import { chooseOffices, readOwnSeatings } from '#server/store/seating/seat-choices'
import { personId } from '#simulation/kernel/ids'
import { tablesBySection } from '#simulation/seating/class-tables'
import type { SeatingAnswer, SeatingChange } from '#simulation/wire/seating'
import { chinaGap } from '../../support/stories/china-gap'
import { plainSettings } from '../store/given-store'
import { type Class, cookieOf, givenClass, givenHouse, givenPage, givenStudent, seat } from './given/given-classroom'
import { until } from './given/given-page'

const house = givenHouse()

/** A class with a roster of these names; answers their places on it. */
async function listed(settings: Parameters<typeof givenClass>[0], ...names: string[]) {
  const made = await givenClass(settings)
  const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: made.activityId } })
  const place = (name: string) => `${made.activityId}-${name.toLowerCase()}`
  await database().rosterPlace.createMany({
    data: names.map((name, position) => ({ id: place(name), courseId, position, name })),
  })
  return { ...made, place }
}

const seating = async ({ activityId }: Class) => {
  const found = await readSeating(activityId)
  if (!found) throw new Error('There is no seating.')
  return found
}

async function does(of: Class, change: SeatingChange, version?: number): Promise<SeatingAnswer> {
  const on = version ?? (await seating(of)).version
  const answer = await changeSeating(of.activityId, of.instructor.id, { version: on, change })
  if (!answer) throw new Error('There is no seating.')
  return answer
}

const put = (place: string, table: string, id: string): SeatingChange => ({
  do: 'seat',
  place,
  to: { table, seat: seat(id) },
})

test('S18 S19 who comes in under a name of the roster sits in the seat prepared for it, at the table prepared for it', async () => {
  const made = await listed({ roomCount: 2, seating: 'lot' }, 'Mei', 'Jonas')
  const [one, two] = made.roomIds
  if (!one || !two) throw new Error('There are two tables.')
  // The chair's own page is open at the second table, and hears that seats are kept there.
  const chair = await givenPage(house.now(), made.chairCookie, two)
  expect((await does(made, put(made.place('Mei'), two, 'jp.pm'))).fault).toBeNull()
  await until(() => expect(chair.state?.keptSeats).toEqual(['jp.pm']))

  // The second table has a place that waits, so the first is the emptier one for anybody else.
  expect((await givenStudent(made, 'Somebody else')).roomId).toBe(one)
  const mei = await givenStudent(made, 'Mei')
  expect(mei.roomId).toBe(two)
  const page = await givenPage(house.now(), mei.cookie, two)
  expect(page.state?.seats[seat('jp.pm')]?.holder).toBe(mei.person)
  await until(() => expect(chair.state?.seats[seat('jp.pm')]?.holder).toBe(mei.person))
  expect(chair.state?.keptSeats).toEqual([])
  // From then on the seat is the room's matter.
  expect((await seating(made)).people[0]).toMatchObject({ here: { table: two, seat: 'jp.pm' } })
  expect((await does(made, put(made.place('Jonas'), two, 'jp.pm'))).fault).toBe('taken')
})

test('a seat that waits for somebody is not given away at the door, and one more than the rest is refused', async () => {
  const made = await listed({ seatsPerDelegation: 1, seating: 'choose' }, 'Mei')
  await does(made, put(made.place('Mei'), made.roomId, 'us.state'))
  await givenStudent(made, 'First')
  await givenStudent(made, 'Second')
  await expect(givenStudent(made, 'Third')).rejects.toThrow('did not get in')
  expect((await givenStudent(made, 'Mei')).roomId).toBe(made.roomId)
})

test('two instructors cannot overwrite each other unseen, and what was drawn is put back as it was', async () => {
  const made = await listed({}, 'Mei', 'Jonas', 'Amara')
  const { version } = await seating(made)
  await does(made, put(made.place('Mei'), made.roomId, 'us.state'), version)
  expect((await does(made, put(made.place('Jonas'), made.roomId, 'us.state'), version)).fault).toBe('changed')
  const before = await seating(made)
  const drawn = await does(made, { do: 'draw', draw: { by: 'lot', who: 'unlocked', number: 7 } })
  expect(drawn.seating.prepared).toHaveLength(3)
  expect(drawn.seating.draw).toMatchObject({ number: 7, outcome: { choseNothing: 3, unseated: 0 } })
  const back = await does(made, { do: 'restore', prepared: [...before.prepared], draw: null })
  expect(back.seating.prepared).toEqual(before.prepared)
  // No number stands beside seats that it did not draw.
  expect([back.seating.draw, (await seating(made)).draw]).toEqual([null, null])
  const draw = (number: number) => ({ by: 'lot', who: 'unlocked', number }) as const
  const first = await does(made, { do: 'draw', draw: draw(7) })
  await does(made, { do: 'draw', draw: draw(8) })
  await does(made, { do: 'restore', prepared: [...first.seating.prepared], draw: draw(7) })
  expect((await seating(made)).draw).toMatchObject({ number: 7, outcome: first.seating.draw?.outcome })
  // A seat that a page calls a choice, and is none, counts as placed by hand.
  const [mei] = before.prepared
  if (!mei) throw new Error('Mei sits.')
  const lied = await does(made, { do: 'restore', prepared: [{ ...mei, how: 'choice-1' }], draw: null })
  expect(lied.seating.prepared).toEqual([{ ...mei, how: 'by-hand' }])
})

test('a student names offices while they are asked, reads their own alone, and is told their seat once it is shown', async () => {
  const made = await listed({ door: 'roster' }, 'Mei', 'Jonas')
  const users = new Map<string, string>()
  for (const name of ['Mei', 'Jonas']) users.set(name, (await givenStudent(made, name)).userId)
  const own = async (name: string) => (await readOwnSeatings(users.get(name) ?? ''))[0]
  const wants = (name: string, ...offices: string[]) =>
    chooseOffices(users.get(name) ?? '', made.activityId, offices.map(seat))
  expect(await own('Mei')).toBeUndefined()
  expect(await wants('Mei', 'jp.pm')).toBe('not-asked')
  await does(made, { do: 'choosing', on: true })
  expect(await wants('Mei', 'jp.pm', 'us.state')).toBe('stored')
  expect(await wants('Mei', 'nowhere.office')).toBe('not-asked')
  expect((await own('Mei'))?.ranks).toEqual(['jp.pm', 'us.state'])
  expect((await own('Jonas'))?.ranks).toEqual([])
  expect(JSON.stringify(await own('Jonas'))).not.toContain('"us.state","jp.pm"')

  const { version, people } = await seating(made)
  expect(people.map(({ ranks }) => ranks)).toEqual([['jp.pm', 'us.state'], []])
  await does(made, { do: 'draw', draw: { by: 'choices', who: 'unlocked', number: 1 } }, version)
  expect((await own('Mei'))?.seat).toBeNull()
  await does(made, { do: 'shown', on: true })
  expect((await own('Mei'))?.seat).toMatchObject({ plan: { id: 'jp.pm' }, how: 'choice-1', table: 'Table 1' })
  // While the seminar or its course is deleted, nobody is asked or told anything of it.
  const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: made.activityId } })
  for (const [remove, restore] of [
    [() => deleteActivity(made.activityId), () => restoreActivity(made.activityId)],
    [() => deleteCourse(courseId), () => restoreCourse(courseId)],
  ] as const) {
    await remove()
    expect(await own('Mei')).toBeUndefined()
    expect(await wants('Mei', 'us.state')).toBe('not-asked')
    await restore()
    expect((await own('Mei'))?.ranks).toEqual(['jp.pm', 'us.state'])
  }
})

test('S19 whoever waits without a seat when one is prepared for them is sent to its table and sits down there, and who sits stays', async () => {
  const made = await listed({ roomCount: 2, seating: 'place', door: 'roster' }, 'Mei', 'Jonas')
  const [one, two] = made.roomIds
  if (!one || !two) throw new Error('There are two tables.')
  const comes = async (name: string) => {
    const joined = await joinByCode({ code: made.code, name, userAgent: 'a test', visitor: null })
    if (!joined.ok || !joined.sessionId || joined.roomId) throw new Error(`${name} should wait for a table.`)
    return { person: personId.parse(joined.participantId), cookie: await cookieOf(joined.sessionId) }
  }
  const mei = await comes('Mei')
  await does(made, put(made.place('Mei'), one, 'us.state'))
  const first = await givenPage(house.now(), mei.cookie, one)
  expect(first.state?.seats[seat('us.state')]?.holder).toBe(mei.person)
  expect((await does(made, put(made.place('Mei'), two, 'us.state'))).fault).toBe('taken')

  // Jonas has been placed at the first table without a seat, and his page is open there.
  const jonas = await comes('Jonas')
  await moveToRoom(made.activityId, jonas.person, one)
  const waiting = await givenPage(house.now(), jonas.cookie, one)
  await does(made, put(made.place('Jonas'), one, 'jp.pm'))
  await until(() => expect(waiting.left).toEqual(['rejoin']))
  await waiting.join(one)
  expect(waiting.state?.seats[seat('jp.pm')]?.holder).toBe(jonas.person)
  expect(first.state?.seats[seat('us.state')]?.holder).toBe(mei.person)
})

test('who came in as somebody is asked and told for them only where the door asked for proof, in that seminar, and while nobody else is that name', async () => {
  const open = await listed({ door: 'code' }, 'Mei')
  const proved = await listed({ door: 'roster' }, 'Mei')
  for (const made of [open, proved]) await does(made, { do: 'choosing', on: true })
  const asked = async (userId: string) => (await readOwnSeatings(userId)).map(({ activityId }) => activityId)

  // At a door by code anybody types any name.
  const anybody = await givenStudent(open, 'Mei')
  expect(await asked(anybody.userId)).toEqual([])
  expect(await chooseOffices(anybody.userId, open.activityId, [seat('jp.pm')])).toBe('not-asked')

  const guest = await givenStudent(proved, 'Mei')
  expect(await asked(guest.userId)).toEqual([proved.activityId])
  // The course's next seminar does not know the guest: only whoever the roster is tied to is known everywhere.
  const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: proved.activityId } })
  const again = await repeatSeminar(proved.activityId, { courseId, title: 'Again', by: proved.instructor.id })
  await changeSeating(again ?? '', proved.instructor.id, { version: 0, change: { do: 'choosing', on: true } })
  expect(await asked(guest.userId)).toEqual([proved.activityId])

  await makeMissingLinks(courseId)
  const [link] = await readLinks(courseId)
  const entered = await enterByLink(link?.token ?? '', 'a laptop')
  if (!entered.ok) throw new Error(entered.refusal)
  expect(new Set(await asked(entered.userId))).toEqual(new Set([again, proved.activityId]))
  expect(await asked(guest.userId)).toEqual([])
  expect(await chooseOffices(guest.userId, proved.activityId, [seat('jp.pm')])).toBe('not-asked')
})

test('a table prepared by section is where its people go, draws keep to it, and its grader reads and marks it', async () => {
  const { instructor } = await givenClass({})
  const courseId = await createCourse({ title: 'A lecture', timeZone: 'UTC', by: instructor.id })
  const listed = ['Mei', 'Jonas', 'Amara', 'Bo'].map((name, at) => ({
    ...{ name, email: null, studentNumber: null, section: at < 2 ? 'A01' : 'A02' },
  }))
  await writeRoster(courseId, listed)
  const grader = (await givenClass({})).instructor
  await database().courseStaff.create({ data: { courseId, userId: grader.id, role: 'grader' } })
  const { people } = await readClassList(courseId)
  expect((await readClassList(courseId)).assistants).toEqual([{ id: grader.id, name: grader.name }])
  const split = tablesBySection(people, { atTable: 2, tables: 40 })
  const scenario = chinaGap()
  const made = await createSeminar({
    ...{ courseId, by: instructor.id, title: 'A lecture', scenario, agendaKey: 'seminar-50', doorOpen: true },
    settings: { ...plainSettings, roomCount: 2, seatsPerDelegation: 1, seating: 'lot' },
    nameRoom: (number) => `Table ${number} · ${split.tables[number - 1]?.group}`,
    tables: [
      // Somebody who has left the roster since is passed over.
      { places: [...(split.tables[0]?.people ?? []).map(({ place }) => place), 'nobody'], assistants: [] },
      { places: (split.tables[1]?.people ?? []).map(({ place }) => place), assistants: [grader.id] },
    ],
  })
  const [one, two] = made.roomIds
  const placeOf = (name: string) => people.find((person) => person.name === name)?.place ?? ''
  expect(await database().graderRoom.findMany({ where: { userId: grader.id } })).toMatchObject([{ roomId: two }])

  // Three seats are at each table, of which two wait for its section: one stranger finds a seat at each, and no third does.
  const arriving = async (name: string) => {
    const joined = await joinByCode({ code: made.code, name, userAgent: 'a test', visitor: null })
    return joined.ok ? joined.roomId : joined.refusal
  }
  expect(new Set([await arriving('A guest'), await arriving('Another guest')])).toEqual(new Set([one, two]))
  expect(await arriving('A third guest')).toBe('full')
  expect([await arriving('Bo'), await arriving('mei')]).toEqual([two, one])

  const before = await readSeating(made.activityId)
  expect(before?.people.map(({ table }) => table)).toEqual([one, one, two, two])
  const draw = { by: 'lot', who: 'unlocked', number: 3 } as const
  const drawn = await changeSeating(made.activityId, instructor.id, { version: 0, change: { do: 'draw', draw } })
  const tableOf = new Map(drawn?.seating.prepared.map(({ place, table }) => [place, table]))
  expect([tableOf.get(placeOf('Jonas')), tableOf.get(placeOf('Amara'))]).toEqual([one, two])

  // Made again in the same course it keeps its tables; in another there is nobody to keep them for.
  const again = await repeatSeminar(made.activityId, { courseId, title: 'Again', by: instructor.id })
  const kept = await readSeating(again ?? '')
  expect(kept?.people.map(({ table }) => kept.tables.findIndex(({ id }) => id === table))).toEqual([0, 0, 1, 1])
})
