'use client'
// Adds a colleague by the e-mail of their account.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Field } from '#ui/field'
import { Select } from '#ui/select'
import { SubmitButton } from '#ui/submit-button'
import { TextInput } from '#ui/text-input'
import styles from '../courses.module.css'
import { addColleague, type StaffState } from './actions'

const untouched: StaffState = { attempt: 0, email: '', outcome: null }

export function StaffForm({ courseId }: { courseId: string }) {
  const t = useTranslations('courses.course.staff')
  const roles = useTranslations('courses.list')
  const [{ attempt, email, outcome }, send] = useActionState(addColleague, untouched)
  return (
    <>
      <form action={send} className={styles.staffForm}>
        <input type="hidden" name="courseId" value={courseId} />
        <Field label={t('email')} error={outcome && outcome.kind !== 'added' ? t(`fault.${outcome.kind}`) : undefined}>
          <TextInput key={attempt} name="email" type="email" required defaultValue={email} />
        </Field>
        <Field label={t('role')}>
          <Select
            name="role"
            defaultValue="assistant"
            options={[
              { value: 'assistant', label: roles('assistant') },
              { value: 'instructor', label: roles('instructor') },
            ]}
          />
        </Field>
        <SubmitButton kind="plain">{t('submit')}</SubmitButton>
      </form>
      <p role="status">{outcome?.kind === 'added' ? t('added', { name: outcome.name }) : null}</p>
    </>
  )
}
