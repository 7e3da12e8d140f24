'use client'
// The sign-up form. Each fault stands at its field and says what to type instead.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextInput } from '#ui/controls/text-input'
import { createAccount, type SignUpState } from './actions'

export function SignUpForm({ next, email }: { next: string; email: string }) {
  const t = useTranslations('people.signUp')
  const [state, send] = useActionState<SignUpState, FormData>(createAccount, {
    attempt: 0,
    name: '',
    email,
    faults: [],
  })
  const say = (...kinds: SignUpState['faults'][number][]) => {
    const found = kinds.find((kind) => state.faults.includes(kind))
    return found && t(`fault.${found}`)
  }
  return (
    <form action={send} className="form" key={state.attempt}>
      <input type="hidden" name="next" value={next} />
      <Field label={t('name')} hint={t('nameHint')} error={say('bad-name')}>
        <TextInput name="name" autoComplete="name" required defaultValue={state.name} />
      </Field>
      <Field label={t('email')} error={say('bad-email', 'email-taken', 'other-address')}>
        <TextInput name="email" type="email" autoComplete="email" required defaultValue={state.email} />
      </Field>
      <Field
        label={t('password')}
        hint={t('passwordHint')}
        error={say('too-short', 'too-long', 'too-common', 'is-your-address')}
      >
        <TextInput name="password" type="password" autoComplete="new-password" required />
      </Field>
      {say('wait', 'uninvited', 'closed') ? (
        <p role="alert">
          <ErrorText>{say('wait', 'uninvited', 'closed')}</ErrorText>
        </p>
      ) : null}
      <SubmitButton wide>{t('submit')}</SubmitButton>
    </form>
  )
}
