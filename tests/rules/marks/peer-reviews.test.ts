/** Peer reviews: when they are written, and what they hold; medians and sums against another way of counting; and who reads what (rules H31, J13–J18). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NOTHING_BESIDE, newsOf } from '#simulation/beside/news'
import {
  isWholeReview,
  levelsAskedFor,
  medianOf,
  mediansOf,
  peerPoints,
  reviewedCriteria,
} from '#simulation/beside/peer-reviews/peer-medians'
import {
  examplesIn,
  isReviewed,
  offersReviews,
  type PeerPolicy,
  policyFault,
  postsToReview,
  reviewFault,
  reviewTime,
  writersIn,
} from '#simulation/beside/peer-reviews/peer-reviews'
import { personId } from '#simulation/kernel/ids'
import { totalOf } from '#simulation/reading/marks/grades'
import { homeworkAgendas } from '#simulation/scenario/lookup'
import { mayReadReview } from '#simulation/secrecy/side-channels'
import { dueOf, givenWeek, HOUR, phaseOf, post } from '../../screens/homework/given-week'
import { BEN } from '../../support/cast'
import { CHINA_GAP_RUBRIC, rubricWith } from '../../support/files/rubrics'
import { instantOf } from '../../support/given'
import { chinaGap } from '../../support/stories/china-gap'

test('H31 reviews are written from the end of the rebuttals for so many days, or until the debate is over', () => {
  const { state } = givenWeek(dueOf('floor') + HOUR)
  const opens = instantOf(dueOf('floor'))
  const hours = (many: number) => many * 3_600_000
  expect(reviewTime([state], { days: 2 })).toEqual({ opens, closes: opens + hours(48) })
  const over = reviewTime([state], { days: 0 })
  expect(over?.opens).toBe(opens)
  expect(over?.closes).toBe(state.plan.phases.at(-1)?.dueAt)
  expect(reviewTime([{ ...state, closedAt: opens + hours(1) }], { days: 0 })?.closes).toBe(opens + hours(1))
  const reopened = { [phaseOf('floor')]: opens + hours(5) }
  expect(reviewTime([{ ...state, reopened }], { days: 2 })?.opens, 'H16').toBe(opens + hours(5))
  expect(reviewTime([], { days: 2 })).toBeNull()
  const [agenda] = homeworkAgendas(chinaGap())
  const posting = agenda!.phases.flatMap(({ phase }) => (isReviewed(phase) ? phase : []))
  const offered = [[], posting.slice(1), posting].map((without) => offersReviews(agenda!, without))
  expect(offered, 'H26').toEqual([true, true, false])
})

test('H31 J15 once reviews are written, they do not become fewer, nor end in the past, nor begin again', () => {
  const rooms = [givenWeek(dueOf('floor') + HOUR).state]
  const opens = instantOf(dueOf('floor'))
  const day = 86_400_000
  const two: PeerPolicy = { each: 2, days: 2, weight: 0 }
  const three = { ...two, each: 3 } as const
  const fault = (before: PeerPolicy | null, after: PeerPolicy | null, days: number, sent = true) =>
    policyFault(before, after, { rooms, sent, now: opens + days * day })
  expect([fault(three, two, -1, false), fault(two, null, -1, false), fault(null, two, 1, false)]).toEqual([
    ...[null, null, null],
  ])
  expect([fault(three, two, 1, false), fault(two, null, 1), fault(three, null, 3)]).toEqual(['fewer', 'fewer', 'fewer'])
  expect([fault(two, null, 1, false), fault(two, { ...three, weight: 10 }, 1), fault(two, three, 3)]).toEqual([
    ...[null, null, null],
  ])
  expect([fault(null, two, 3, false), fault(three, { ...three, days: 1 }, 1.5)]).toEqual(['past', 'past'])
  expect([fault(two, { ...two, days: 7 }, 3), fault(two, { ...two, days: 7 }, 3, false)]).toEqual(['ended', null])
})

test('H22 H33 there is news of reviews since they were given while some are owed, a day before they are due, and of what others say', () => {
  const day = 86_400_000
  const debt = {
    ...{ opens: 1, closes: 3 * day, since: 5 },
    ...{ asked: 2, done: 1, isOpen: true, isClosed: false, said: 0 },
  }
  const news = (more: Partial<typeof debt>, now: number = day) =>
    newsOf(null, personId.parse('mei'), now, {
      ...{ ...NOTHING_BESIDE, 'peer-reviews': { ...debt, ...more } },
    }).map(({ kind, at }) => [kind, at])
  expect([news({}), news({}, 4), news({}, 2 * day), news({ since: 2 * day + 5 }, 2 * day + 6)]).toEqual([
    ...[[['reviews', 5]], [], [['reviewsDue', 2 * day]], [['reviewsDue', 2 * day + 5]]],
  ])
  const closed = { isOpen: false, isClosed: true }
  expect([news({ done: 2 }), news({ ...closed, said: 1 }, 3 * day), news(closed, 3 * day)]).toEqual([
    ...[[], [['reviewed', 3 * day]], []],
  ])
})

const asked: Parameters<typeof reviewFault>[0] = {
  ...{ now: 5, time: { opens: 1, closes: 9 }, examples: 0, whole: true, comment: 'x'.repeat(40), sent: false },
}

test('J13 J14 two examples first, then a level for each criterion and forty characters, once and in time', () => {
  const fault = (more: Partial<typeof asked>) => reviewFault({ ...asked, ...more })
  expect([fault({}), fault({ now: 0 }), fault({ now: 9 }), fault({ sent: true })]).toEqual([
    ...[null, 'not-open', 'closed', 'sent'],
  ])
  expect([fault({ examples: 1 }), fault({ whole: false }), fault({ comment: ` ${'国'.repeat(39)} ` })]).toEqual([
    ...['examples', 'levels', 'short'],
  ])
  const { samples } = chinaGap()
  const levels = examplesIn(samples).map(({ example }) => example.level)
  const written = samples.map(({ level }) => level)
  expect(levels).toEqual([Math.min(...written), Math.max(...written)])
  expect([examplesIn([]), examplesIn(samples.slice(0, 1))]).toEqual([[], []])
  const keys = reviewedCriteria(CHINA_GAP_RUBRIC).map(({ key }) => key)
  expect(keys).toEqual(['role', 'evidence', 'answer', 'negotiation'])
  expect(reviewedCriteria(rubricWith(['a', 'b'])).map(({ key }) => key)).toEqual(['a', 'b'])
  const given = (level: number) => Object.fromEntries(keys.map((key) => [key, level]))
  const whole = [given(4), given(5), { ...given(1), reflection: 1 }, {}].map((one) =>
    isWholeReview(CHINA_GAP_RUBRIC, one),
  )
  expect(whole).toEqual([true, false, false, false])
  // What was chosen before the rubric changed does not stand in the way.
  const asks = { ...CHINA_GAP_RUBRIC, criteria: reviewedCriteria(CHINA_GAP_RUBRIC) }
  const kept = { ...given(3), role: 5, gone: 2 }
  const left = levelsAskedFor(asks, kept)
  expect(left).toEqual({ evidence: 3, answer: 3, negotiation: 3 })
  expect(isWholeReview(CHINA_GAP_RUBRIC, levelsAskedFor(asks, { ...kept, role: 0 }))).toBe(true)
})

test('J14 a reviewer reads the side and the words of a post, and nothing of who wrote it', () => {
  const room = givenWeek(dueOf('floor') - HOUR).does(BEN, post(phaseOf('floor'), 'Ben says no.'), dueOf('floor') - HOUR)
  const state = room.runs(dueOf('floor') + HOUR).state
  const [ben] = writersIn(state, 'room').filter(({ id }) => id === 'ben')
  const [read] = postsToReview(state, personId.parse('ben'), (text) => text.replaceAll('Ben', 'Student 4'))
  expect(read).toMatchObject({ text: 'Student 4 says no.', side: ben?.side })
  expect(Object.keys(read ?? {}).toSorted()).toEqual(['anchors', 'answers', 'off', 'round', 'side', 'text'])
  const seat = Object.values(state.seats).find(({ holder }) => holder === 'ben')
  expect(JSON.stringify(read)).not.toContain(seat?.title)
  expect(writersIn({ ...state, removed: [personId.parse('ben')] }, 'room').some(({ id }) => id === 'ben')).toBe(false)
})

test('J15 J18 the reviewed reads a review once it is closed, sent and not hidden; its writer always; nobody else', () => {
  const review = { reviewer: 'r', author: 'a', sent: true, hidden: null }
  const reads = (person: string, closed: boolean, more = {}) => mayReadReview(person, closed, { ...review, ...more })
  const closed = [{}, { sent: false }, { hidden: 'x' }].map((more) => reads('a', true, more))
  expect([reads('a', false), ...closed]).toEqual([false, true, false, false])
  expect([reads('r', false), reads('r', false, { hidden: 'x' }), reads('z', true)]).toEqual([true, true, false])
})

/** The middle of all levels, each written twice over: with as many before it as after. */
function middleOf(levels: readonly number[]): number | null {
  if (levels.length === 0) return null
  const at = (low: boolean) =>
    levels.find((one) => {
      const below = levels.filter((other) => other < one).length
      const upTo = levels.filter((other) => other <= one).length
      return low
        ? below * 2 < levels.length && upTo * 2 >= levels.length
        : below * 2 <= levels.length && upTo * 2 > levels.length
    })!
  return (at(true) + at(false)) / 2
}

