'use client'
// The new password, by a mailed link. A link that was used meanwhile says so above the field.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextInput } from '#ui/controls/text-input'
import { type ChooseState, choosePassword } from '../actions'

const untouched: ChooseState = { attempt: 0, fault: null }

export function ChooseForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('people.forgotten')
  const faults = useTranslations('people.signUp.fault')
  const [{ attempt, fault }, send] = useActionState(choosePassword, untouched)
  const ofField = fault && fault !== 'dead' ? faults(fault) : undefined
  return (
    <form action={send} className="form">
      <input type="hidden" name="token" value={token} />
      {/* For the password manager, which files the new password under it. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      {fault === 'dead' ? (
        <p role="alert">
          <ErrorText>{t('deadText')}</ErrorText>
        </p>
      ) : null}
      <Field label={t('next')} hint={t('nextHint')} error={ofField}>
        <TextInput
          key={attempt}
          name="next"
          type="password"
          autoComplete="new-password"
          required
          autoFocus={ofField !== undefined}
        />
      </Field>
      <SubmitButton wide>{t('choose')}</SubmitButton>
    </form>
  )
}
