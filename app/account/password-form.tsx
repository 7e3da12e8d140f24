'use client'
// A new password for whoever knows the one before. A fault stands at its field and says what to type instead.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorText } from '#ui/error-text'
import { Field } from '#ui/field'
import { SubmitButton } from '#ui/submit-button'
import { TextInput } from '#ui/text-input'
import styles from './account.module.css'
import { changePassword, type PasswordState } from './actions'

const untouched: PasswordState = { attempt: 0, fault: null }

export function PasswordForm() {
  const t = useTranslations('account.password')
  const [{ attempt, fault }, send] = useActionState(changePassword, untouched)
  const ofCurrent = fault === 'no-match' || fault === 'no-password' ? t(`fault.${fault}`) : undefined
  const ofNext = typeof fault === 'string' && !ofCurrent && fault !== 'no-match' && fault !== 'no-password'
  return (
    <form action={send} className={styles.form} key={attempt}>
      <Field label={t('current')} error={ofCurrent}>
        <TextInput
          name="current"
          type="password"
          autoComplete="current-password"
          required
          autoFocus={ofCurrent !== undefined}
        />
      </Field>
      <Field label={t('next')} hint={t('hint')} error={ofNext ? t(`fault.${fault}`) : undefined}>
        <TextInput name="next" type="password" autoComplete="new-password" required />
      </Field>
      {typeof fault === 'object' && fault !== null ? (
        <p role="alert">
          <ErrorText>{t('fault.wait', { seconds: fault.seconds })}</ErrorText>
        </p>
      ) : null}
      <SubmitButton>{t('submit')}</SubmitButton>
    </form>
  )
}
