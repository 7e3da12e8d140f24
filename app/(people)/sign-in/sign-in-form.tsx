'use client'
// The sign-in form. Typed fields stay, except a password that did not match. While sign-in is rate-limited it shows the wait and then sends
// itself again.
import { useTranslations } from 'next-intl'
import { startTransition, useActionState } from 'react'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { TextInput } from '#ui/controls/text-input'
import { TryAgain } from '#ui/over/try-again'
import { NextField } from '../next-field'
import { type SignInState, signIn } from './actions'

const untouched: SignInState = { email: '', misses: 0, fault: null }

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('people.signIn')
  const [{ email, fault, misses }, send, isSending] = useActionState(signIn, untouched)
  return (
    <form
      action={send}
      className="form"
      onSubmit={(event) => {
        // React empties a form after its action; preventDefault keeps the password that has to wait for its turn.
        event.preventDefault()
        const typed = new FormData(event.currentTarget)
        startTransition(() => send(typed))
      }}
    >
      <NextField next={next} />
      <Field label={t('email')}>
        <TextInput name="email" type="email" autoComplete="username" required defaultValue={email} />
      </Field>
      <Field label={t('password')} error={fault?.kind === 'no-match' ? t('fault.no-match') : undefined}>
        <TextInput
          key={misses}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          autoFocus={misses > 0}
        />
      </Field>
      {fault?.kind === 'wait' ? <TryAgain key={fault.try} waitMs={fault.waitMs} /> : null}
      <Button kind="primary" type="submit" wide busy={isSending}>
        {t('submit')}
      </Button>
    </form>
  )
}
