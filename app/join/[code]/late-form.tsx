'use client'
// The join request form for a code that does not open. It is offered for every such code, so it does not tell which codes exist; only who
// came by the activity's link was told why already.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Field } from '#ui/field'
import { SubmitButton } from '#ui/submit-button'
import { TextInput } from '#ui/text-input'
import { askToComeIn } from '../actions'
import styles from '../join.module.css'
import { QueueLine } from '../queue-line'

export function LateForm({ code, isLinked = false }: { code: string; isLinked?: boolean }) {
  const t = useTranslations('join.late')
  const faults = useTranslations('join.name.fault')
  const [state, send] = useActionState(askToComeIn, { attempt: 0, name: '', fault: null, queue: null })
  return (
    <form action={send} className={styles.body}>
      <div className={styles.way}>
        <h2>{t(isLinked ? 'linkedHeading' : 'heading')}</h2>
        <p className={styles.hint}>{t(isLinked ? 'linkedText' : 'text')}</p>
        <input type="hidden" name="code" value={code} />
        <Field label={t('name')} error={state.fault ? faults(state.fault) : undefined}>
          <TextInput
            key={state.attempt}
            name="name"
            required
            maxLength={60}
            autoComplete="name"
            defaultValue={state.name}
          />
        </Field>
        {state.queue ? <QueueLine {...state.queue} /> : null}
        <SubmitButton kind="plain" wide>
          {t('submit')}
        </SubmitButton>
      </div>
    </form>
  )
}
