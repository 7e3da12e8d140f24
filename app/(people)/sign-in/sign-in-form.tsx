'use client'
// The sign-in form. What was typed stays when it is refused, except the password.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorText } from '#ui/error-text'
import { Field } from '#ui/field'
import { SubmitButton } from '#ui/submit-button'
import { TextInput } from '#ui/text-input'
import styles from '../people.module.css'
import { type SignInState, signIn } from './actions'

const untouched: SignInState = { attempt: 0, email: '', fault: null }

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('people.signIn')
  const [state, send] = useActionState(signIn, untouched)
  const { fault } = state
  return (
    <form action={send} className={styles.form} key={state.attempt}>
      <input type="hidden" name="next" value={next} />
      <Field label={t('email')}>
        <TextInput name="email" type="email" autoComplete="username" required defaultValue={state.email} />
      </Field>
      <Field
        label={t('password')}
        error={fault?.kind === 'no-match' ? t('fault.no-match', { triesLeft: fault.triesLeft }) : undefined}
      >
        <TextInput
          name="password"
          type="password"
          autoComplete="current-password"
          required
          autoFocus={fault?.kind === 'no-match'}
        />
      </Field>
      {fault?.kind === 'wait' ? (
        <p role="alert">
          <ErrorText>{t('fault.wait', { minutes: fault.minutes })}</ErrorText>
        </p>
      ) : null}
      <SubmitButton wide>{t('submit')}</SubmitButton>
    </form>
  )
}
