/** A debate made from a roster: rooms of nearly equal size, seats drawn by a stored seed, and deadlines that the live rooms meet. */
import { expect, onTestFinished, test } from 'vitest'
import { database } from '#server/base/database'
import { judgeRecord } from '#server/jobs/thread/judged-record'
import { readPastedRoster } from '#server/jobs/thread/roster-reading/pasted-roster'
import { scheduleAgenda } from '#server/store/activities/deadlines'
import { readParticipants } from '#server/store/activities/participants'
import { readSettings } from '#server/store/activities/settings'
import { writeRoster } from '#server/store/courses/roster'
import { placeArrivals, readArrivals } from '#server/store/courses/roster-arrivals'
import { createHomework, roomChoices, roomSizes } from '#server/store/homework/homework'
import { openRoomLog } from '#server/store/log/room-log'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { delegationIds } from '#simulation/agenda/parties'
import { fold } from '#simulation/engine/room'
import { participantActor, personId, type RoomId, roomId } from '#simulation/kernel/ids'
import { homeworkAgendaOf } from '#simulation/planning/homework-planning'
import { recordText } from '#simulation/reading/record/record-text'
import { seatsOf } from '#simulation/scenario/lookup'
import type { Scenario } from '#simulation/scenario/scenario'
import { actingHead, type RoomState } from '#simulation/state/room-state'
import { useFreshDatabase } from '../../support/machines/database'
import { scenarioOf } from '../../support/scenarios/any-number'
import { accepted, newId } from '../live/given/given-page'
import { givenRooms } from '../live/given/given-room'
import { BEFORE, givenCourse, givenHomework, names, START, weekOf, ZONE } from './given-homework'

const fresh = useFreshDatabase()
const HOUR = 3_600_000
const at = (wall: string) => Date.parse(`${wall}+09:00`)

async function stateOf(room: RoomId): Promise<RoomState> {
  const log = openRoomLog(fresh.url(), 1)
  const state = fold(await log.read(room))
  await log.close()
  if (!state) throw new Error('The room has no log.')
  return state
}

/** The live rooms of a server that starts at this instant and ends the phases that fell due before. */
async function inSession(room: RoomId, now: number) {
  const { rooms, time } = givenRooms(fresh.url(), now)
  onTestFinished(() => rooms.close())
  await rooms.wake(() => true)
  const session = rooms.find(room)
  if (!session) throw new Error('The room was not taken up.')
  const settled = () => session.room.settled()
  return {
    room: session.room,
    session,
    time,
    moveTo: (instant: number) => time.moveTo(instant, settled),
    state: () => session.room.state as RoomState,
  }
}

test('a class is dealt into rooms of six to twenty-four that differ by one at most', () => {
  expect([5, 6, 18, 24, 25, 48, 300].map(roomChoices)).toEqual([
    { fewest: 1, most: 1, usual: 1 },
    { fewest: 1, most: 1, usual: 1 },
    { fewest: 1, most: 3, usual: 1 },
    { fewest: 1, most: 4, usual: 2 },
    { fewest: 2, most: 4, usual: 2 },
    { fewest: 2, most: 8, usual: 3 },
    { fewest: 13, most: 50, usual: 17 },
  ])
  expect(roomSizes(50, 3)).toEqual([17, 17, 16])
})

test('every place of the roster gets a room and a seat, and teams are even', async () => {
  const made = await givenHomework(names(20), { roomCount: 3 })
  const people = await readParticipants(made.activityId)
  expect(people).toHaveLength(20)
  expect(people.every(({ rosterPlaceId }) => rosterPlaceId !== null)).toBe(true)
  for (const [index, room] of made.rooms.entries()) {
    const state = await stateOf(room)
    const seats = Object.values(state.seats)
    const own = people.filter(({ roomId }) => roomId === room).map(({ id }) => id)
    expect(own).toHaveLength([7, 7, 6][index] ?? 0)
    expect(new Set(seats.flatMap(({ holder }) => holder ?? []))).toEqual(new Set(own))
    const teams = delegationIds(state.plan).map(
      (delegation) => seats.filter((seat) => seat.delegation === delegation && seat.holder !== null).length,
    )
    expect(Math.max(...teams) - Math.min(...teams)).toBeLessThanOrEqual(1)
    expect(seats.some((seat) => seat.head && seat.holder === null)).toBe(false)
  }
})

