'use client'
// What became of a student's levels, folded at the end of the sheet; it is read when it is opened, and again with each change made here.
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { dateAndTime } from '#format/days'
import { bringIntoSight } from '#room/hooks/bring-to.ts'
import { ErrorText } from '#ui/controls/error-text'
import styles from './grading.module.css'
import type { GradedPerson, GradeHistory as History } from './grading-data'
import { useGrading } from './use-grading'

export function GradeHistory({ person }: { person: GradedPerson }) {
  const t = useTranslations('grading.history')
  const { activityId, acts, score, notes } = useGrading()
  const [open, setOpen] = useState(false)
  const [history, setHistory] = useState<History | 'failed' | null>(null)
  const frame = useRef<HTMLDetailsElement>(null)
  const { id, regrades } = person
  const stands = JSON.stringify([score.marks.length, notes.noteOf(id), notes.releasedAt(id), regrades])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read again where something else stands
  useEffect(() => {
    if (!open) return
    let isHere = true
    const heard = (next: History | null) => isHere && setHistory(next ?? 'failed')
    void acts.readHistory({ activityId, participantId: id }).then(heard, () => heard(null))
    return () => {
      isHere = false
    }
  }, [open, stands, id, activityId, acts.readHistory])
  // It stands at the end of the sheet, and would open beneath what is seen of it.
  const isRead = open && history !== null
  useEffect(() => {
    if (isRead && frame.current) bringIntoSight(frame.current)
  }, [isRead])
  return (
    <details ref={frame} className={styles.history} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('title')}</summary>
      {history === 'failed' ? <ErrorText>{t('failed')}</ErrorText> : history ? <Steps history={history} /> : null}
    </details>
  )
}

function Steps({ history: { steps, criteria } }: { history: History }) {
  const t = useTranslations('grading.history')
  const locale = useLocale()
  if (steps.length === 0) return <p className={styles.hint}>{t('nothing')}</p>
  return (
    <ol>
      {steps.map((step) => (
        <li key={JSON.stringify(step)}>
          <time className={styles.hint} dateTime={new Date(step.at).toISOString()}>
            {dateAndTime(locale, step.at)}
          </time>{' '}
          {step.kind === 'withdrawn' ? null : <bdi>{step.who ?? t('somebody')}</bdi>}{' '}
          <What step={step} criteria={criteria} />
        </li>
      ))}
    </ol>
  )
}

function What({ step, criteria }: { step: History['steps'][number]; criteria: History['criteria'] }) {
  const t = useTranslations('grading.history')
  switch (step.kind) {
    case 'level': {
      const { level, before } = step
      return t('level', { level, before: before ?? 'none', criterion: criteria[step.criterion] ?? step.criterion })
    }
    case 'answered': {
      const { level, criterion, reason } = step
      return (
        <>
          {t('answered', { level, criterion: criteria[criterion] ?? criterion })} <q>{reason}</q>
        </>
      )
    }
    case 'released':
      return (
        <>
          {t('released')} {step.reason === null ? null : <q>{step.reason}</q>}
        </>
      )
    case 'chosen':
      return t('chosen', { choice: step.choice })
    case 'noPart':
    case 'tookPart':
    case 'withdrawn':
      return t(step.kind)
    default:
      return step satisfies never
  }
}
