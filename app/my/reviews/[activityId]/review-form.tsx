'use client'
// The form for a review: levels and a comment.
import { useTranslations } from 'next-intl'
import { LEAST_REVIEW } from '#simulation/beside/peer-reviews/peer-reviews'
import { LIMITS } from '#simulation/kernel/limits'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { TextArea } from '#ui/controls/text-input'
import { useHydrated } from '#ui/page/use-hydrated.ts'
import { type FormOf, LevelFields, useReviewForm } from './level-fields'
import { send as sendReview } from './review-actions'
import styles from './reviews.module.css'

export function ReviewForm({ activityId, owner, rubric, review }: FormOf & { review: string }) {
  const t = useTranslations('reviews')
  const hydrated = useHydrated()
  const form = useReviewForm({ owner, rubric }, review, `review-${review}`)
  const { levels, text, write, fault, busy, send } = form
  if (!hydrated) return null
  return (
    <div className={styles.form}>
      <LevelFields rubric={rubric} form={form} />
      <Field
        label={t('comment')}
        hint={t('commentHint', { least: LEAST_REVIEW })}
        {...(fault === 'short' ? { error: t('fault.shortHere', { least: LEAST_REVIEW }) } : {})}
      >
        <TextArea
          voice="record"
          rows={4}
          maxLength={LIMITS.review}
          value={text}
          onWords={(value) => write({ text: value })}
        />
      </Field>
      <p role="status">{fault ? <ErrorText>{t(`fault.${fault}`, { least: LEAST_REVIEW })}</ErrorText> : null}</p>
      <Button
        kind="primary"
        busy={busy}
        onClick={() => void send(() => sendReview({ activityId, review, levels, comment: text }))}
      >
        {t('send')}
      </Button>
      <p className="note">{t('sendHint')}</p>
    </div>
  )
}
