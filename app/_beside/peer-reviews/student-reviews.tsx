// A student's peer reviews for whoever grades them (rule J18): who wrote what of their posts, and whom they reviewed.
import { useFormatter, useTranslations } from 'next-intl'
import type { ReviewLevels, ReviewMedian } from '#simulation/beside/peer-reviews/peer-medians'
import { HideReview } from './hide-review'
import styles from './student-reviews.module.css'

type StudentReviewsProps = {
  activityId: string
  participantId: string
  reviews: {
    medians: readonly ReviewMedian[]
    of: readonly {
      id: string
      name: string
      sent: boolean
      levels: ReviewLevels
      comment: string
      hidden: string | null
    }[]
    by: readonly { id: string; name: string; sent: boolean }[]
  }
}

export function StudentReviews({ activityId, participantId, reviews }: StudentReviewsProps) {
  const t = useTranslations('grading.reviews')
  const format = useFormatter()
  const { medians, of, by } = reviews
  const sent = of.filter((review) => review.sent)
  const named = (some: readonly { name: string; sent: boolean }[]) =>
    format.list(
      some.map(({ name, sent: isSent }) => t('who', { name, sent: isSent ? 'yes' : 'no' })),
      { type: 'unit' },
    )
  return (
    <>
      <p className={styles.hint}>
        {t('of', { names: of.length > 0 ? named(of) : 'none' })}{' '}
        {t('by', { names: by.length > 0 ? named(by) : 'none' })}
      </p>
      <ul>
        {sent.map(({ id, name, levels, comment, hidden }) => (
          <li
            key={id}
            id={`review-${id}`}
            tabIndex={-1}
            className={styles.review}
            data-hidden={hidden !== null || undefined}
          >
            <b>
              <bdi>{name}</bdi>
            </b>{' '}
            <span className={styles.hint}>
              {medians.map(({ criterion: { key, name: of } }) => `${of} ${levels[key] ?? t('none')}`).join(' · ')}
            </span>
            <p>
              <bdi>{comment}</bdi>
            </p>
            <HideReview {...{ activityId, participantId, review: id, name, hidden }} />
          </li>
        ))}
      </ul>
    </>
  )
}
