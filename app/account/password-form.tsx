'use client'
// A new password for whoever knows the one before. A fault stands at its field and says what to type instead;
// where too many have been tried, what was typed stays and is tried again by itself.
import { useTranslations } from 'next-intl'
import { startTransition, useActionState } from 'react'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { TextInput } from '#ui/text-input'
import { TryAgain } from '#ui/try-again'
import styles from './account.module.css'
import { changePassword, type PasswordState } from './actions'

const untouched: PasswordState = { attempt: 0, fault: null }

export function PasswordForm() {
  const t = useTranslations('account.password')
  const [{ attempt, fault }, send, isSending] = useActionState(changePassword, untouched)
  const ofCurrent = fault === 'no-match' || fault === 'no-password' ? t(`fault.${fault}`) : undefined
  const ofNext = typeof fault === 'string' && !ofCurrent && fault !== 'no-match' && fault !== 'no-password'
  return (
    <form
      action={send}
      className={styles.form}
      key={attempt}
      onSubmit={(event) => {
        // React empties a form that it sends by itself, and passwords that only have to wait would be lost.
        event.preventDefault()
        const typed = new FormData(event.currentTarget)
        startTransition(() => send(typed))
      }}
    >
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
      {typeof fault === 'object' && fault !== null ? <TryAgain key={fault.try} waitMs={fault.waitMs} /> : null}
      <Button kind="primary" type="submit" busy={isSending}>
        {t('submit')}
      </Button>
    </form>
  )
}
