'use client'
// What stands about "now" in a homework room: the phases of the week, the question, the required counts, and whether drafts are saved.
import { useTranslations } from 'next-intl'
import { BesideHere } from '#room/given-beside'
import { InstructionsHere } from '#room/given-instructions'
import { useWidth } from '#room/hooks/use-width.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { NoteNews } from '#room/note-news'
import { ActingLine } from '#room/table/acting-line'
import { AlsoOwed } from '#room/table/also-owed'
import { Meter } from '#room/table/meter'
import { PhaseDays } from '#room/table/phase-days'
import { questionNow } from '#simulation/reading/talk/question'
import { doHash } from '#simulation/wire/do-address'
import { UnbrokenWords } from '#ui/words/unbroken-words'
import { Differing, DraftsStatus } from './drafts-status'
import styles from './homework-head.module.css'
import { useWeek, type Week } from './use-week'

/** Above "now", in a window wider than a phone. */
export function HomeworkHead({ at, week }: { at: SeatView; week: Week }) {
  const width = useWidth()
  return (
    <div className={`fields unprinted ${styles.head}`}>
      {width === 'wide' ? <PhaseDays asked={week.all} courseZone={at.courseZone} dense /> : null}
      {width === 'phone' ? null : <InstructionsHere />}
      <div className={`ends ${styles.chamber}`}>
        <div className={styles.names}>
          <p className={`hint ${styles.eyebrow}`}>{week.words.where}</p>
          <h1>
            <UnbrokenWords>{questionNow(at.state)}</UnbrokenWords>
          </h1>
          <NoteNews state={at.state} />
          <ActingLine at={at} />
        </div>
        <div className={styles.counts}>
          <Meter counted={week.counted} />
          <AlsoOwed asked={week.all} courseZone={at.courseZone} href={(where) => `#${doHash(where)}`} folds />
          <BesideHere courseZone={at.courseZone} now={at.view.now} />
          <DraftsStatus at={at} />
        </div>
      </div>
      <Differing at={at} />
    </div>
  )
}

/** For narrow windows: the counts on a phone, and the week in a collapsed section. */
export function HomeworkStatus({ at }: { at: SeatView }) {
  const t = useTranslations('homework-room')
  const week = useWeek(at)
  const width = useWidth()
  if (width === 'wide') return null
  return (
    <div className={`stack unprinted ${styles.status}`}>
      {width === 'phone' ? (
        <>
          <InstructionsHere />
          <Meter counted={week.counted} />
          <AlsoOwed asked={week.all} courseZone={at.courseZone} href={(where) => `#${doHash(where)}`} folds />
          <BesideHere courseZone={at.courseZone} now={at.view.now} />
          <DraftsStatus at={at} />
        </>
      ) : null}
      <details className={styles.week}>
        <summary className="note">{t('days.label')}</summary>
        <PhaseDays asked={week.all} courseZone={at.courseZone} />
      </details>
    </div>
  )
}
