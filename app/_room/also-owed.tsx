'use client'
// What is owed beside what the headline speaks of, a line each with its last moment, so that late work is not forgotten over newer work.
import { useTranslations } from 'next-intl'
import { type AssignedPhase, alsoOwed, headlineOf } from '#simulation/reading/assignment'
import { owedIn } from '#simulation/reading/completion'
import styles from './also-owed.module.css'
import { useWhen } from './when'

type AlsoOwedProps = { asked: readonly AssignedPhase[]; courseZone: string }

export function AlsoOwed({ asked, courseZone }: AlsoOwedProps) {
  const t = useTranslations('homework-room.also')
  const kinds = useTranslations('record.homeworkPhases')
  const when = useWhen(courseZone)
  const debts = alsoOwed(asked, headlineOf(asked))
  if (debts.length === 0) return null
  return (
    <ul className={styles.debts} aria-label={t('label')}>
      {debts.map(({ asked: phase, kind, until }) => (
        <li key={phase.phase}>
          <b>{kinds(phase.kind)}</b> {t(kind, { count: owedIn(phase), until: when.short(until) })}
        </li>
      ))}
    </ul>
  )
}
