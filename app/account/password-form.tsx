'use client'
// The password form; it asks for the current password. A fault stands at its field. While it is rate-limited the fields stay and the form
// sends itself again.
import { useTranslations } from 'next-intl'
import { startTransition, useActionState } from 'react'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { TextInput } from '#ui/controls/text-input'
import { TryAgain } from '#ui/over/try-again'
import styles from './account.module.css'
import { changePassword, type PasswordState } from './actions'

const untouched: PasswordState = { attempt: 0, fault: null }

export function PasswordForm() {
  const t = useTranslations('account.password')
  const rule = useTranslations('people.signUp.fault')
  const [{ attempt, fault }, send, isSending] = useActionState(changePassword, untouched)
  const ofCurrent = fault === 'no-match' || fault === 'no-password' ? t(`fault.${fault}`) : undefined
  const ofNext = typeof fault === 'string' && !ofCurrent && fault !== 'no-match' && fault !== 'no-password'
  return (
    <form
      action={send}
      className={`form ${styles.form}`}
      key={attempt}
      onSubmit={(event) => {
        // React empties a form after its action; preventDefault keeps the passwords that have to wait for their turn.
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
      <Field label={t('next')} hint={t('hint')} error={ofNext ? rule(fault) : undefined}>
        <TextInput name="next" type="password" autoComplete="new-password" required />
      </Field>
      {typeof fault === 'object' && fault !== null ? <TryAgain key={fault.try} waitMs={fault.waitMs} /> : null}
      <Button kind="primary" type="submit" busy={isSending}>
        {t('submit')}
      </Button>
    </form>
  )
}
