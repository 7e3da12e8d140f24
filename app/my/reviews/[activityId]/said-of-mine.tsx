// What others say of a student's posts, once the reviews are closed (rule J15): the median of each criterion and the comments.
import { useTranslations } from 'next-intl'
import type { SaidOfPosts } from '#simulation/beside/peer-reviews/peer-medians'
import { topOf } from '#simulation/reading/log/rubric'
import styles from './reviews.module.css'

export function SaidOfMine({ about: { rubric, medians, comments } }: { about: SaidOfPosts }) {
  const t = useTranslations('reviews')
  return (
    <section className={styles.part} aria-labelledby="said-of-mine">
      <h2 id="said-of-mine">{t('mine', { count: comments.length })}</h2>
      {comments.length === 0 ? null : (
        <>
          <dl className={`fields ${styles.levels}`}>
            {medians.map(({ criterion: { key, name, levels }, median }) => (
              <div key={key}>
                <dt className="note">{name}</dt>
                <dd>
                  <b>{median === null ? t('noMedian') : t('median', { median, top: topOf(rubric) })}</b>{' '}
                  {median === null ? null : levels[median]}
                </dd>
              </div>
            ))}
          </dl>
          <ul className={`fields ${styles.comments}`}>
            {comments.map((comment, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two of them may be the same words
              <li key={at}>
                <bdi>{comment}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
