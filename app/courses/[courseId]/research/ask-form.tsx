'use client'
// What the people of an activity are asked about their words for research, as its owner writes it.
import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { LIMITS } from '#simulation/kernel/limits'
import { Field } from '#ui/controls/field'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextArea, TextInput } from '#ui/controls/text-input'
import styles from '../../courses.module.css'
import { askForWords } from './actions'

type AskFormProps = {
  activityId: string
  asks: { question: string; approval: string } | null
  answers: { yes: number; no: number; open: number }
}

export function AskForm({ activityId, asks, answers }: AskFormProps) {
  const t = useTranslations('research.ask')
  const [{ saved }, save] = useActionState(askForWords, { saved: false })
  const [question, setQuestion] = useState(asks?.question ?? '')
  const [approval, setApproval] = useState(asks?.approval ?? '')
  const isAnew = asks !== null && answers.yes + answers.no > 0
  return (
    <form action={save} className={styles.form}>
      <input type="hidden" name="activityId" value={activityId} />
      {asks ? <p>{t('answers', answers)}</p> : null}
      <Field label={t('question')} hint={`${t('questionHint')}${isAnew ? ` ${t('changed')}` : ''}`}>
        <TextArea
          name="question"
          rows={3}
          maxLength={LIMITS.researchQuestion}
          placeholder={t('suggested')}
          value={question}
          onWords={setQuestion}
        />
      </Field>
      <Field label={t('approval')} hint={t('approvalHint')} optional>
        <TextInput name="approval" maxLength={LIMITS.researchApproval} value={approval} onWords={setApproval} />
      </Field>
      <p className="row">
        <SubmitButton>{t('save')}</SubmitButton>
        <span role="status">{saved ? t('saved') : null}</span>
      </p>
    </form>
  )
}
