'use client'
// The field for a room code. A form that is sent without one is answered here, in a sentence; the browser's own bubble is for when no script runs.
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { LIMITS } from '#simulation/kernel/limits'
import styles from './code-field.module.css'
import { Field } from './field'
import { TextInput } from './text-input'

type CodeFieldProps = {
  label: ReactNode
  hint: ReactNode
  /** The fault of the code that was sent last. */
  error?: ReactNode
  code?: string | undefined
  example?: string
  /** Stands at the end of the input, as the form's button. */
  beside?: ReactNode
}

export function CodeField({ label, hint, error, code, example, beside }: CodeFieldProps) {
  const t = useTranslations('ui.code')
  const [isEmpty, setEmpty] = useState(false)
  return (
    <Field label={label} hint={hint} error={isEmpty ? t('empty') : error}>
      <div className={styles.row}>
        <TextInput
          name="code"
          voice="code"
          required
          maxLength={LIMITS.joinCode}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          placeholder={example}
          defaultValue={code}
          onInvalid={(event) => {
            event.preventDefault()
            event.currentTarget.focus()
            setEmpty(true)
          }}
          onChange={() => setEmpty(false)}
        />
        {beside}
      </div>
    </Field>
  )
}
