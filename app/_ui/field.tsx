'use client'
// A label, a hint and an error around one control, tied together for the eye and for the ear. Whoever judges the value is outside.
import { Field as Base } from '@base-ui/react/field'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ErrorText } from './error-text'
import styles from './field.module.css'

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  optional?: boolean
  /** The label is heard and not seen, where the place already says it. */
  labelHidden?: boolean
  children: ReactNode
}

export function Field({ label, hint, error, optional, labelHidden, children }: FieldProps) {
  const t = useTranslations('ui')
  return (
    <Base.Root className={styles.field} invalid={Boolean(error)}>
      <Base.Label className={styles.label} data-hidden={labelHidden || undefined}>
        {label} {optional ? <span className={styles.optional}>{t('field.optional')}</span> : null}
      </Base.Label>
      {children}
      {hint ? <Base.Description className={styles.hint}>{hint}</Base.Description> : null}
      <Base.Error match={Boolean(error)}>
        <ErrorText>{error}</ErrorText>
      </Base.Error>
    </Base.Root>
  )
}
