'use client'
// Begins a scenario: its title and the language in which it is written. Everything else is filled in on its page.
import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { OUTLINE_MOST } from '#simulation/scenario/authoring/outline-bounds'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextInput } from '#ui/controls/text-input'
import styles from '../../courses.module.css'
import { beginScenario } from './actions'
import { LANGUAGES } from './languages'
import own from './scenarios.module.css'

export function BeginForm({ courseId }: { courseId: string }) {
  const t = useTranslations('scenarios')
  const here = useLocale().split('-')[0] ?? 'en'
  const [{ fault }, send] = useActionState(beginScenario, { fault: null })
  return (
    <form action={send} className={`row ${own.begin}`}>
      <input type="hidden" name="courseId" value={courseId} />
      <Field label={t('begin.title')} error={fault ? t('begin.noTitle') : undefined}>
        <TextInput name="title" required maxLength={OUTLINE_MOST.label} />
      </Field>
      <Field label={t('fields.language')}>
        <Select
          name="language"
          defaultValue={LANGUAGES.find((one) => one === here) ?? 'en'}
          options={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
      </Field>
      <div className={styles.links}>
        <SubmitButton>{t('begin.act')}</SubmitButton>
      </div>
    </form>
  )
}
