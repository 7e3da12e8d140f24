'use client'
// Renames a course or an activity in place.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { LIMITS } from '#simulation/kernel/limits'
import { Field } from '#ui/controls/field'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextInput } from '#ui/controls/text-input'
import styles from '../courses.module.css'
import type { TitleState } from './course-actions'

type TitleFormProps = {
  send: (before: TitleState, form: FormData) => Promise<TitleState>
  /** The hidden field that says what is renamed. */
  of: { name: 'courseId' | 'activityId'; id: string }
  title: string
}

export function TitleForm({ send, of, title }: TitleFormProps) {
  const t = useTranslations('courses.keep')
  const [{ attempt, fault }, submit] = useActionState(send, { attempt: 0, fault: null })
  return (
    <form action={submit} className={`row ${styles.rename}`}>
      <input type="hidden" name={of.name} value={of.id} />
      <Field label={t('title')} error={fault ? t(`fault.${fault}`) : undefined}>
        <TextInput key={`${attempt} ${title}`} name="title" required maxLength={LIMITS.title} defaultValue={title} />
      </Field>
      <SubmitButton kind="plain">{t('rename')}</SubmitButton>
    </form>
  )
}
