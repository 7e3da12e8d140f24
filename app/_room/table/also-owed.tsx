'use client'
// What is owed beside what the headline speaks of, a line each with how much is done, its last moment and the way to it, so that late work is
// not forgotten over newer work. What is no longer taken stands last.
import { useTranslations } from 'next-intl'
import { type AssignedPhase, alsoOwedApart, type Debt, headlineOf } from '#simulation/reading/homework/assignment'
import type { WhereDone } from '#simulation/reading/homework/where-done'
import styles from './also-owed.module.css'
import { Meter } from './meter'
import { useWhen } from './when'

type AlsoOwedProps = {
  asked: readonly AssignedPhase[]
  courseZone: string
  /** The address at which owed work is done; none where the person is not in a room. */
  href: (where: WhereDone) => string | null
  /** Whether what is closed is folded away, where the room for other things is small. */
  folds?: boolean
}

export function AlsoOwed({ asked, courseZone, href, folds = false }: AlsoOwedProps) {
  const t = useTranslations('homework-room.also')
  const { open, closed } = alsoOwedApart(asked, headlineOf(asked))
  const listed = folds ? open : [...open, ...closed]
  const lines = (some: readonly Debt[]) =>
    some.map((debt) => <DebtLine key={debt.asked.phase} {...{ debt, courseZone, href }} />)
  return (
    <>
      {listed.length === 0 ? null : (
        <ul className={`note ${styles.debts}`} aria-label={t('label')}>
          {lines(listed)}
        </ul>
      )}
      {!folds || closed.length === 0 ? null : (
        <details className={styles.fold}>
          <summary>{t('fold', { count: closed.length })}</summary>
          <ul className={`note ${styles.debts}`} aria-label={t('closedLabel')}>
            {lines(closed)}
          </ul>
        </details>
      )}
    </>
  )
}

type DebtLineProps = Pick<AlsoOwedProps, 'courseZone' | 'href'> & { debt: Debt }

function DebtLine({ debt: { asked, where, kind, until }, courseZone, href }: DebtLineProps) {
  const t = useTranslations('homework-room.also')
  const todo = useTranslations('homework-room.do')
  const kinds = useTranslations('record.homeworkPhases')
  const when = useWhen(courseZone)
  const address = where && href(where)
  return (
    <li data-closed={kind === 'closed'}>
      <span>
        <b>{kinds(asked.kind)}</b> {t(kind, { until: when.short(until) })}{' '}
        {where === null || address === null ? null : <a href={address}>{todo(where.what)}</a>}
      </span>
      <Meter counted={asked.counted} />
    </li>
  )
}
