'use client'
// The form that creates the seminar. A refusal keeps what was chosen.
import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { LIMITS } from '#simulation/kernel/limits'
import { LinkButton } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextInput } from '#ui/controls/text-input'
import { PageHead } from '#ui/page/page-head'
import styles from '../_wizard/wizard.module.css'
import { type MakeFault, makeSeminar } from './actions'

const untouched: { fault: MakeFault | null } = { fault: null }

/** `planned`: what the page shows of the tables (`plannedText`). */
type MakeFormProps = { courseId: string; title: string; back: string; planned: string; children: ReactNode }

export function MakeForm({ courseId, title, back, planned, children }: MakeFormProps) {
  const t = useTranslations('new-seminar')
  const [{ fault }, send] = useActionState(makeSeminar, untouched)
  return (
    <div>
      <PageHead title={t('door.heading')} lead={t('door.lead')} />
      <form action={send} className={styles.form}>
        <input type="hidden" name="courseId" value={courseId} />
        <input type="hidden" name="planned" value={planned} />
        <Field
          label={t('door.name')}
          hint={t('door.nameHint')}
          error={fault === 'no-name' ? t('door.noName') : undefined}
        >
          <TextInput name="title" required maxLength={LIMITS.title} defaultValue={title} />
        </Field>
        {children}
        {fault === 'no-scenario' ? <ErrorText>{t('door.noScenario')}</ErrorText> : null}
        {fault === 'no-rounds' ? <ErrorText>{t('door.noRounds')}</ErrorText> : null}
        {fault === 'roster-changed' ? <ErrorText>{t('door.rosterChanged')}</ErrorText> : null}
        <div className={`row ${styles.foot}`}>
          <LinkButton href={back}>{t('back')}</LinkButton>
          <SubmitButton>{t('door.make')}</SubmitButton>
        </div>
      </form>
    </div>
  )
}
