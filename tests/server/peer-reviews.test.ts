/** Peer reviews on a server (H30, H31, J13–J18): two examples, reviews, and medians; and that nobody is handed who somebody is, or anything early. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { auditWritten } from '#server/base/audit'
import { database } from '#server/base/database'
import { environment, settleSecret } from '#server/base/environment'
import { readParticipants } from '#server/store/activities/participants'
import { readOwnReviewDebts, readPeerPoints, reviewLot } from '#server/store/beside/peer-reviews/peer-review-rows'
import {
  hideReview,
  judgeExample,
  readOwnReviews,
  readStudentReviews,
  sendReview,
} from '#server/store/beside-acts/peer-reviews/peer-reviews'
import { closeRoomReading, readRoomState } from '#server/store/log/room-reading'
import { readGradebook } from '#server/store/marks/gradebook'
import { changeGrading } from '#server/store/marks/grading-place'
import { reviewedCriteria } from '#simulation/beside/peer-reviews/peer-medians'
import { reviewTime } from '#simulation/beside/peer-reviews/peer-reviews'
import { seatsOfRecord } from '#simulation/reading/log/seat-of-record'
import { CHINA_GAP_RUBRIC } from '../support/files/rubrics'
import { useFreshDatabase } from '../support/machines/database'
import { at, givenMailWeek, HOUR, MINUTE, moveClock } from './mail/given-mail'

const fresh = useFreshDatabase()
const called = (number: number) => `Somebody ${number}`
const levels = (level: number) => Object.fromEntries(reviewedCriteria(CHINA_GAP_RUBRIC).map(({ key }) => [key, level]))

test('reviews are given, written and read by numbers alone; medians count once they are closed and not hidden', async () => {
  const week = await givenMailWeek(fresh.url(), 4)
  const { activityId, courseId, instructor } = week
  const activity = { ...(await database().activity.findUniqueOrThrow({ where: { id: activityId } })), courseId }
  const choose = (peer: object | null) => changeGrading(instructor, { activityId, grading: { peer } })
  const people = await readParticipants(activityId)
  const { posts, moveTo } = await week.open()
  await moveTo(at('2037-12-02T10:00'))
  for (const [index, { id, name }] of people.entries())
    await posts(id, `Canary${index} is ${name}, and ${people[(index + 1) % 4]?.name} is wrong.`)
  const state = (await readRoomState(week.rooms[0]!))!
  const { opens, closes } = reviewTime([state], { days: 2 })!
  const user = (index: number) => ({ id: people[index]!.userId, isAdmin: false })
  const own = async (index: number) => (await readOwnReviews(user(index), activityId, called))!
  const debt = async (index: number) => {
    const place = {
      participantId: people[index]!.id,
      activityId,
      peer: { each: 2, days: 2, weight: 0 } as const,
      debate: state,
    }
    return (await readOwnReviewDebts([place], Date.now())).get(place.participantId)
  }

  expect((await own(0)).round, 'off by itself').toBeNull()
  expect(await choose({ each: 4, days: 2, weight: 0 })).toBe('not-found')
  expect(await choose({ each: 2, days: 2, weight: 0 })).toBeNull()
  expect((await own(0)).round).toMatchObject({ isOpen: false, isClosed: false, reviews: [], about: null })
  expect(await database().peerReview.count()).toBe(0)

  await moveTo(opens + MINUTE)
  const round = (await own(0)).round!
  expect(round.reviews).toHaveLength(2)
  expect(await debt(0)).toMatchObject({ asked: 2, done: 0, isOpen: true })
  const offices = [...seatsOfRecord(state).values()].map(({ title }) => title)
  const handed = JSON.stringify({ ...round, plan: null })
  for (const trace of [/Student \d/, ...offices.map((title) => new RegExp(title))]) expect(handed).not.toMatch(trace)
  expect(handed).toMatch(/Somebody \d is wrong/)
  for (const { id } of people) expect(handed).not.toContain(id)

  // J13: the examples come first, and a review has what J14 asks.
  const send = (index: number, review: string, more: object = {}) =>
    sendReview(user(index), {
      activityId,
      review,
      levels: levels(index),
      comment: `Comment${index} ${'x'.repeat(40)}`,
      ...more,
    })
  const [first, second] = round.reviews
  expect(await send(0, first!.id)).toBe('examples')
  expect(await judgeExample(user(0), { activityId, place: round.examples[0]!.place, levels: {} })).toBe('levels')
  for (const { place } of round.examples) {
    for (const index of [0, 1, 2, 3])
      expect(await judgeExample(user(index), { activityId, place, levels: levels(1) })).toBeNull()
    expect(await judgeExample(user(0), { activityId, place, levels: levels(2) }), 'once').toBe('sent')
  }
  expect(await send(0, first!.id, { comment: 'Too short.' })).toBe('short')
  expect(await send(0, first!.id, { levels: { role: 1 } })).toBe('levels')
  expect(await send(1, first!.id), 'of another').toBe('not-found')
  expect((await Promise.all([send(0, first!.id), send(0, first!.id)])).toSorted(), 'twice at once').toEqual([
    ...[null, 'sent'],
  ])
  for (const index of [0, 1, 2, 3])
    for (const { id, sent } of (await own(index)).round!.reviews)
      if (sent === null) expect(await send(index, id)).toBeNull()
  expect(await send(0, second!.id)).toBe('sent')
  expect(await debt(0)).toMatchObject({ asked: 2, done: 2 })

  // Nothing of it is read before the close, by whomever it is about.
  const rows = await database().peerReview.findMany({ where: { authorId: people[0]!.id } })
  expect(rows).toHaveLength(2)
  const reviewers = rows.map(({ reviewerId }) => people.findIndex(({ id }) => id === reviewerId))
  const before = JSON.stringify({ ...(await own(0)).round, plan: null })
  for (const index of reviewers) expect(before).not.toContain(`Comment${index}`)

  // J18: whoever grades reads who wrote what, and hides it.
  const staff = await readStudentReviews(activity, people[0]!.id, called)
  expect(staff?.of.map(({ name }) => name).toSorted()).toEqual(reviewers.map((index) => people[index]!.name).toSorted())
  const hide = (reason: string | null, by = instructor) =>
    hideReview(by, { activityId, participantId: people[0]!.id, review: rows[0]!.id, reason })
  expect(await hide('Off the point.', { ...instructor, ...user(1) })).toBe(false)
  expect(await hide(null), 'it is not hidden').toBe(false)
  expect(await hide(`Off the point, as ${people[0]!.name} says.`)).toBe(true)
  expect(await hide('Another reason.'), 'the first stays').toBe(false)

  moveClock(closes)
  const after = (await own(0)).round!
  const [hidden, shown] = reviewers
  expect(after.about?.comments).toEqual([expect.stringContaining(`Comment${shown}`)])
  expect(after.about?.medians.map(({ median }) => median)).toEqual([shown, shown, shown, shown])
  for (const look of ['first', 'once it is known to be closed'])
    expect(await debt(0), look).toMatchObject({ asked: 2, done: 2, isClosed: true, closes, said: 1 })
  const closed = JSON.stringify({ ...after, plan: null })
  expect(closed).not.toContain(`Comment${hidden}`)
  for (const { id, name } of people) {
    expect(closed).not.toContain(name)
    expect(closed).not.toContain(id)
  }
  expect(closed, 'nor the row of a review of theirs').not.toMatch(new RegExp(rows.map(({ id }) => id).join('|')))
  expect((await own(hidden!)).round!.reviews.map((review) => review.hidden).filter(Boolean)).toEqual([
    expect.stringMatching(/^Off the point, as Somebody \d says\.$/),
  ])
  expect(after.reviews.every(({ medians }) => medians !== null)).toBe(true)
  expect(await hide(null)).toBe(true)
  expect((await own(0)).round!.about?.comments).toHaveLength(2)
  await auditWritten()
  const kept = { place: activityId, to: rows[0]!.id, by: instructor.id }
  expect(await database().auditEntry.findMany({ where: kept, orderBy: { at: 'asc' }, select: { what: true } })).toEqual(
    [...[{ what: 'review-hidden' }, { what: 'review-shown' }]],
  )
  expect(await send(0, second!.id)).toBe('closed')

  // J17: its own column, and in the sum by its weight alone.
  const peersOf = async () =>
    (await readGradebook({ id: activityId, courseId, kind: 'homework' }, called)).people.map(
      ({ shares }) => shares[0]?.points,
    )
  const [points] = await peersOf()
  expect((await peersOf()).every((each) => typeof each === 'number')).toBe(true)
  // A student reads them by the rubric of their released levels (J11), as the levels themselves.
  const twice = { ...CHINA_GAP_RUBRIC, points: CHINA_GAP_RUBRIC.points * 2 }
  const versions = [CHINA_GAP_RUBRIC, twice].map((rubric, at) => ({ at, forAll: true, rubric }))
  const policy = { each: 2, days: 2, weight: 10 } as const
  for (const [until, times] of [
    [0, 1],
    [undefined, 2],
  ] as const)
    expect((await readPeerPoints(activityId, policy, { versions, begun: {} }, until))(people[0]!.id)).toBe(
      points! * times,
    )
  expect([await choose(null), await choose({ each: 2, days: 7, weight: 10 })]).toEqual(['fewer', 'ended'])
  expect((await own(0)).round).toMatchObject({ isClosed: true })

  // H31: whoever is removed is asked no more, and what was sent stays; erased, nothing of theirs is left.
  await database().participant.update({ where: { id: people[1]!.id }, data: { removedAt: new Date() } })
  moveClock(opens + HOUR)
  expect(await choose({ each: 3, days: 2, weight: 10 })).toBeNull()
  expect((await own(0)).round!.reviews.length).toBeGreaterThanOrEqual(2)
  expect(await database().peerReview.count({ where: { reviewerId: people[1]!.id, sentAt: { not: null } } })).toBe(4)
  await database().participant.delete({ where: { id: people[1]!.id } })
  expect(
    await database().peerReview.count({ where: { OR: [{ reviewerId: people[1]!.id }, { authorId: people[1]!.id }] } }),
  ).toBe(0)
  expect(await readOwnReviews(instructor, activityId, called), 'staff have another page').toBeNull()
  expect(await readOwnReviews(user(0), randomUUID(), called)).toBeNull()
  await closeRoomReading()
})

test('L25 J14 the lot of the pairs follows from the server’s secret, and is another one for each activity', () => {
  const lots = (secret: string) => {
    settleSecret(secret)
    return ['one', 'other'].map((activityId) => reviewLot(activityId)('who'))
  }
  const { secret } = environment()
  const all = [...lots('s'.repeat(40)), ...lots('t'.repeat(40))]
  expect(new Set(all).size).toBe(4)
  expect(lots('s'.repeat(40)), 'asked again it is the same').toEqual(all.slice(0, 2))
  if (secret) settleSecret(secret)
})
