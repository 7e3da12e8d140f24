/** J20 Whoever grades is told who else has a student's sheet open; nobody is stopped, and first and second grader are not told of each other. */
import { afterAll, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { readParticipants } from '#server/store/activities/participants'
import { closeRoomReading } from '#server/store/log/room-reading'
import { openSheet } from '#server/store/marks/open-sheets'
import { chooseSecond } from '#server/store/marks/second-grading'
import type { Person } from '#server/store/people/users'
import { OPEN_MS } from '#simulation/reading/open-sheets'
import { useFreshDatabase } from '../support/database'
import { givenHomework, names } from './homework/given-homework'
import { assistant, givenAccount, givenColleague } from './store/given-store'

useFreshDatabase()
afterAll(closeRoomReading)

test('J20 a sheet is open until its grader goes on or is silent for two minutes, and only those who grade the student hear of it', async () => {
  const { activityId, courseId, instructor, rooms } = await givenHomework(names(12), { roomCount: 2 })
  const [ana, ben, imani, stranger] = [
    await givenAccount('Ana Silva'),
    await givenAccount('Ben Otieno'),
    await givenAccount('Imani Okafor'),
    await givenAccount('Another Instructor'),
  ]
  await givenColleague(courseId, ana, assistant)
  await givenColleague(courseId, ben, { part: 'grader', rooms: [rooms[0] ?? ''] })
  await givenColleague(courseId, imani, { part: 'grader', rooms: [...rooms] })
  const people = await readParticipants(activityId)
  const [mei, omar] = people.filter(({ roomId }) => roomId === rooms[0]).map(({ id }) => id)
  const away = people.find(({ roomId }) => roomId === rooms[1])?.id
  if (!mei || !omar || !away) throw new Error('Two rooms have people.')
  const says = (by: Person, open: string | null, left: string | null = null) =>
    openSheet(by, { activityId, open, left })
  const told = async (by: Person, open: string | null = null) =>
    (await says(by, open))?.map(({ participantId, name }) => [participantId, name])

  expect(await says(ana, mei)).toEqual([])
  expect(await told(instructor, mei)).toEqual([[mei, 'Ana Silva']])
  expect(await told(ana, mei)).toEqual([[mei, 'Noor Haddad']])
  // Once more of the same page is the same since.
  const since = async () => (await says(ben, null))?.[0]?.since
  const begun = await since()
  await says(ana, mei)
  expect(await since()).toBe(begun)

  await says(instructor, away, mei)
  expect(await told(ben)).toEqual([[mei, 'Ana Silva']])
  expect(await told(ana)).toEqual([[away, 'Noor Haddad']])
  for (const [by, open] of [
    [ben, away],
    [stranger, mei],
    [stranger, null],
    [ana, 'nobody'],
  ] as const)
    expect(await says(by, open)).toBeNull()

  await database().openSheet.updateMany({
    where: { userId: ana.id },
    data: { saidAt: new Date(Date.now() - OPEN_MS - 1) },
  })
  expect(await told(ben)).toEqual([])

  await chooseSecond(instructor, { activityId, graderId: imani.id, percent: 100 })
  await says(ana, omar)
  expect(await says(imani, omar)).toEqual([])
  expect(await told(ben)).toEqual([[omar, 'Ana Silva']])
})
