// Peer reviews as a slice beside the log: what is chosen of them, and what is told of them and mailed (H33).
import { z } from 'zod'
import { DAY_MS } from '../../kernel/time'
import { defineBeside } from '../kind/define-beside'
import {
  MOST_REVIEW_DAYS,
  MOST_REVIEW_WEIGHT,
  owesReviews,
  type PeerPolicy,
  REVIEWS_EACH,
  type ReviewDebt,
} from './peer-reviews'

export const peerReviews = defineBeside({
  key: 'peer-reviews',
  settings: {
    peer: z.strictObject({
      each: z.literal(REVIEWS_EACH),
      days: z.int().min(0).max(MOST_REVIEW_DAYS),
      weight: z.int().min(0).max(MOST_REVIEW_WEIGHT),
    }) satisfies z.ZodType<PeerPolicy>,
  },
  form: {
    read: ({ last, whole }) => {
      const each = REVIEWS_EACH.find((many) => String(many) === last('reviews'))
      const days = whole('reviewDays', 0, MOST_REVIEW_DAYS, 2)
      return each === undefined ? {} : { peer: { each, days, weight: whole('reviewWeight', 0, MOST_REVIEW_WEIGHT, 0) } }
    },
    write: ({ peer }) =>
      peer === undefined
        ? []
        : [
            ['reviews', String(peer.each)],
            ['reviewDays', String(peer.days)],
            ['reviewWeight', String(peer.weight)],
          ],
  },
  // There are reviews to write, they are due in a day, and others have said something of this person's posts.
  news: { reviews: 'morning', reviewsDue: 'own', reviewed: 'morning' },
  tells: (debt: ReviewDebt, now) => {
    const { since, closes, said } = debt
    if (!owesReviews(debt)) return said > 0 ? [{ kind: 'reviewed', named: closes, at: closes }] : []
    const due = { kind: 'reviewsDue', named: closes, at: Math.max(closes - DAY_MS, since) } as const
    return now < closes - DAY_MS ? [{ kind: 'reviews', named: since, at: since }, due] : [due]
  },
  owes: owesReviews,
  counts: ({ asked, done }) => ({ asked, done }),
  time: ({ opens, closes, isOpen, isClosed }) => ({ opens, closes, isAhead: !isOpen && !isClosed }),
  page: 'reviews',
  audited: ['review-hidden', 'review-shown'],
  switchedOff: { peer: undefined },
})
