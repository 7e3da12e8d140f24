'use client'
// The form that changes the account's displayed name.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { LIMITS } from '#simulation/kernel/limits'
import { Field } from '#ui/controls/field'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextInput } from '#ui/controls/text-input'
import styles from './account.module.css'
import { changeName } from './actions'

export function NameForm({ name }: { name: string }) {
  const t = useTranslations('account.name')
  const [state, send] = useActionState(changeName, { attempt: 0, name, outcome: null })
  return (
    <form action={send} className={`form ${styles.form}`}>
      <Field label={t('label')} hint={t('hint')} error={state.outcome === 'bad-name' ? t('fault') : undefined}>
        <TextInput
          key={state.attempt}
          name="name"
          autoComplete="name"
          required
          maxLength={LIMITS.name}
          defaultValue={state.name}
        />
      </Field>
      {state.outcome === 'renamed' ? <p role="status">{t('renamed')}</p> : null}
      <SubmitButton kind="plain">{t('submit')}</SubmitButton>
    </form>
  )
}