test('J16 J17 medians and their share of the sum, by another way of counting', () => {
  let counted = 0
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)), { maxLength: 5 }),
      fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)),
      fc.integer({ min: 0, max: 50 }),
      (reviews, own, weight) => {
        const rubric = rubricWith(['a', 'b', 'c'])
        const levels = reviews.map(([a, b, c]) => ({ a, b, c }))
        const medians = mediansOf(rubric, levels)
        const middles = [0, 1, 2].map((at) => middleOf(reviews.map((one) => one[at]!)))
        expect(medians.map(({ median }) => median)).toEqual(middles)
        const peers = peerPoints(rubric, medians)
        const sum = own[0] + own[1] + own[2]
        const total = (more: object) =>
          totalOf({ sum, tookNoPart: false, ...more }, { late: [], shares: [{ points: peers, weight }] }, {}).total
        if (reviews.length === 0) {
          expect(peers).toBeNull()
          expect(total({})).toBe(sum)
          return
        }
        const added = middles.reduce<number>((so, one) => so + one!, 0)
        expect(peers).toBeCloseTo(added, 9)
        // In ten-thousandths of a point, whole numbers alone.
        const exact = BigInt(sum * 100) * BigInt(100 - weight) + BigInt(Math.round(peers! * 100)) * BigInt(weight)
        expect(total({})).toBe(Number((exact + 50n) / 100n) / 100)
        if (weight === 0) expect(total({})).toBe(sum)
        else counted += 1
        expect([total({ tookNoPart: true, sum: 0 }), total({ sum: null })]).toEqual([0, null])
      },
    ),
  )
  expect(counted).toBeGreaterThan(20)
  expect(medianOf([3, 1])).toBe(2)
  const weightless = rubricWith(['a', 'b'])
  const [a, b] = weightless.criteria
  const split = {
    ...weightless,
    criteria: [
      { ...a!, weight: 0, subjects: ['student', 'position'] as const },
      { ...b!, weight: 100 },
    ],
  }
  expect(peerPoints(split, mediansOf(split, [{ a: 3 }])), 'criteria that weigh nothing are of no sum').toBeNull()
})
