'use client'
// The form for a review: levels and a comment.
import { useTranslations } from 'next-intl'
import { LIMITS } from '#simulation/kernel/limits'
import { LEAST_REVIEW } from '#simulation/reading/peer-reviews'
import { Button } from '#ui/button'
import { ErrorText } from '#ui/error-text'
import { Field } from '#ui/field'
import { TextArea } from '#ui/text-input'
import { useHydrated } from '#ui/use-hydrated.ts'
import { type FormOf, LevelFields, useReviewForm } from './level-fields'
import { send as sendReview } from './review-actions'
import styles from './reviews.module.css'

export function ReviewForm({ activityId, owner, rubric, review }: FormOf & { review: string }) {
  const t = useTranslations('reviews')
  const hydrated = useHydrated()
  const { levels, text, write, fault, busy, send } = useReviewForm(owner, review, `review-${review}`)
  if (!hydrated) return null
  const short = fault === 'short'
  return (
    <div className={styles.form}>
      <LevelFields
        rubric={rubric}
        levels={levels}
        onLevels={(next) => write({ levels: next })}
        missing={fault === 'levels'}
      />
      <Field
        label={t('comment')}
        hint={t('commentHint', { least: LEAST_REVIEW })}
        {...(short ? { error: t('fault.short', { least: LEAST_REVIEW }) } : {})}
      >
        <TextArea
          voice="record"
          rows={4}
          maxLength={LIMITS.review}
          value={text}
          onChange={(event) => write({ text: event.target.value })}
        />
      </Field>
      {fault && !short ? <ErrorText>{t(`fault.${fault}`)}</ErrorText> : null}
      <Button
        kind="primary"
        busy={busy}
        onClick={() => void send(() => sendReview({ activityId, review, levels, comment: text }))}
      >
        {t('send')}
      </Button>
      <p className={styles.hint}>{t('sendHint')}</p>
    </div>
  )
}
