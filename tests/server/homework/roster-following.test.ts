/** A homework debate that runs follows its course's roster; one that is over does not. */
import { expect, onTestFinished, test } from 'vitest'
import { database, runQueryIn } from '#server/base/database'
import { readPastedRoster } from '#server/jobs/thread/roster-reading/pasted-roster'
import { commandAsChair } from '#server/store/activities/chair-commands'
import { moveToRoom, readParticipants } from '#server/store/activities/participants'
import { readClassList } from '#server/store/courses/class-list'
import { writeRoster } from '#server/store/courses/roster'
import { newcomersAmong } from '#server/store/courses/roster-arrivals'
import { giveExtraTime } from '#server/store/courses/roster-following'
import { createHomework } from '#server/store/homework/homework'
import { syncMembership } from '#server/store/log/membership'
import { readRoomState } from '#server/store/log/room-reading'
import { personId, roomId } from '#simulation/kernel/ids'
import { tablesBySection } from '#simulation/seating/class-tables'
import { seatHeldBy } from '#simulation/state/room-state'
import { useFreshDatabase } from '../../support/machines/database'
import { givenRooms } from '../live/given/given-room'
import { givenAccount } from '../store/given-store'
import { BEFORE, givenCourse, givenHomework, names, weekOf } from './given-homework'

const fresh = useFreshDatabase()
type Made = Awaited<ReturnType<typeof givenHomework>>

const save = ({ courseId, instructor }: Made, lines: readonly string[]) =>
  writeRoster(courseId, readPastedRoster(lines.join('\n')).places, undefined, undefined, instructor.id)
const named = async ({ activityId }: Made, name: string) =>
  (await readParticipants(activityId)).find((one) => one.name === name)
const row = (id: string) => database().participant.findUniqueOrThrow({ where: { id }, include: { rosterPlace: true } })

async function stateOf(made: Made) {
  const { rooms, time } = givenRooms(fresh.url(), BEFORE)
  onTestFinished(() => rooms.close())
  const live = await rooms.open(made.rooms[0]!)
  if (!live) throw new Error('The room has no log.')
  return { state: () => live.room.state!, time, read: () => live.room.readLog(), room: live.room }
}

test('who leaves the roster is out of a debate that runs, and comes back to their seat’s record when listed again', async () => {
  const made = await givenHomework(names(6))
  const { state, read } = await stateOf(made)
  const { id } = (await named(made, 'Student 2'))!
  const person = personId.parse(id)
  expect(seatHeldBy(state(), person)).not.toBeNull()
  await save(
    made,
    names(6).filter((name) => name !== 'Student 2'),
  )
  await read()
  expect(seatHeldBy(state(), person)).toBeNull()
  expect(state().removed).toContain(person)
  expect(await row(id)).toMatchObject({ rosterPlace: null, removedAt: expect.any(Date) })
  await save(made, names(6))
  await read()
  expect(state().removed).not.toContain(person)
  expect(await row(id)).toMatchObject({ rosterPlace: { name: 'Student 2' }, removedAt: null })
  expect(await readParticipants(made.activityId)).toHaveLength(6)
})

test('who comes onto the roster has a room and a link at once, and a changed name is changed in the debate', async () => {
  const made = await givenHomework(['Amara Okonkwo,amara@x.edu,', 'Ben Ito,ben@x.edu,', ...names(5)])
  const before = await named(made, 'Amara Okonkwo')
  await database().participant.updateMany({ data: { createdAt: new Date(Date.now() - 3_600_000) } })
  await save(made, ['Amara Okonkwo-Smith,amara@x.edu,', 'Ben Ito,ben@x.edu,', ...names(5), 'Wen Abara'])
  expect(await named(made, 'Amara Okonkwo-Smith')).toMatchObject({ id: before!.id })
  const wen = await named(made, 'Wen Abara')
  expect(wen).toMatchObject({ roomId: made.rooms[0] })
  const people = await readParticipants(made.activityId)
  expect(newcomersAmong(people, Date.now()).map(({ name }) => name)).toEqual(['Wen Abara'])
  expect(newcomersAmong(people, Date.now() + 86_400_000)).toEqual([])
  const { rosterPlaceId } = await row(wen!.id)
  expect(await database().personalLink.count({ where: { rosterPlaceId: rosterPlaceId! } })).toBe(1)
})

test('a debate that is over keeps everybody, whatever becomes of the roster', async () => {
  const made = await givenHomework(names(6))
  const { id } = (await named(made, 'Student 2'))!
  await database().roomSummary.updateMany({ data: { phaseStatus: 'finished' } })
  await save(made, ['Somebody Else'])
  expect((await row(id)).removedAt).toBeNull()
  expect(await readParticipants(made.activityId)).toHaveLength(6)
})

