// Levels that were given, each with what it says; beside the median of all reviews, where that is read.
import { useTranslations } from 'next-intl'
import { type ReviewLevels, type ReviewMedian, reviewedCriteria } from '#simulation/beside/peer-reviews/peer-medians'
import { type Rubric, topOf } from '#simulation/reading/log/rubric'
import styles from './reviews.module.css'

type GivenLevelsProps = { rubric: Rubric; levels: ReviewLevels; medians?: readonly ReviewMedian[] | null }

export function GivenLevels({ rubric, levels, medians = null }: GivenLevelsProps) {
  const t = useTranslations('reviews')
  const top = topOf(rubric)
  return (
    <dl className={`fields ${styles.levels}`}>
      {reviewedCriteria(rubric).map(({ key, name, levels: words }) => {
        const level = levels[key]
        const median = medians?.find(({ criterion }) => criterion.key === key)?.median ?? null
        return level === undefined ? null : (
          <div key={key}>
            <dt className="note">{name}</dt>
            <dd>
              <b>{t('given', { level, top })}</b> {median === null ? null : <b>{t('beside', { median })}</b>}{' '}
              {words[level]}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
