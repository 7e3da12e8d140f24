import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { accessActivity, accessCourse, accessRoom } from '#server/store/access/access'
import { addParticipant, moveToRoom } from '#server/store/activities/participants'
import type { Person } from '#server/store/people/users'
import { readRoomMovedTo } from '#server/store/rooms/room-moved-to'
import { personId, seatId } from '#simulation/kernel/ids'
import { useFreshDatabase } from '../../../support/machines/database'
import { assistant, givenAccount, givenActivity, givenColleague, givenGuest } from '../given-store'
import { chairDoes, readmits, removes } from '../roster/given-removal'

useFreshDatabase()

type Reach = 'staff' | 'participant' | null

/** What each actor may reach: their course's rows, another activity of that course, and another course's. */
const matrix: Record<
  string,
  { course: Reach; own: Reach; ownRoom?: Reach; ownOtherRoom: Reach; sameCourse: Reach; otherCourse: Reach }
> = {
  instructor: { course: 'staff', own: 'staff', ownOtherRoom: 'staff', sameCourse: 'staff', otherCourse: null },
  grader: { course: 'staff', own: null, ownRoom: 'staff', ownOtherRoom: null, sameCourse: null, otherCourse: null },
  assistant: { course: 'staff', own: 'staff', ownOtherRoom: 'staff', sameCourse: 'staff', otherCourse: null },
  otherInstructor: { course: null, own: null, ownOtherRoom: null, sameCourse: null, otherCourse: 'staff' },
  admin: { course: 'staff', own: 'staff', ownOtherRoom: 'staff', sameCourse: 'staff', otherCourse: 'staff' },
  student: { course: null, own: 'participant', ownOtherRoom: null, sameCourse: null, otherCourse: null },
  guest: { course: null, own: 'participant', ownOtherRoom: null, sameCourse: null, otherCourse: null },
  removedStudent: { course: null, own: null, ownOtherRoom: null, sameCourse: null, otherCourse: null },
  stranger: { course: null, own: null, ownOtherRoom: null, sameCourse: null, otherCourse: null },
}

const people: Record<string, Person> = {}
let own: Awaited<ReturnType<typeof givenActivity>>
let same: Awaited<ReturnType<typeof givenActivity>>
let other: Awaited<ReturnType<typeof givenActivity>>

beforeAll(async () => {
  own = await givenActivity({ settings: { roomCount: 2 } })
  same = await givenActivity({ instructor: own.instructor, courseId: own.courseId })
  other = await givenActivity({ instructor: await givenAccount('Another Instructor') })
  people.instructor = own.instructor
  people.otherInstructor = other.instructor
  people.admin = await givenAccount('Admin', { isAdmin: true })
  people.assistant = await givenColleague(own.courseId, await givenAccount('Assistant'), assistant)
  people.grader = await givenColleague(own.courseId, await givenAccount('Grader'), {
    part: 'grader',
    rooms: own.roomIds.slice(0, 1),
  })
  people.student = await givenAccount('Mei Castellano')
  people.guest = (await givenGuest('Jonas Weber')).person
  people.removedStudent = await givenAccount('Callum Reid')
  people.stranger = await givenAccount('Stranger')
  const roomId = own.roomIds[0] ?? null
  for (const who of ['student', 'guest', 'removedStudent']) {
    const person = people[who]
    if (!person) throw new Error(who)
    const id = await addParticipant(database(), {
      activityId: own.activityId,
      roomId,
      userId: person.id,
      name: person.name,
    })
    if (who === 'removedStudent') await removes(roomId ?? '', own.instructor.id, id)
  }
})

describe.each(Object.entries(matrix))('%s', (who, may) => {
  const person = () => {
    const found = people[who]
    if (!found) throw new Error(who)
    return found
  }
  test('reaches the course only as its staff', async () => {
    const found = await accessCourse(person(), own.courseId, 'see-course')
    expect(found === null ? null : 'staff').toBe(may.course)
  })
  test('reaches activities as the matrix says', async () => {
    expect((await accessActivity(person(), own.activityId))?.as.kind ?? null).toBe(may.own)
    expect((await accessActivity(person(), same.activityId))?.as.kind ?? null).toBe(may.sameCourse)
    expect((await accessActivity(person(), other.activityId))?.as.kind ?? null).toBe(may.otherCourse)
  })
  test('reaches rooms as the matrix says', async () => {
    const [first = '', second = ''] = own.roomIds
    expect((await accessRoom(person(), first))?.as.kind ?? null).toBe(may.ownRoom ?? may.own)
    expect((await accessRoom(person(), second))?.as.kind ?? null).toBe(may.ownOtherRoom)
    expect((await accessRoom(person(), same.roomIds[0] ?? ''))?.as.kind ?? null).toBe(may.sameCourse)
    expect((await accessRoom(person(), other.roomIds[0] ?? ''))?.as.kind ?? null).toBe(may.otherCourse)
  })
  test('cannot tell a row that is not theirs from one that does not exist', async () => {
    expect(await accessRoom(person(), 'no-such-room')).toBeNull()
    expect(await accessActivity(person(), 'no-such-activity')).toBeNull()
    expect(await accessCourse(person(), 'no-such-course', 'see-course')).toBeNull()
  })
})