/** Two parties, each with this many more offices than the scenario has. */
function twoParties(more: number): Scenario {
  const scenario = scenarioOf(2)
  const added = scenario.delegations.flatMap(({ id }) => {
    const [office] = seatsOf(scenario, id)
    if (!office) throw new Error(`${id} has no office.`)
    const places = Array.from({ length: more }, (_, place) => place)
    return places.map((place) => ({ ...office, id: `${id}.aide${place}`, head: false, order: 10 + place }))
  })
  return { ...scenario, seats: [...scenario.seats, ...added] }
}

test.for([
  [18, 0],
  [24, 0],
  [24, 13],
] as const)('two parties share one room of %d people, with %d more offices each', async ([count, offices]) => {
  const course = await givenCourse(names(count))
  const scenario = twoParties(offices)
  const agenda = homeworkAgendaOf(scenario, 'week')
  const phases = scheduleAgenda(agenda, START, ZONE).phases.map((phase) => ({ ...phase, requires: [] }))
  for (const understudies of [false, true]) {
    const asked = { scenario, agendaKey: agenda.key, rounds: [...agenda.plays], phases, understudies }
    const made = await createHomework(weekOf(course, asked))
    if (made === 'no-roster') throw new Error('The story has no roster.')
    // Beside understudies a seat stays free for who comes late, where there is an office for it.
    const each = count / 2 + (understudies && offices > 0 ? 1 : 0)
    expect((await readSettings(made.activityId)).seatsPerDelegation).toBe(each)
    const { seats } = await stateOf(roomId.parse(made.roomIds[0]))
    expect(Object.values(seats).filter(({ holder }) => holder !== null)).toHaveLength(count)
    const reading = await readRoomFor(course.instructor, made.roomIds[0] ?? '')
    if (!reading) throw new Error('There is nothing to read.')
    const judged = judgeRecord(new TextEncoder().encode(recordText(reading)), newId(), () => undefined)
    expect(judged).toMatchObject({ ok: true, settings: { seatsPerDelegation: each } })
  }
})

test('the instant, the wall time and the zone of every deadline stand in the activity', async () => {
  const made = await givenHomework(names(6))
  const { homework } = await readSettings(made.activityId)
  expect(homework).toMatchObject({ timeZone: 'Asia/Tokyo', lateHours: 48, postFirst: true })
  expect(homework?.phases[1]?.due).toEqual({ wall: '2037-12-01T20:00', at: at('2037-12-01T20:00') })
  expect((await stateOf(made.rooms[0]!)).plan.phases[1]?.dueAt).toBe(at('2037-12-01T20:00'))
})

test('a second debate of the course seats the same people, so that one link opens both', async () => {
  const made = await givenHomework(names(6))
  const again = await createHomework(weekOf(made))
  const users = async (activityId: string) =>
    (await readParticipants(activityId)).map(({ userId }) => userId).toSorted()
  expect(again).not.toBe('no-roster')
  expect(again !== 'no-roster' && (await users(again.activityId))).toEqual(await users(made.activityId))
})

test('whoever comes onto the roster later is given the emptiest room, once, and takes a free seat there', async () => {
  const made = await givenHomework(names(7), { roomCount: 2, understudies: true })
  expect(await readArrivals(made.activityId)).toEqual([])
  await writeRoster(made.courseId, readPastedRoster([...names(7), 'Wen Abara'].join('\n')).places)
  expect(await readArrivals(made.activityId)).toMatchObject([{ name: 'Wen Abara', here: 0 }])
  expect(await placeArrivals(made.activityId)).toBe(1)
  expect(await placeArrivals(made.activityId)).toBe(0)
  const wen = (await readParticipants(made.activityId)).find(({ name }) => name === 'Wen Abara')
  expect(wen?.roomId).toBe(made.rooms[1])
  const week = await inSession(made.rooms[1]!, BEFORE)
  const come = await week.room.ask(participantActor(personId.parse(wen?.id)), newId(), { type: 'takeSeat', seat: null })
  accepted(come)
})

