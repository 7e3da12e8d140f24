'use client'
// Extra time in homework debates for students of the roster: who has it, and how it is given, changed or taken back.
import { useTranslations } from 'next-intl'
import { startTransition, useActionState } from 'react'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextInput } from '#ui/controls/text-input'
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
  const [{ outcome, typed, place }, send] = useActionState(saveExtraTime, { outcome: null, typed: '', place: '' })
  const saved = places.find(({ id }) => id === place)?.name ?? ''
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
      <form
        action={send}
        className={styles.extraForm}
        onSubmit={(event) => {
          // React empties a form after its action: what was chosen and typed stays, and with it the focus.
          event.preventDefault()
          const sent = new FormData(event.currentTarget)
          startTransition(() => send(sent))
        }}
      >
        <input type="hidden" name="courseId" value={courseId} />
        <Field label={t('student')}>
          <Select
            name="placeId"
            required
            defaultValue={place}
            options={[{ value: '', label: t('choose') }, ...places.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        </Field>
        <Field label={t('percent')}>
          <TextInput name="percent" type="number" min={0} max={most} required defaultValue={typed} />
        </Field>
        <SubmitButton kind="plain">{t('save')}</SubmitButton>
      </form>
      <div role="status">
        {outcome === 'saved' ? (
          <p>{t.rich('saved', { name: saved, percent: typed, bdi: (text) => <bdi>{text}</bdi> })}</p>
        ) : outcome ? (
          <ErrorText>{t(outcome, { most })}</ErrorText>
        ) : null}
      </div>
    </section>
  )
}
