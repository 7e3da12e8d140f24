/** The secret address of somebody's deadlines: one at a time, found by its token alone, and gone with its person. */
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { settleSecret } from '#server/base/environment'
import { eraseUser } from '#server/store/erasure/erasure'
import { findCalendarOwner, readCalendarToken, renewCalendar } from '#server/store/people/calendar-link'
import { useFreshDatabase } from '../../../support/machines/database'
import { givenGuest } from '../given-store'

useFreshDatabase()

test('another address ends the one before, a token of nobody opens nothing, and an erased person has none', async () => {
  settleSecret('a secret for these tests only, long enough')
  const { person } = await givenGuest('Mei Castellano')
  expect(await readCalendarToken(person.id)).toBeNull()
  await renewCalendar(person.id)
  const first = (await readCalendarToken(person.id))!
  expect(await findCalendarOwner(first)).toMatchObject({ id: person.id })
  const stored = await database().calendarLink.findUniqueOrThrow({ where: { userId: person.id } })
  expect(JSON.stringify(stored)).not.toContain(first)
  await renewCalendar(person.id)
  const second = (await readCalendarToken(person.id))!
  expect(await findCalendarOwner(first)).toBeNull()
  for (const token of ['', 'x'.repeat(43), `${second}a`, second.slice(1)])
    expect(await findCalendarOwner(token)).toBeNull()
  await eraseUser(person.id)
  expect(await findCalendarOwner(second)).toBeNull()
})
