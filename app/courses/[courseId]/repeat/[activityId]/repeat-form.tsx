'use client'
// The form that publishes the repeated debate. A refusal keeps what was typed.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { LIMITS } from '#simulation/kernel/limits'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextInput } from '#ui/controls/text-input'
import styles from '../../_wizard/wizard.module.css'
import { type RepeatFault, repeatThisDebate } from './actions'
import own from './repeat.module.css'

type RepeatFormProps = { activityId: string; courseId: string; start: string; title: string }

export function RepeatForm({ activityId, courseId, start, title }: RepeatFormProps) {
  const t = useTranslations('homework.repeat')
  const [{ fault }, send] = useActionState(repeatThisDebate, { fault: null satisfies RepeatFault | null })
  return (
    <form action={send} className={`form ${own.publish}`}>
      <input type="hidden" name="activityId" value={activityId} />
      <input type="hidden" name="into" value={courseId} />
      <input type="hidden" name="start" value={start} />
      <Field label={t('name')} error={fault === 'no-name' ? t('fault.no-name') : undefined}>
        <TextInput name="title" required maxLength={LIMITS.title} defaultValue={title} />
      </Field>
      {fault && fault !== 'no-name' ? <ErrorText>{t(`fault.${fault}`)}</ErrorText> : null}
      <div className={`row ${styles.foot}`}>
        <SubmitButton>{t('publish')}</SubmitButton>
        <span className="faint">{t('publishHint')}</span>
      </div>
    </form>
  )
}
