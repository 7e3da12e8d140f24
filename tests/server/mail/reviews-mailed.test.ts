/** Mail about peer reviews: that there are some to write and to read, in the morning, and a reminder; without a word or a name (rule H33). */
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { readParticipants } from '#server/store/activities/participants'
import { judgeExample, readOwnReviews, sendReview } from '#server/store/beside-acts/peer-reviews/peer-reviews'
import { turnOff } from '#server/store/mail/choices'
import { changeGrading } from '#server/store/marks/grading-place'
import { reviewedCriteria } from '#simulation/beside/peer-reviews/peer-medians'
import { reviewTime } from '#simulation/beside/peer-reviews/peer-reviews'
import { CHINA_GAP_RUBRIC } from '../../support/files/rubrics'
import { useFreshDatabase } from '../../support/machines/database'
import { address, at, givenMailWeek, givenOffice, HOUR, MINUTE, MORNING } from './given-mail'

const fresh = useFreshDatabase()
const levels = Object.fromEntries(reviewedCriteria(CHINA_GAP_RUBRIC).map(({ key }) => [key, 1]))
const called = (number: number) => `Somebody ${number}`

test('H33 who owes reviews is told in the morning and reminded once, who is reviewed is told after the close, and no mail says what or by whom', async () => {
  const week = await givenMailWeek(fresh.url(), 4)
  const { activityId, instructor } = week
  const office = givenOffice()
  const people = (await readParticipants(activityId)).toSorted((a, b) => a.name.localeCompare(b.name))
  const { moveTo, posts, room } = await week.open()
  const pass = async (instant: number) => {
    await moveTo(instant)
    await week.round(office.hand)
    await week.round(office.hand)
    for (const { subject, text, html } of office.handed)
      expect(`${subject}${text}${html}`).not.toMatch(/Zanzibar|Samarkand|Student|Somebody \d/)
    return office
      .take()
      .filter((line) => /review|new in/i.test(line))
      .toSorted()
  }
  const told = (subject: string, ...students: number[]) => students.map((student) => `${address(student)}: ${subject}`)
  const morning = (...students: number[]) => told('What is new in IR 347', ...students)

  const chooseDays = (days: number) =>
    changeGrading(instructor, { activityId, grading: { peer: { each: 2, days, weight: 0 } } })
  await chooseDays(4)
  await pass(MORNING)
  await moveTo(at('2037-12-02T10:00'))
  for (const { id } of people) await posts(id, 'Zanzibar was never on the table.')
  const { opens, closes } = reviewTime([room.state!], { days: 3 })!

  await pass(opens + MINUTE)
  expect(
    await database().peerReview.count({ where: { givenAt: new Date(opens + MINUTE) } }),
    'drawn by the planner',
  ).toBe(8)
  const first = await pass(opens + 12 * HOUR)
  expect(first).toEqual(morning(1, 2, 3, 4))
  // Other days after the draw: the reminder follows, though nothing was written in the room.
  expect(await chooseDays(3)).toBeNull()
  await week.round(office.hand)
  const dueAt = new Date(closes - 24 * HOUR)
  expect(await database().mail.count({ where: { kind: 'reviewsDue', dueAt } })).toBe(4)

  const user = (index: number) => ({ id: people[index]!.userId, isAdmin: false })
  const round = (await readOwnReviews(user(0), activityId, called))!.round!
  for (const { place } of round.examples) await judgeExample(user(0), { activityId, place, levels })
  for (const { id } of round.reviews)
    expect(
      await sendReview(user(0), { activityId, review: id, levels, comment: `Samarkand ${'x'.repeat(40)}` }),
    ).toBeNull()
  await turnOff({ placeId: people[3]!.rosterPlaceId!, kind: 'reviewsDue' })
  const due = await pass(closes - 24 * HOUR + 12 * HOUR)
  expect(due).toEqual(
    told('Reviews of others’ posts: due', 2, 3).map((line) => expect.stringMatching(new RegExp(`^${line}`))),
  )
  expect(await pass(closes - 2 * HOUR)).toEqual([])

  const reviewed = new Set(
    (await database().peerReview.findMany({ where: { sentAt: { not: null } } })).map((one) => one.authorId),
  )
  const numbers = people.flatMap(({ id }, index) => (reviewed.has(id) ? [index + 1] : []))
  expect(numbers).toHaveLength(2)
  await pass(closes + MINUTE)
  expect(await pass(closes + 24 * HOUR)).toEqual(morning(...numbers))
  expect(await database().mail.count({ where: { kind: 'reviewsDue', state: 'sent' } })).toBe(2)
})
