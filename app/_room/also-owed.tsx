'use client'
// What is owed beside what the headline speaks of, a line each with its last moment and the way to it, so that late work is not forgotten
// over newer work.
import { useTranslations } from 'next-intl'
import { type AssignedPhase, alsoOwed, headlineOf } from '#simulation/reading/assignment'
import { owedIn } from '#simulation/reading/completion'
import type { WhereDone } from '#simulation/reading/where-done'
import styles from './also-owed.module.css'
import { useWhen } from './when'

type AlsoOwedProps = {
  asked: readonly AssignedPhase[]
  courseZone: string
  /** The address at which owed work is done; none where the person is not in a room. */
  href: (where: WhereDone) => string | null
}

export function AlsoOwed({ asked, courseZone, href }: AlsoOwedProps) {
  const t = useTranslations('homework-room.also')
  const todo = useTranslations('homework-room.do')
  const kinds = useTranslations('record.homeworkPhases')
  const when = useWhen(courseZone)
  const debts = alsoOwed(asked, headlineOf(asked))
  if (debts.length === 0) return null
  return (
    <ul className={styles.debts} aria-label={t('label')}>
      {debts.map(({ asked: phase, where, kind, until }) => {
        const address = href(where)
        return (
          <li key={phase.phase}>
            <b>{kinds(phase.kind)}</b> {t(kind, { count: owedIn(phase), until: when.short(until) })}{' '}
            {address === null ? null : <a href={address}>{todo(where.what)}</a>}
          </li>
        )
      })}
    </ul>
  )
}
