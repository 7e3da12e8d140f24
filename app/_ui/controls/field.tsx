'use client'
// A label, a hint and an error around one control, connected by ids for screen readers. The caller validates the value.
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { ErrorText } from './error-text'
import styles from './field.module.css'
import { Ties } from './field-ties'

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  optional?: boolean
  /** Hides the label visually where the context already shows it; screen readers still read it. */
  labelHidden?: boolean
  children: ReactNode
}

export function Field({ label, hint, error, optional, labelHidden, children }: FieldProps) {
  const t = useTranslations('ui')
  const id = useId()
  const [controlId, labelId, hintId, errorId] = [`${id}-control`, `${id}-label`, `${id}-hint`, `${id}-error`]
  const saidIds = [...(hint ? [hintId] : []), ...(error ? [errorId] : [])]
  return (
    <div className={styles.field}>
      <label id={labelId} htmlFor={controlId} className={labelHidden ? 'unseen' : styles.label}>
        {label} {optional ? <span className={styles.optional}>{t('field.optional')}</span> : null}
      </label>
      <Ties value={{ controlId, labelId, saidIds, invalid: Boolean(error) }}>{children}</Ties>
      {hint ? (
        <p id={hintId} className="faint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <div id={errorId}>
          <ErrorText>{error}</ErrorText>
        </div>
      ) : null}
    </div>
  )
}
