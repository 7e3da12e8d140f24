'use client'
// Extra time in homework debates for students of the roster: who has it, and how it is given, changed or taken back.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorText } from '#ui/error-text'
import { Field } from '#ui/field'
import { Select } from '#ui/select'
import { SubmitButton } from '#ui/submit-button'
import { TextInput } from '#ui/text-input'
import { saveExtraTime } from './extra-time-actions'
import styles from './roster.module.css'

type ExtraTimeProps = {
  courseId: string
  places: readonly { id: string; name: string; extraTime: number }[]
  /** The most that can be given, in percent. */
  most: number
}

export function ExtraTime({ courseId, places, most }: ExtraTimeProps) {
  const t = useTranslations('courses.extraTime')
  const [{ attempt, outcome, typed, place }, send] = useActionState(saveExtraTime, {
    ...{ attempt: 0, outcome: null, typed: '', place: '' },
  })
  const given = places.filter(({ extraTime }) => extraTime > 0)
  return (
    <section className={styles.extra}>
      <h2>{t('title')}</h2>
      <p className={styles.lead}>{t('lead')}</p>
      {given.length === 0 ? null : (
        <ul>
          {given.map(({ id, name, extraTime }) => (
            <li key={id}>{t.rich('has', { name, percent: extraTime, bdi: (text) => <bdi>{text}</bdi> })}</li>
          ))}
        </ul>
      )}
      <form action={send} className={styles.extraForm}>
        <input type="hidden" name="courseId" value={courseId} />
        <Field label={t('student')}>
          <Select
            key={`place ${attempt}`}
            name="placeId"
            defaultValue={place}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field label={t('percent')}>
          <TextInput
            key={`percent ${attempt}`}
            name="percent"
            type="number"
            min={0}
            max={most}
            required
            defaultValue={typed}
          />
        </Field>
        <SubmitButton kind="plain">{t('save')}</SubmitButton>
      </form>
      <div role="status">
        {outcome === 'saved' ? <p>{t('saved')}</p> : outcome ? <ErrorText>{t(outcome, { most })}</ErrorText> : null}
      </div>
    </section>
  )
}
