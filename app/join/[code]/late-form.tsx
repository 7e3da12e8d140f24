'use client'
// The name of somebody who cannot come in by themselves, sent to the desk as a join request.
import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { LIMITS } from '#simulation/kernel/limits'
import { Field } from '#ui/controls/field'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextInput } from '#ui/controls/text-input'
import { askToComeIn } from '../actions'
import styles from '../join.module.css'
import { QueueLine } from '../queue-line'

export function LateForm({ code, words, children }: { code: string; words: string; children: ReactNode }) {
  const t = useTranslations('join')
  const [state, send] = useActionState(askToComeIn, { attempt: 0, name: '', fault: null, queue: null })
  return (
    <form action={send} className={styles.form}>
      <div className={styles.body}>
        {children}
        <input type="hidden" name="code" value={code} />
        <div className={styles.way}>
          <Field label={t('late.name')} error={state.fault ? t(`name.fault.${state.fault}`) : undefined}>
            <TextInput
              key={state.attempt}
              name="name"
              required
              maxLength={LIMITS.name}
              autoComplete="name"
              defaultValue={state.name}
            />
          </Field>
        </div>
        {state.queue ? <QueueLine {...state.queue} /> : null}
      </div>
      <div className={`stack ${styles.foot}`}>
        <SubmitButton wide>{words}</SubmitButton>
      </div>
    </form>
  )
}
