'use client'
// The form that publishes the debate. A refusal keeps what was chosen.
import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { LIMITS } from '#simulation/kernel/limits'
import { LinkButton } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { InstructionsFields } from '#ui/controls/instructions-fields'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextInput } from '#ui/controls/text-input'
import styles from '../_wizard/wizard.module.css'
import { type PublishFault, publishHomework } from './actions'
import own from './new-homework.module.css'

const untouched: { fault: PublishFault | null } = { fault: null }

type PublishFormProps = {
  courseId: string
  title: string
  toDates: string
  /** A fault known before publishing is tried. */
  wrong: PublishFault | null
  /** What is proposed, which stands folded with the words to the students. */
  rest: ReactNode
  children: ReactNode
}

export function PublishForm({ courseId, title, toDates, wrong, rest, children }: PublishFormProps) {
  const t = useTranslations('homework.wizard')
  const [{ fault: refused }, send] = useActionState(publishHomework, untouched)
  const fault = refused ?? wrong
  return (
    <form action={send} className={styles.form}>
      <input type="hidden" name="courseId" value={courseId} />
      {children}
      <Field
        label={t('check.name')}
        hint={t('check.nameHint')}
        error={fault === 'no-name' ? t('check.fault.no-name') : undefined}
      >
        <TextInput name="title" required maxLength={LIMITS.title} defaultValue={title} />
      </Field>
      <details>
        <summary>{t('check.rest')}</summary>
        <div className="stack">
          {rest}
          <InstructionsFields written={{ instructions: '', aiUse: '' }} />
        </div>
      </details>
      {fault && fault !== 'no-name' ? (
        <div className={`stack ${own.fault}`}>
          <ErrorText>{t(`check.fault.${fault}`)}</ErrorText>
          {fault === 'dates' ? <LinkButton href={toDates}>{t('check.toDates')}</LinkButton> : null}
        </div>
      ) : null}
      <div className={`row ${styles.foot}`}>
        <SubmitButton>{t('check.publish')}</SubmitButton>
        <span className="faint">{t('check.publishHint')}</span>
      </div>
    </form>
  )
}