test('without a roster nothing is made', async () => {
  const course = await givenCourse([])
  expect(await createHomework(weekOf(course))).toBe('no-roster')
  expect(await database().activity.count({ where: { courseId: course.courseId } })).toBe(0)
})

test('H1 a week runs by itself from its first morning to its last evening, each phase at its planned instant', async () => {
  const made = await givenHomework(names(6))
  const week = await inSession(made.rooms[0]!, BEFORE)
  await week.moveTo(at('2037-11-29T23:59'))
  expect(week.state().agenda.status).toBe('lobby')
  await week.moveTo(at('2037-12-08T00:00'))
  const ends = week.room.rows.flatMap(({ event }) => (event.type === 'PhaseEnded' ? [event] : []))
  expect(ends.map(({ cause }) => cause)).toEqual(ends.map(() => 'planned'))
  expect(ends.map(({ endedAt }) => endedAt)).toEqual(week.state().plan.phases.map(({ dueAt }) => dueAt))
  expect(week.state().agenda.status).toBe('finished')
  expect(week.state().unsealedAt).not.toBeNull()
  expect(week.room.rows.filter(({ event }) => event.type === 'InjectSent')).toHaveLength(2)
})

test('H1 a deadline that passed while the server was down is kept once, at its planned time', async () => {
  const made = await givenHomework(names(6))
  const before = await inSession(made.rooms[0]!, BEFORE)
  await before.moveTo(at('2037-11-30T10:00'))
  before.session.clock.stop()
  const back = at('2037-12-01T21:30')
  const after = await inSession(made.rooms[0]!, back)
  await after.moveTo(back + 1_000)
  const ends = after.room.rows.flatMap(({ event, at }) => (event.type === 'PhaseEnded' ? [{ ...event, at }] : []))
  expect(ends).toMatchObject([
    { index: 0, endedAt: at('2037-11-30T20:00'), cause: 'planned', at: back },
    { index: 1, endedAt: at('2037-12-01T20:00'), cause: 'planned' },
  ])
  const third = await inSession(made.rooms[0]!, back + HOUR)
  await third.moveTo(back + HOUR + 1_000)
  expect(third.room.rows.filter(({ event }) => event.type === 'PhaseEnded')).toHaveLength(2)
})

test('H1 between two phases, and before the first, a server that starts takes the room up; after the last it does not', async () => {
  const made = await givenHomework(names(6))
  const room = made.rooms[0]!
  const log = openRoomLog(fresh.url(), 1)
  expect(await log.readRunning()).toContain(room)
  const between = await inSession(room, BEFORE)
  await between.moveTo(at('2037-12-01T22:00'))
  expect(between.state().agenda).toEqual({ index: 1, status: 'between' })
  expect(await log.readRunning()).toContain(room)
  await between.moveTo(at('2037-12-08T00:00'))
  expect(await log.readRunning()).not.toContain(room)
  await log.close()
})

test('S10 S22 in a debate over days only who acts as head is marked absent, however long somebody stays away', async () => {
  const made = await givenHomework(names(6))
  const week = await inSession(made.rooms[0]!, BEFORE)
  const holder = Object.values(week.state().seats).flatMap((seat) => seat.holder ?? [])[0]!
  week.session.presence.came(holder)
  await week.moveTo(at('2037-11-30T09:00'))
  week.session.presence.went(holder, week.time.now())
  week.session.clock.arm()
  await week.moveTo(at('2037-12-01T09:00'))
  const { rows } = week.room
  const absent = rows.flatMap(({ event }, place) => {
    if (event.type !== 'SeatAbsent') return []
    const before = fold(rows.slice(0, place))
    const side = before?.seats[event.seat]?.delegation
    return [{ seat: event.seat, acting: before && side ? actingHead(before, side)?.id : null }]
  })
  expect(absent.length).toBeGreaterThan(0)
  for (const { seat, acting } of absent) expect(seat).toBe(acting)
})
