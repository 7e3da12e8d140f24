'use client'
// The peer reviews that a student still owes, one line for each debate: how many are written, until when, and the way to them.
import { useTranslations } from 'next-intl'
import { myReviewsPath } from '#paths'
import { useWhen } from '#room/when'
import { owesReviews, type ReviewDebt } from '#simulation/beside/peer-reviews/peer-reviews'
import { LinkButton } from '#ui/button'
import type { ActivityCard } from './activity-card'
import styles from './my.module.css'

export function AskedReviews({ places }: { places: readonly ActivityCard[] }) {
  const t = useTranslations('homework-room.reviews')
  const owed = places.flatMap((place) =>
    place.beside.known['peer-reviews'] && owesReviews(place.beside.known['peer-reviews'])
      ? [{ ...place, reviews: place.beside.known['peer-reviews'] }]
      : [],
  )
  if (owed.length === 0) return null
  return (
    <ul className={`stack ${styles.asked}`} aria-label={t('label')}>
      {owed.map((place) => (
        <Line key={place.activityId} {...place} />
      ))}
    </ul>
  )
}

type LineProps = Pick<ActivityCard, 'activityId' | 'title' | 'courseTitle' | 'courseZone'> & { reviews: ReviewDebt }

function Line({ activityId, title, courseTitle, courseZone, reviews: { done, asked, closes } }: LineProps) {
  const t = useTranslations('homework-room.reviews')
  const when = useWhen(courseZone)
  return (
    <li>
      <span>
        <b>{t('owed', { done, asked, until: when.whole(closes) })}</b>
        <small>
          {courseTitle} · {title}
        </small>
      </span>
      <LinkButton kind="primary" href={myReviewsPath(activityId)}>
        {t('write')}
      </LinkButton>
    </li>
  )
}
