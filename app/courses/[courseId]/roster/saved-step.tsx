'use client'
// The roster is saved: how many, which lines still wait with their faults, and where to go on.
import { useTranslations } from 'next-intl'
import { timeOfDay } from '#format/clock-time'
import { coursePath, newSeminarPath } from '#paths'
import { Button, LinkButton } from '#ui/button'
import type { RosterState } from './actions'
import table from './lines-table.module.css'
import styles from './roster.module.css'

type Saved = Extract<RosterState['view'], { step: 'saved' }>

export function SavedStep({ courseId, view }: { courseId: string; view: Saved }) {
  const t = useTranslations('courses.roster')
  const waiting = view.read.people.filter(({ fault }) => fault !== null)
  return (
    <section aria-labelledby="saved-title">
      <h2 id="saved-title" className={styles.title}>
        {t('saved', { count: view.count })}{' '}
        <time suppressHydrationWarning>{t('savedAt', { time: timeOfDay(view.at) })}</time>
      </h2>
      {waiting.length === 0 ? null : (
        <>
          <p className={styles.hint}>{t('stillHere', { count: waiting.length })}</p>
          <ul className={styles.waiting}>
            {waiting.map(({ line, raw }) => (
              <li key={line}>
                <span className={table.line}>{line}</span>
                <b>{raw}</b>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.row}>
        <LinkButton kind="primary" href={newSeminarPath(courseId)}>
          {t('planSeminar')}
        </LinkButton>
        <LinkButton href={coursePath(courseId)}>{t('back')}</LinkButton>
        <Button type="submit" name="step" value="look" kind="quiet">
          {t(waiting.length === 0 ? 'seeLines' : 'mendLines')}
        </Button>
      </div>
    </section>
  )
}
