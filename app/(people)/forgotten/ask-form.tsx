'use client'
// Asks for a link to a new password. What was typed stays after a refusal.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextInput } from '#ui/controls/text-input'
import { type AskState, askForLink } from './actions'

const untouched: AskState = { email: '', fault: null }

export function AskForm() {
  const t = useTranslations('people.forgotten')
  const [{ email, fault }, send] = useActionState(askForLink, untouched)
  return (
    <form action={send} className="form">
      <Field label={t('email')} error={fault === 'bad-email' ? t('fault.bad-email') : undefined}>
        <TextInput name="email" type="email" autoComplete="username" required defaultValue={email} />
      </Field>
      {fault === 'wait' ? (
        <p role="alert">
          <ErrorText>{t('fault.wait')}</ErrorText>
        </p>
      ) : null}
      <SubmitButton wide>{t('send')}</SubmitButton>
    </form>
  )
}
