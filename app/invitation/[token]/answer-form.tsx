'use client'
// The buttons that accept or decline. An acceptance that is refused says why and leaves the invitation valid.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorText } from '#ui/controls/error-text'
import { SubmitButton } from '#ui/controls/submit-button'
import { accept, decline } from './actions'
import styles from './invitation.module.css'

export function AnswerForm({ token }: { token: string }) {
  const t = useTranslations('people.invitation')
  const [{ fault }, send] = useActionState(accept, { fault: null })
  return (
    <>
      <div className={`acts ${styles.acts}`}>
        <form action={send}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton>{t('accept')}</SubmitButton>
        </form>
        <form action={decline}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton kind="plain">{t('decline')}</SubmitButton>
        </form>
      </div>
      {fault ? (
        <p role="alert">
          <ErrorText>{t(`fault.${fault}`)}</ErrorText>
        </p>
      ) : null}
    </>
  )
}
