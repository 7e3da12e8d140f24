'use client'
// The form for the levels of an example.
import { useTranslations } from 'next-intl'
import { LEAST_REVIEW } from '#simulation/beside/peer-reviews/peer-reviews'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { useHydrated } from '#ui/page/use-hydrated.ts'
import { type FormOf, LevelFields, useReviewForm } from './level-fields'
import { judge } from './review-actions'
import styles from './reviews.module.css'

export function ExampleForm({ activityId, owner, rubric, place }: FormOf & { place: number }) {
  const t = useTranslations('reviews')
  const hydrated = useHydrated()
  const form = useReviewForm({ owner, rubric }, `example-${place}`, `example-${place}`)
  const { levels, fault, busy, send } = form
  if (!hydrated) return null
  return (
    <div className={styles.form}>
      <LevelFields rubric={rubric} form={form} />
      <p role="status">{fault ? <ErrorText>{t(`fault.${fault}`, { least: LEAST_REVIEW })}</ErrorText> : null}</p>
      <Button busy={busy} onClick={() => void send(() => judge({ activityId, place, levels }))}>
        {t('compare')}
      </Button>
    </div>
  )
}
