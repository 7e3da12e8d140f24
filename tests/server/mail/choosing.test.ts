/** Which mail a student wants (rule H18): chosen on their page, or turned off at one press in a mail program. */
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { renewLink } from '#server/store/courses/personal-links'
import { chooseMail, offToken, readChoices, turnOff } from '#server/store/mail/choices'
import { CHOSEN_KINDS } from '#simulation/beside/mails'
import { POST as turnOffNow } from '../../../app/mail/off/[token]/now/route'
import { useFreshDatabase } from '../../support/machines/database'
import { inSurroundings } from '../../support/machines/surroundings'
import { givenMailWeek } from './given-mail'

const fresh = useFreshDatabase()

test('a student chooses for all their courses, and a server that sends no mail writes none', async () => {
  const week = await givenMailWeek(fresh.url(), 1)
  const [place] = await database().rosterPlace.findMany({ where: { courseId: week.courseId } })
  const userId = place!.userId!
  expect(await readChoices(userId)).toEqual(CHOSEN_KINDS)
  await chooseMail(userId, ['released'])
  expect(await readChoices(userId)).toEqual(['released'])
  await turnOff({ placeId: place!.id, kind: 'released' })
  expect(await readChoices(userId)).toEqual([])
  expect(await readChoices(week.instructor.id)).toBeNull()
  // At one press in a mail program; whoever only opens the address has turned nothing off.
  await chooseMail(userId, CHOSEN_KINDS)
  const press = (token: string) =>
    turnOffNow(new Request('https://seminar.example'), { params: Promise.resolve({ token }) })
  await expect(press('place.moved.x')).rejects.toThrow()
  expect((await press(offToken(place!.id, 'digest'))).status).toBe(200)
  expect(await readChoices(userId)).toEqual(CHOSEN_KINDS.filter((kind) => kind !== 'digest'))
  await database().mail.deleteMany()
  inSurroundings({})
  await renewLink(week.courseId, place!.id)
  expect(await database().mail.count()).toBe(0)
})