test('H32 extra time of the class list stands in each debate: one that runs, one made later, and another room', async () => {
  const made = await givenHomework(names(6))
  const { state, read } = await stateOf(made)
  const { id, rosterPlaceId } = (await named(made, 'Student 2'))!
  const give = (percent: number) => giveExtraTime(made.courseId, rosterPlaceId!, percent)
  const percents = async (activityId: string) => {
    const people = await database().participant.findMany({ where: { activityId }, select: { id: true, roomId: true } })
    const states = await Promise.all(
      people.map(async (one) => [one.id, await readRoomState(one.roomId ?? '')] as const),
    )
    return states.flatMap(([person, room]) => room?.extraTime[person]?.percent ?? [])
  }
  expect(await give(50)).toBe(true)
  await read()
  expect(state().extraTime[id]).toMatchObject({ percent: 50 })
  const openings = state().plan.phases.findIndex(({ kind }) => kind === 'openings')
  expect(state().extensions[`${id}/${openings}`]).toBeGreaterThan(state().plan.phases[openings]?.dueAt ?? Number.NaN)
  const rows = await database().roomEvent.count()
  await give(50)
  expect(await database().roomEvent.count()).toBe(rows)

  const later = await createHomework(weekOf(made, { roomCount: 2, at: Date.now() }))
  if (later === 'no-roster') throw new Error('The roster is there.')
  expect(await percents(later.activityId)).toEqual([50])
  const moved = (await named({ ...made, activityId: later.activityId }, 'Student 2'))!
  const other = later.roomIds.find((room) => room !== moved.roomId)!
  await moveToRoom(later.activityId, moved.id, other)
  expect((await readRoomState(other))?.extraTime[moved.id]).toMatchObject({ percent: 50 })

  await give(0)
  expect(await percents(made.activityId)).toEqual([0])
  await save(made, [...names(6), 'Wen Abara'])
  expect(await percents(made.activityId)).toEqual([0])
  expect(await giveExtraTime(made.courseId, 'nobody', 10)).toBe(false)
})

test('H34 rooms follow the sections of the roster, graders have those that are theirs, and a newcomer goes to their section', async () => {
  const section = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${name} Student ${index + 1}\t${name}${index}@x.edu\t\t${name}`)
  const lines = ['Name\tE-mail\tNumber\tSection', ...section('A', 4), ...section('B', 7)]
  const course = await givenCourse(lines)
  const grader = await givenAccount('Greta')
  await database().courseStaff.create({ data: { courseId: course.courseId, userId: grader.id, role: 'grader' } })
  const { tables } = tablesBySection((await readClassList(course.courseId)).people, { atTable: 24, tables: 9 })
  const planned = tables.map(({ people }, at) => ({
    ...{ places: people.map(({ place }) => place), assistants: at === 1 ? [grader.id] : [] },
  }))
  const made = await createHomework(weekOf(course, { roomCount: 5, tables: planned }))
  if (made === 'no-roster') throw new Error('The roster is there.')
  const sections = async () =>
    Promise.all(
      made.roomIds.map(async (roomId) => {
        const people = await database().participant.findMany({ where: { roomId }, include: { rosterPlace: true } })
        return people
          .map(({ rosterPlace }) => rosterPlace?.section)
          .toSorted()
          .join('')
      }),
    )
  expect(await sections()).toEqual(['AAAA', 'BBBBBBB'])
  expect(await database().graderRoom.findMany({ select: { userId: true, roomId: true } })).toEqual([
    { userId: grader.id, roomId: made.roomIds[1] },
  ])
  const { places } = readPastedRoster([...lines, 'Wen\tw@x.edu\t\tB', 'Xi\tx@x.edu\t\tC'].join('\n'))
  await writeRoster(course.courseId, places, undefined, undefined, course.instructor.id)
  expect(await sections()).toEqual(['AAAAC', 'BBBBBBBB'])
})

test('H32 who is taken out and comes back has the extra time of before, or what was given meanwhile', async () => {
  const made = await givenHomework(names(6))
  const { state, read } = await stateOf(made)
  const { id, rosterPlaceId } = (await named(made, 'Student 2'))!
  await giveExtraTime(made.courseId, rosterPlaceId!, 50)
  await save(
    made,
    names(6).filter((name) => name !== 'Student 2'),
  )
  await save(made, names(6))
  expect((await row(id)).rosterPlace).toMatchObject({ extraTime: 50 })
  // Removed at the desk the line stays, and what is given to it then is known when they are let in again.
  const command = { type: 'removePerson', person: personId.parse(id) } as const
  await database().$transaction(async (on) => {
    await commandAsChair(on, {
      room: roomId.parse(made.rooms[0]),
      chairId: made.instructor.id,
      source: 'desk',
      command,
    })
    await syncMembership(runQueryIn(on), [id])
  })
  await giveExtraTime(made.courseId, (await row(id)).rosterPlaceId!, 80)
  await read()
  expect(state().extraTime[id]).toMatchObject({ percent: 80 })
})
