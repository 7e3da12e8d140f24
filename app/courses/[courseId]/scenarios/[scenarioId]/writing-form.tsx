'use client'
// The page on which a scenario is written, in sections that can be filled in any order. Everything is saved as it is typed.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OUTLINE_MOST } from '#simulation/scenario/authoring/outline-bounds'
import type { Writing } from '#simulation/scenario/authoring/writing'
import { Band } from '#ui/charts/band'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { LANGUAGES } from '../languages'
import { PartyFields } from './party-fields'
import { SourceFields } from './source-fields'
import { TensionFields } from './tension-fields'
import { useWriting, WrittenProvider } from './use-writing'
import { type VersionLine, Versions } from './versions'
import styles from './writing.module.css'
import { WritingFoot } from './writing-foot'
import { WrittenField } from './written-field'

type WritingFormProps = {
  courseId: string
  scenarioId: string
  scenarioKey: string
  version: number
  own: Writing
  versions: readonly VersionLine[]
  /** Who may play it. */
  children: ReactNode
}

export function WritingForm({ scenarioKey, versions, children, ...opened }: WritingFormProps) {
  const t = useTranslations('scenarios')
  const written = useWriting(opened)
  const { own, change } = written
  return (
    <WrittenProvider value={written}>
      <section className={styles.section}>
        <Band level={2} title={t('writing.about')} />
        <WrittenField
          place="title"
          label={t('begin.title')}
          value={own.title}
          most={OUTLINE_MOST.label}
          onWords={(title) => change('title', { ...own, title })}
        />
        <WrittenField
          place="question"
          label={t('fields.question')}
          hint={t('fields.questionHint')}
          optional
          long
          value={own.question}
          most={OUTLINE_MOST.prose}
          onWords={(question) => change('question', { ...own, question })}
        />
        <Field label={t('fields.language')}>
          <Select
            value={own.language}
            options={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
            onChoose={(language) => change('language', { ...own, language })}
          />
        </Field>
      </section>
      <section className={styles.section}>
        <Band level={2} title={t('writing.sources')} />
        <SourceFields />
      </section>
      <section className={styles.section}>
        <Band level={2} title={t('writing.parties')} />
        <PartyFields />
      </section>
      <section className={styles.section}>
        <Band level={2} title={t('writing.tensions')} />
        <TensionFields />
      </section>
      <section className={styles.section}>
        <Band level={2} title={t('writing.sharing')} />
        {children}
        <Versions versions={versions} />
      </section>
      <WritingFoot scenarioKey={scenarioKey} />
    </WrittenProvider>
  )
}
