'use client'
// The board's column of peer reviews: how many each student has written of those they were given.
import { useTranslations } from 'next-intl'
import { owesReviews, type ReviewDebt, reviewsDoneAmong } from '#simulation/reading/peer-reviews'
import { Icon } from '#ui/icon'
import { VisuallyHidden } from '#ui/visually-hidden'
import styles from './board.module.css'

export function ReviewsCell({ reviews }: { reviews: ReviewDebt | undefined }) {
  const t = useTranslations('board')
  const count = { done: reviews?.done ?? 0, asked: reviews?.asked ?? 0 }
  if (!reviews || reviews.asked === 0)
    return (
      <span className={styles.ahead}>
        {reviews && !reviews.isOpen && !reviews.isClosed ? t('status.ahead') : t('status.nothing')}
      </span>
    )
  if (reviews.done >= reviews.asked)
    return (
      <span className={styles.done}>
        <Icon name="check" />
        <VisuallyHidden>{t('status.done')}</VisuallyHidden>
      </span>
    )
  return owesReviews(reviews) ? (
    <span className="hint">{t('status.open', count)}</span>
  ) : (
    <span className={styles.tag} data-missing="">
      <Icon name="warning" /> {t('status.missing', count)}
    </span>
  )
}

/** How many of the students who were given reviews have written all of theirs. */
export function ReviewsDone({ all }: { all: readonly (ReviewDebt | undefined)[] }) {
  const t = useTranslations('board')
  const { asked, done } = reviewsDoneAmong(all.flatMap((reviews) => reviews ?? []))
  return asked === 0 ? t('status.nothing') : t('doneOf', { done, all: asked })
}
