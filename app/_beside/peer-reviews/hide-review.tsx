'use client'
// Under a peer review: the form to hide it with a reason that its writer reads, or the reason and the way to show it again. The focus stays on
// the review, `review-…`.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useChairWords } from '#chair/use-chair-words.ts'
import { LIMITS } from '#simulation/kernel/limits'
import { hidingDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { TextInput } from '#ui/controls/text-input'
import { useHydrated } from '#ui/page/use-hydrated.ts'
import { hideReview } from './hide-actions'

type HideReviewProps = {
  activityId: string
  participantId: string
  review: string
  /** Of whoever wrote it. */
  name: string
  hidden: string | null
}

export function HideReview({ activityId, participantId, review, name, hidden }: HideReviewProps) {
  const t = useTranslations('grading.reviews')
  const router = useRouter()
  const hydrated = useHydrated()
  const { text, write, missing, sending, send } = useChairWords(activityId, hidingDraftKey(review))
  const [failed, setFailed] = useState(false)
  const change = async (reason: string | null) => {
    const kept = await hideReview({ activityId, participantId, review, reason }).catch(() => false)
    setFailed(!kept)
    // What was pressed is gone then. Where somebody else has changed it, that is read.
    if (kept) document.getElementById(`review-${review}`)?.focus()
    router.refresh()
    return kept
  }
  if (hidden !== null)
    return (
      <p>
        {t('hidden', { reason: hidden })}{' '}
        <Button size="dense" onClick={() => void change(null)}>
          {t('show', { name })}
        </Button>
        <Failed failed={failed} />
      </p>
    )
  return (
    <details>
      <summary>{t('hide', { name })}</summary>
      {hydrated ? (
        <>
          <Field label={t('reason')} hint={t('reasonHint')} {...(missing ? { error: t('missing') } : {})}>
            <TextInput maxLength={LIMITS.reason} value={text} onWords={(value) => write({ text: value })} />
          </Field>
          <Button size="dense" busy={sending} onClick={() => void send(({ text: reason }) => change(reason))}>
            {t('hideNow')}
          </Button>
          <Failed failed={failed} />
        </>
      ) : null}
    </details>
  )
}

function Failed({ failed }: { failed: boolean }) {
  const t = useTranslations('grading.reviews')
  return <span role="status">{failed ? <ErrorText>{t('failed')}</ErrorText> : null}</span>
}
