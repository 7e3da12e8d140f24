'use client'
// The form to give one level outside the desk: subject, criterion, level, and evidence or "no evidence". Input is kept until it is saved.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { MarkAnswer, MarkFault } from '#marks/marks-actions.ts'
import { placeIn, type Subject } from '#marks/score.ts'
import { LIMITS } from '#simulation/kernel/limits'
import { criteriaFor, type Rubric } from '#simulation/reading/log/rubric'
import { Band } from '#ui/charts/band'
import { Checkbox } from '#ui/controls/checkbox'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextArea, TextInput } from '#ui/controls/text-input'
import styles from './marks.module.css'

type ToMark = { key: string; title: string; subject: Subject; rubric: Rubric; version: number }

type GiveFormProps = {
  roomId: string
  subjects: readonly ToMark[]
  save: (input: unknown) => Promise<MarkAnswer>
}

type SaveState = { kind: 'saved' } | { kind: 'refused'; why: MarkFault | 'offline' } | { kind: 'saving' } | null

const asked = ({ kind, ...rest }: Subject) =>
  kind === 'student' ? { subject: kind, ...rest, round: null } : { subject: kind, ...rest }

export function GiveForm({ roomId, subjects, save }: GiveFormProps) {
  const t = useTranslations('marks.give')
  const notSaved = useTranslations('chair.notSaved')
  const router = useRouter()
  const [who, choose] = useState(subjects[0]?.key ?? '')
  const [judged, judge] = useState<{ key: string | null; row: number }>({ key: null, row: 0 })
  const [said, say] = useState<SaveState>(null)
  const [saves, count] = useState(0)
  const of = subjects.find(({ key }) => key === who) ?? subjects[0]
  const criteria = of ? criteriaFor(of.rubric, of.subject.kind) : []
  const criterion = criteria[placeIn(criteria, judged)]
  const stand = (key: string) => judge({ key, row: criteria.findIndex((one) => one.key === key) })
  if (!of || !criterion) return null

  async function give(event: FormEvent<HTMLFormElement>, { subject, version }: ToMark, key: string) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const noEvidence = form.get('none') !== null
    say({ kind: 'saving' })
    stand(key)
    const answer = await save({
      ...asked(subject),
      ...{
        roomId,
        version,
        criterion: key,
        level: Number(text('level')),
        noEvidence,
        comment: text('comment') || null,
      },
      evidence: noEvidence
        ? []
        : text('entries')
            .split(/[\s,;]+/)
            .filter(Boolean),
    }).catch(() => null)
    say(answer?.ok ? { kind: 'saved' } : { kind: 'refused', why: answer?.fault ?? 'offline' })
    // After another rubric came to count, the page shows it, with what was typed.
    if (answer?.ok || answer?.fault === 'rubric-changed') router.refresh()
    if (answer?.ok) count((before) => before + 1)
  }

  return (
    <section className={styles.section} aria-label={t('title')}>
      <Band level={2} title={t('title')} />
      <form className={`fields ${styles.give}`} onSubmit={(event) => void give(event, of, criterion.key)}>
        <Field label={t('who')}>
          <Select
            value={of.key}
            onChoose={choose}
            options={subjects.map(({ key, title }) => ({ value: key, label: title }))}
          />
        </Field>
        <Field label={t('criterion')}>
          <Select
            value={criterion.key}
            onChoose={stand}
            options={criteria.map(({ key, name }) => ({ value: key, label: name }))}
          />
        </Field>
        <ChoiceGroup key={`${of.key} ${criterion.key} ${saves}`} legend={t('level')}>
          {criterion.levels.map((words, level) => (
            <Choice key={words} name="level" value={level} required title={`${level} ${of.rubric.scale[level] ?? ''}`}>
              {words}
            </Choice>
          ))}
        </ChoiceGroup>
        <Field label={t('entries')} hint={t('entriesHint')}>
          <TextInput key={saves} name="entries" maxLength={400} autoComplete="off" />
        </Field>
        <Checkbox key={`none ${saves}`} name="none">
          {t('none')}
        </Checkbox>
        <Field label={t('comment')} optional>
          <TextArea key={saves} name="comment" voice="record" rows={2} maxLength={LIMITS.comment} />
        </Field>
        <div role="status">
          {said?.kind === 'saved' ? t('saved') : null}
          {said?.kind === 'refused' ? <ErrorText>{notSaved(said.why)}</ErrorText> : null}
        </div>
        <span>
          <SubmitButton busy={said?.kind === 'saving'}>{t('submit')}</SubmitButton>
        </span>
      </form>
    </section>
  )
}
