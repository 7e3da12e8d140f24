'use client'
// The first step: a list is pasted or a file chosen. The numbers beside the text are the lines of the list.
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextArea } from '#ui/controls/text-input'
import type { PasteFault } from './actions'
import styles from './roster.module.css'

type PasteStepProps = { text: string; fault: PasteFault | null; file: string | null; count: number }

export function PasteStep({ text, fault, file, count }: PasteStepProps) {
  const t = useTranslations('courses.roster')
  const [typed, type] = useState(text)
  const numbers = useRef<HTMLSpanElement>(null)
  const lines = typed.split('\n').length
  return (
    <div className={styles.paste}>
      <p className={styles.lead}>{count === 0 ? t('empty') : t('again', { count })}</p>
      {fault ? (
        <div role="alert">
          <ErrorText>
            {t(`pasteFault.${fault.kind}`, { most: 'most' in fault ? fault.most : 0, file: file ?? '' })}
          </ErrorText>
        </div>
      ) : null}
      <Field label={t('field')} hint={t('understood')}>
        <span className={styles.numbered}>
          <span aria-hidden="true" ref={numbers} className={styles.numbers}>
            {Array.from({ length: Math.min(lines, 2_001) }, (_, index) => index + 1).join('\n')}
          </span>
          <TextArea
            name="text"
            rows={10}
            maxRows={22}
            wrap="off"
            spellCheck={false}
            value={typed}
            onWords={type}
            onScroll={(event) => numbers.current?.scrollTo(0, event.currentTarget.scrollTop)}
          />
        </span>
      </Field>
      <div className={styles.row}>
        <SubmitButton name="step" value="read">
          {t('read')}
        </SubmitButton>
        <label className={styles.file}>
          <span>{t('file')}</span>
          <input
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,.tab,text/plain,text/csv,text/tab-separated-values"
            onChange={(event) => {
              if (event.target.files?.length) event.target.form?.requestSubmit()
            }}
          />
        </label>
        <span className={styles.hint}>{t('fileHint')}</span>
      </div>
    </div>
  )
}
