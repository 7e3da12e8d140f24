'use client'
// Has a personal link mailed to the address on the class list once more. What was typed stays after a refusal.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextInput } from '#ui/controls/text-input'
import { NextField } from '../next-field'
import { type LinkState, mailLink } from './actions'

const untouched: LinkState = { email: '', fault: null }

export function LinkForm({ next }: { next: string }) {
  const t = useTranslations('people')
  const [{ email, fault }, send] = useActionState(mailLink, untouched)
  return (
    <form action={send} className="form">
      <NextField next={next} />
      <Field label={t('signIn.link.email')} error={fault === 'bad-email' ? t('forgotten.fault.bad-email') : undefined}>
        <TextInput name="email" type="email" autoComplete="email" required defaultValue={email} />
      </Field>
      {fault === 'wait' ? (
        <p role="alert">
          <ErrorText>{t('forgotten.fault.wait')}</ErrorText>
        </p>
      ) : null}
      <SubmitButton kind="plain" wide>
        {t('signIn.link.send')}
      </SubmitButton>
    </form>
  )
}
