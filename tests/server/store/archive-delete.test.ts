/** Courses and seminars are renamed, archived, repeated and deleted; what was deleted is nobody's until it is put back. */
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { accessActivity, accessCourse, accessRoom } from '#server/store/access/access'
import { createSeminar, readActivities, readScenario } from '#server/store/activities/activities'
import { readDoorState } from '#server/store/activities/door-state'
import { readParticipants, readParticipations } from '#server/store/activities/participants'
import { readRooms } from '#server/store/activities/rooms'
import { readSettings } from '#server/store/activities/settings'
import {
  accessActivityToEdit,
  accessDeletedCourse,
  archiveActivity,
  archiveCourse,
  cleanTitle,
  deleteActivity,
  deleteCourse,
  KEPT_DAYS,
  purgeDeleted,
  readDeletedActivities,
  readDeletedCourses,
  restoreActivity,
  restoreCourse,
} from '#server/store/courses/archive-delete'
import { repeatCourse, repeatSeminar } from '#server/store/courses/copy-activity'
import { createCourse, readCourses } from '#server/store/courses/courses'
import { acceptInvitation, findInvitation, invite } from '#server/store/courses/invitations'
import { readRoster, writeRoster } from '#server/store/courses/roster'
import { closeDoor, findOwnPlace, openDoor, readDoorPath, readLinkedDoor, readOpenDoor } from '#server/store/door/door'
import { answerJoinRequest, createJoinRequest, readWaiting } from '#server/store/door/join-requests'
import { eraseUser } from '#server/store/erasure/erasure'
import { useFreshDatabase } from '../../support/machines/database'
import { chinaGap } from '../../support/stories/china-gap'
import { mustJoin } from './door/given-door'
import { assistant, givenAccount, givenActivity, givenColleague, listen, plainSettings } from './given-store'

useFreshDatabase()

const DAY_MS = 86_400_000

async function given() {
  const of = await givenActivity({ settings: { roomCount: 2 } })
  const joined = await mustJoin(of.code, 'Mei Castellano')
  const owner = await database().user.findFirstOrThrow({ where: { ownedCourses: { some: { id: of.courseId } } } })
  const student = { id: joined.userId, isAdmin: false }
  const word = (await readDoorPath(of.activityId)).split('w=')[1] ?? ''
  /** Every way to the activity that there is. */
  const ways = async () => ({
    course: await accessCourse(owner, of.courseId, 'see-course'),
    activity: await accessActivity(owner, of.activityId),
    staffRoom: await accessRoom(owner, of.roomIds[0] ?? ''),
    ownRoom: await accessRoom(student, joined.roomId ?? ''),
    code: await readOpenDoor(of.code),
    link: await readLinkedDoor(of.code, word),
    ownPlace: await findOwnPlace(of.code, joined.userId),
    places: (await readParticipations(joined.userId))[0] ?? null,
    listed: (await readActivities(of.courseId))[0] ?? null,
  })
  return { ...of, owner, student, joined, ways }
}

const open = (ways: Record<string, unknown>) => Object.keys(ways).filter((way) => ways[way] !== null)

test('a deleted seminar is gone by every way and for everybody, and comes back whole', async () => {
  const of = await given()
  expect(open(await of.ways())).toHaveLength(9)
  const { heard, stop } = await listen('door')
  await deleteActivity(of.activityId)
  expect(open(await of.ways())).toEqual(['course'])
  await expect.poll(() => heard).toContain(of.activityId)
  await stop()
  expect(await readDeletedActivities(of.courseId)).toMatchObject([{ id: of.activityId, title: 'The alliance gap' }])
  await restoreActivity(of.activityId)
  expect(open(await of.ways())).toHaveLength(9)
  expect(await readDeletedActivities(of.courseId)).toEqual([])
})

test('a deleted course is gone with all that is in it, and only its owner can put it back', async () => {
  const of = await given()
  const helper = await givenColleague(of.courseId, await givenAccount('Tomás'), assistant)
  await deleteCourse(of.courseId)
  expect(open(await of.ways())).toEqual(['listed'])
  expect(await readCourses(of.owner.id)).toEqual([])
  expect(await accessDeletedCourse(helper, of.courseId)).toBeNull()
  expect(await readDeletedCourses(helper)).toEqual([])
  expect(await accessActivityToEdit(of.owner, of.activityId)).toBeNull()
  expect((await readDeletedCourses(of.owner))[0]?.id).toBe(of.courseId)
  expect(await accessDeletedCourse(of.owner, of.courseId)).toMatchObject({ id: of.courseId })
  await restoreCourse(of.courseId)
  expect(open(await of.ways())).toHaveLength(9)
})

