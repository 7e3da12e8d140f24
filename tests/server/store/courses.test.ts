import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { createSeminar } from '#server/store/activities/activities'
import { cleanTitle, renameActivity, renameCourse } from '#server/store/courses/archive-delete'
import { createCourse, isTimeZone } from '#server/store/courses/courses'
import { readRoster, writeRoster } from '#server/store/courses/roster'
import { createAccount, findByPassword } from '#server/store/people/users'
import { useFreshDatabase } from '../../support/machines/database'
import { chinaGap } from '../../support/stories/china-gap'
import { givenAccount, plainSettings } from './given-store'

useFreshDatabase()

test('a roster pasted again keeps the places of the names that stay', async () => {
  const noor = await givenAccount('Noor')
  const courseId = await createCourse({ title: 'IR 347', timeZone: 'UTC', by: noor.id })
  const place = (name: string, studentNumber: string | null = null) => ({ name, email: null, studentNumber })
  await writeRoster(courseId, [place('Mei'), place('Jonas'), place('Amara')])
  const before = await readRoster(courseId)
  await writeRoster(courseId, [place('Amara', 's7'), place('MEI'), place('Priya')])
  const after = await readRoster(courseId)
  expect(after.map((row) => row.name)).toEqual(['Amara', 'MEI', 'Priya'])
  expect(after[0]).toMatchObject({ id: before[2]?.id, studentNumber: 's7' })
  expect(after[1]?.id).toBe(before[0]?.id)
})

test('a time zone is one the clock knows', () => {
  for (const zone of ['Asia/Tokyo', 'America/New_York', 'UTC']) expect(isTimeZone(zone)).toBe(true)
  for (const zone of ['', 'Tokyo', 'Mars/Olympus', '+09:00']) expect(isTimeZone(zone)).toBe(false)
})

test('an e-mail opens one account, whatever its capitals', async () => {
  const account = { name: 'Noor', email: 'N.Haddad@College.example', password: 'a long enough sentence' }
  expect(await createAccount(account)).toMatchObject({ email: 'n.haddad@college.example', kind: 'account' })
  expect(await createAccount({ ...account, email: 'n.haddad@college.EXAMPLE' })).toBe('email-taken')
  expect(await findByPassword(' n.HADDAD@college.example', account.password)).toMatchObject({ name: 'Noor' })
  expect(await findByPassword('n.haddad@college.example', 'another long sentence')).toBeNull()
})

test('an unknown account costs as much work as a known one', async () => {
  await createAccount({ name: 'Known', email: 'known@college.example', password: 'a long enough sentence' })
  const work = { known: 0, unknown: 0 }
  // One after another, measured in processor time, which other processes on the machine do not change.
  for (let round = 0; round < 8; round += 1)
    for (const kind of ['known', 'unknown'] as const) {
      const before = process.cpuUsage()
      expect(await findByPassword(`${kind}@college.example`, 'a wrong but long sentence')).toBeNull()
      if (round > 0) work[kind] += process.cpuUsage(before).user
    }
  // Without the check of a dummy password an unknown account would take a twentieth of the time. Threads that the process still runs
  // for other things are counted with it, so less than that says nothing.
  expect(work.unknown / work.known).toBeGreaterThan(1 / 4)
  expect(work.unknown / work.known).toBeLessThan(4)
})

test('a title is one line wherever it is kept', async () => {
  const noor = await givenAccount('Noor')
  const typed = 'IR\r\nBEGIN:VALARM\u2028\u0000 347\n'
  const courseId = await createCourse({ title: typed, timeZone: 'UTC', by: noor.id })
  const { activityId } = await createSeminar({
    ...{ courseId, by: noor.id, title: typed, scenario: chinaGap(), agendaKey: 'seminar-90', settings: plainSettings },
    nameRoom: (number) => `Table ${number}`,
  })
  const titles = async () => [
    (await database().course.findUniqueOrThrow({ where: { id: courseId } })).title,
    (await database().activity.findUniqueOrThrow({ where: { id: activityId } })).title,
  ]
  expect(await titles()).toEqual(['IR BEGIN:VALARM 347', 'IR BEGIN:VALARM 347'])
  expect(cleanTitle('\r\n')).toBeNull()
  await renameCourse(courseId, cleanTitle('a\nb') ?? '')
  await renameActivity(activityId, cleanTitle('c\r\nd') ?? '')
  expect(await titles()).toEqual(['a b', 'c d'])
})
