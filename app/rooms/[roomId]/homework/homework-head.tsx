'use client'
// The head of a homework room, in place of a seminar's clock: the phases of the week, what is due and when, the required counts, and
// whether drafts are saved. A component of its own, so that its tick re-renders nothing else.
import { useTranslations } from 'next-intl'
import { ChairNotes } from '#room/chair-notes'
import { Headline } from '#room/headline'
import { HelpDialog } from '#room/help-call'
import { Meter } from '#room/meter'
import { PhaseDays } from '#room/phase-days'
import type { SeatView } from '#room/seat-view.ts'
import { useNow } from '#room/use-now.ts'
import { useWidth } from '#room/use-width.ts'
import { useWhen } from '#room/when'
import { type AssignedPhase, assignmentOf, headlineOf } from '#simulation/reading/assignment'
import { OwnCorner } from '../../../_device/account-menu'
import { Differing, DraftsStatus } from './drafts-status'
import styles from './homework-head.module.css'

function useAssignment(at: SeatView): { asked: readonly AssignedPhase[]; now: number } {
  const now = useNow(at.view.now, 1000)
  return { asked: assignmentOf(at.state, at.person, now), now }
}

const countedIn = (asked: readonly AssignedPhase[]) => {
  const head = headlineOf(asked)
  return head.kind === 'over' ? [] : head.asked.counted
}

export function HomeworkHead({ at }: { at: SeatView }) {
  const { asked, now } = useAssignment(at)
  const width = useWidth()
  return (
    <div className={styles.head}>
      {width === 'wide' ? <PhaseDays asked={asked} courseZone={at.courseZone} dense /> : null}
      <div className={styles.chamber}>
        <Headline asked={asked} now={now} courseZone={at.courseZone} level={1} />
        <div className={styles.counts}>
          <Meter counted={countedIn(asked)} />
          <DraftsStatus at={at} />
        </div>
      </div>
      <Differing at={at} />
    </div>
  )
}

/** The head on a phone: the phase and the time left. The rest is at the top of the debate and scrolls with it. */
export function HomeworkPhoneHead({ at }: { at: SeatView }) {
  const t = useTranslations('homework-room')
  const kinds = useTranslations('record.homeworkPhases')
  const when = useWhen(at.courseZone)
  const { asked, now } = useAssignment(at)
  const head = headlineOf(asked)
  return (
    <header className={styles.phone}>
      <div className={styles.line}>
        <div className={styles.names}>
          <p className={styles.eyebrow}>{head.kind === 'over' ? at.view.room?.title : kinds(head.asked.kind)}</p>
          <p className={styles.left}>{head.kind === 'over' ? t('headline.over') : when.length(head.at - now)}</p>
        </div>
        <ChairNotes at={at} iconOnly />
        <HelpDialog at={at} iconOnly />
        <OwnCorner compact />
      </div>
      <Differing at={at} />
    </header>
  )
}

/** For narrow windows: what is due, the counts, and the week in a collapsed section. */
export function HomeworkStatus({ at }: { at: SeatView }) {
  const t = useTranslations('homework-room')
  const { asked, now } = useAssignment(at)
  const width = useWidth()
  if (width === 'wide') return null
  return (
    <div className={styles.status}>
      {width === 'phone' ? (
        <>
          <Headline asked={asked} now={now} courseZone={at.courseZone} level={2} size="phone" />
          <Meter counted={countedIn(asked)} />
          <DraftsStatus at={at} />
        </>
      ) : null}
      <details className={styles.week}>
        <summary>{t('days.label')}</summary>
        <PhaseDays asked={asked} courseZone={at.courseZone} />
      </details>
    </div>
  )
}
