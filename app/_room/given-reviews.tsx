'use client'
// The peer reviews that a student owes, on their way from the room's page to its head, where they stand with what else is owed.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { createContext, useContext } from 'react'
import { myReviewsPath } from '#paths'
import type { ReviewDebt } from '#simulation/beside/peer-reviews/peer-reviews'
import { useNow } from './hooks/use-now'
import { useWhen } from './when'

export type ReviewsOf = { activityId: string; owed: ReviewDebt }

const Context = createContext<ReviewsOf | null>(null)

export const GivenReviews = Context.Provider

/** `now` is the server's clock: the page that came may be open for longer than the reviews are. */
export function ReviewsHere({ courseZone, now }: { courseZone: string; now: () => number }) {
  const t = useTranslations('homework-room.reviews')
  const when = useWhen(courseZone)
  const given = useContext(Context)
  const at = useNow(now, 1000)
  if (!given || at >= given.owed.closes) return null
  const { done, asked, closes } = given.owed
  return (
    <p>
      {t('owed', { done, asked, until: when.whole(closes) })}{' '}
      <Link href={myReviewsPath(given.activityId)}>{t('write')}</Link>
    </p>
  )
}