test('nobody is invited to a deleted course, and no request to join what is deleted is answered', async () => {
  const of = await given()
  const made = await invite({ by: of.owner, email: null, to: { courseId: of.courseId, ...assistant } })
  await closeDoor(of.activityId)
  await createJoinRequest({ code: of.code, name: 'Jonas Weber' })
  const [request] = await readWaiting(of.activityId)
  if (!made.ok || !request) throw new Error('Nobody is invited, or nobody has asked.')
  const person = await givenAccount('Tomás')
  const answer = { requestId: request.id, by: of.owner, admit: true }
  await deleteCourse(of.courseId)
  expect(await findInvitation(made.token)).toBeNull()
  expect(await acceptInvitation(made.token, person)).toEqual({ kind: 'not-found' })
  expect(await answerJoinRequest(answer)).toBe('not-found')
  await restoreCourse(of.courseId)
  expect(await findInvitation(made.token)).toMatchObject({ to: { courseId: of.courseId } })
  expect(await acceptInvitation(made.token, person)).toMatchObject({ kind: 'accepted' })
  expect(await answerJoinRequest(answer)).toBe('answered')
})

test('what was deleted is cleared away after its days, and not before', async () => {
  const of = await given()
  await deleteActivity(of.activityId)
  const deletedAt = Date.now()
  expect(await purgeDeleted(new Date(deletedAt + KEPT_DAYS * DAY_MS - 60_000))).toBe(0)
  await restoreActivity(of.activityId)
  expect(await purgeDeleted(new Date(deletedAt + 2 * KEPT_DAYS * DAY_MS))).toBe(0)
  await deleteActivity(of.activityId)
  expect(await purgeDeleted(new Date(Date.now() + KEPT_DAYS * DAY_MS + 60_000))).toBe(1)
  expect(await database().roomEvent.count({ where: { roomId: { in: of.roomIds } } })).toBe(0)
})

test('an erasure finds a person in what is deleted too', async () => {
  const of = await given()
  await deleteCourse(of.courseId)
  expect(await eraseUser(of.joined.userId)).toMatchObject({ removed: { people: 1 } })
  await restoreCourse(of.courseId)
  expect(await readParticipants(of.activityId)).toEqual([])
})

test('an archived seminar is read as before, and its door is closed', async () => {
  const of = await given()
  await archiveActivity(of.activityId, true)
  expect((await readActivities(of.courseId))[0]?.archivedAt).not.toBeNull()
  expect((await readDoorState(of.activityId))?.open).toBe(false)
  expect(await accessRoom(of.student, of.joined.roomId ?? '')).not.toBeNull()
  await archiveActivity(of.activityId, false)
  expect((await readActivities(of.courseId))[0]?.archivedAt).toBeNull()
  await openDoor(of.activityId)
  expect(await readOpenDoor(of.code)).not.toBeNull()
  // A course that is archived shuts all its doors.
  await archiveCourse(of.courseId, true)
  expect(await readOpenDoor(of.code)).toBeNull()
})

test('a repeated seminar has the settings and no people; a repeated course has its seminars and no roster', async () => {
  const noor = await givenAccount('Noor')
  const courseId = await createCourse({ title: 'IR 347', timeZone: 'Asia/Tokyo', by: noor.id })
  const made = await createSeminar({
    ...{ courseId, by: noor.id, title: 'The alliance gap', scenario: chinaGap(), agendaKey: 'seminar-90' },
    settings: { ...plainSettings, roomCount: 2, seatsPerDelegation: 6 },
    nameRoom: (number) => `Round table ${number}`,
    doorOpen: true,
  })
  await mustJoin(made.code, 'Mei Castellano')
  const of = { ...made, courseId, owner: noor }
  await writeRoster(of.courseId, [{ name: 'Mei', email: null, studentNumber: null }])
  const again = await repeatSeminar(of.activityId, { courseId: of.courseId, title: 'Once more', by: of.owner.id })
  expect(await readSettings(again ?? '')).toEqual(await readSettings(of.activityId))
  expect(await readScenario(again ?? '')).toEqual(await readScenario(of.activityId))
  expect(await readParticipants(again ?? '')).toEqual([])
  const names = async (id: string) => (await readRooms(id)).map(({ name }) => name)
  expect(await names(again ?? '')).toEqual(await names(of.activityId))
  expect(await readDoorState(again ?? '')).toMatchObject({ open: false })
  const section = await repeatCourse(of.courseId, {
    ...{ title: 'Section B', by: of.owner.id },
    nameRoom: (number) => `Table ${number}`,
  })
  expect((await readActivities(section)).map(({ title, people }) => [title, people])).toEqual([
    ['Once more', 0],
    ['The alliance gap', 0],
  ])
  expect(await readRoster(section)).toEqual([])
})

test('a title is some words, and not too many', () => {
  expect(cleanTitle('  IR 347 ')).toBe('IR 347')
  expect(cleanTitle('   ')).toBeNull()
  expect(cleanTitle('x'.repeat(121))).toBeNull()
})
