'use client'
// The phases of a homework week, each with its due time or its result: a row, or a column on a narrow screen.

import { useTranslations } from 'next-intl'
import type { Translate } from '#format/translate'
import type { AssignedPhase } from '#simulation/reading/homework/assignment'
import styles from './phase-days.module.css'
import { useWhen, type WhenWords } from './when'

type PhaseDaysProps = { asked: readonly AssignedPhase[]; courseZone: string; dense?: boolean }

export function PhaseDays({ asked, courseZone, dense = false }: PhaseDaysProps) {
  const t = useTranslations('homework-room')
  const kinds = useTranslations('record.homeworkPhases')
  const when = useWhen(courseZone)
  return (
    <ol className={styles.days} data-dense={dense || undefined} aria-label={t('days.label')}>
      {asked.map((phase) => (
        <li
          className="faint"
          key={phase.phase}
          data-state={phase.runs ? 'now' : phase.status === 'ahead' ? 'ahead' : 'done'}
          data-owed={phase.status === 'missing' || undefined}
          aria-current={phase.runs ? 'step' : undefined}
        >
          <b>{kinds(phase.kind)}</b>
          <span>{standing(t, when, phase)}</span>
        </li>
      ))}
    </ol>
  )
}

function standing(
  t: Translate<'homework-room'>,
  when: WhenWords,
  { status, dueAt, extendedTo, counted, lateBy, runs, takes }: AssignedPhase,
): string {
  const due = dueAt === null ? '' : when.short(dueAt)
  switch (status) {
    case 'ahead':
      return due
    case 'open':
      // The chair ended the phase early, so what it required can no longer be done; posts are the exception (`takes`).
      if (!takes) return t(counted.length === 0 ? 'days.ended' : 'days.missing')
      return extendedTo !== null ? t('days.extended', { due }) : runs ? due : t('days.open', { due })
    case 'late':
      return t('days.late', { by: when.length(lateBy ?? 0) })
    case 'missing':
      return t('days.missing')
    case 'before':
      return t('days.before')
    case 'done':
      return counted.length === 0 ? (runs ? due : t('days.ended')) : t('days.done')
    default:
      return status satisfies never
  }
}