test('what many ask at once is judged for each by itself', async () => {
  const { activityId, roomIds } = await givenActivity({ settings: { roomCount: 2 } })
  const [one, other] = await Promise.all(
    roomIds.map(async (roomId, index) => {
      const { person } = await givenGuest(`Guest ${index}`)
      await addParticipant(database(), { activityId, roomId, userId: person.id, name: person.name })
      return person
    }),
  )
  if (!one || !other) throw new Error('There are not two tables.')
  // In one turn of the event loop, so that the batch loader asks for all in one query.
  const reached = await Promise.all(
    [one, other].flatMap((person) =>
      roomIds.map(async (roomId) => (await accessRoom(person, roomId))?.room.id ?? null),
    ),
  )
  expect(reached).toEqual([roomIds[0], null, null, roomIds[1]])
})

test('a part is what was given, but for who owns the course or keeps the house', async () => {
  const partOf = async (who: Person | undefined) =>
    (await accessCourse(who ?? own.instructor, own.courseId, 'see-course'))?.part
  expect(await partOf(people.assistant)).toBe('assistant')
  expect(await partOf(people.grader)).toBe('grader')
  expect(await partOf(own.instructor)).toBe('owner')
  expect(await partOf(people.admin)).toBe('administrator')
})

test('whoever sits at a table does not grade it', async () => {
  const { courseId, activityId, roomIds } = await givenActivity({ settings: { roomCount: 2 } })
  const [table = '', next = ''] = roomIds
  const person = await givenColleague(courseId, await givenAccount('Both'), { part: 'grader', rooms: roomIds })
  const participantId = await addParticipant(database(), {
    ...{ activityId, roomId: table, userId: person.id, name: person.name },
  })
  expect((await accessRoom(person, table))?.as).toEqual({ kind: 'participant', participantId })
  expect((await accessRoom(person, next))?.as).toEqual({ kind: 'staff', part: 'grader' })
})

test('an act that the part does not allow is answered as if there were no such course', async () => {
  expect(await accessCourse(people.assistant ?? own.instructor, own.courseId, 'change-people')).toBeNull()
  expect(await accessCourse(people.grader ?? own.instructor, own.courseId, 'edit-roster')).toBeNull()
  expect(await accessCourse(own.instructor, own.courseId, 'change-people')).not.toBeNull()
})

test('whoever the chair removes in the room loses its pages too, until the chair readmits them', async () => {
  const { activityId, roomIds, instructor } = await givenActivity({})
  const roomId = roomIds[0] ?? ''
  const { person } = await givenGuest('Lena Fischer')
  const place = { activityId, roomId, userId: person.id, name: person.name }
  const id = await addParticipant(database(), place)
  expect(await accessRoom(person, roomId)).not.toBeNull()
  await removes(roomId, instructor.id, id)
  expect(await accessRoom(person, roomId)).toBeNull()
  expect(await accessActivity(person, activityId)).toBeNull()
  await readmits(roomId, instructor.id, id)
  expect(await accessRoom(person, roomId)).not.toBeNull()
})

test('what is no id leads to nothing, and harms nobody who asks at the same moment', async () => {
  const { activityId, courseId, roomIds, instructor } = await givenActivity({})
  const roomId = roomIds[0] ?? ''
  const odd = ['\0', `${roomId}\0`, '\ud800', '', ' ', `${roomId}'`, '../x', 'x'.repeat(65), '__proto__\n']
  for (const id of odd) {
    expect(await accessCourse(instructor, id, 'see-course')).toBeNull()
    expect(await accessActivity(instructor, id)).toBeNull()
    const [bad, good] = await Promise.all([accessRoom(instructor, id), accessRoom(instructor, roomId)])
    expect({ id, bad, good: good?.room.id }).toEqual({ id, bad: null, good: roomId })
  }
  expect((await accessActivity(instructor, activityId))?.activity.id).toBe(activityId)
  expect((await accessCourse(instructor, courseId, 'see-course'))?.course.id).toBe(courseId)
})

test('whoever sat at a table and was moved to another is led there, and nobody else is led anywhere', async () => {
  const { activityId, roomIds, instructor } = await givenActivity({ settings: { roomCount: 2 } })
  const [from = '', to = ''] = roomIds
  const placed = async (name: string, roomId: string) => {
    const { person } = await givenGuest(name)
    return { person, id: await addParticipant(database(), { activityId, roomId, userId: person.id, name }) }
  }
  const mei = await placed('Mei Castellano', from)
  const [beside, stranger] = [await placed('Jonas Weber', to), await givenAccount('Nobody Here')]
  await chairDoes(from, instructor.id, {
    type: 'placePerson',
    seat: seatId.parse('us.state'),
    person: personId.parse(mei.id),
  })
  expect(await readRoomMovedTo(mei.person, from)).toBeNull()
  await chairDoes(from, instructor.id, { type: 'placePerson', seat: null, person: personId.parse(mei.id) })
  await moveToRoom(activityId, mei.id, to)
  expect(await accessRoom(mei.person, from)).toBeNull()
  expect(await readRoomMovedTo(mei.person, from)).toBe(to)
  expect(await readRoomMovedTo(mei.person, to)).toBeNull()
  for (const person of [beside.person, stranger]) expect(await readRoomMovedTo(person, from)).toBeNull()
  expect(await readRoomMovedTo(mei.person, other.roomIds[0] ?? '')).toBeNull()
  await removes(to, instructor.id, mei.id)
  expect(await readRoomMovedTo(mei.person, from)).toBeNull()
})
