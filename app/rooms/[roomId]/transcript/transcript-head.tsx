// The head of a record: course, date, number of people, and how much of the record this reader sees.
import { useLocale, useTranslations } from 'next-intl'
import { dayOf } from '#format/days'
import { useCourseTimes } from '#record/entries/use-course-times.ts'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { RoomState } from '#simulation/state/room-state'
import type { DisplayNames } from '#simulation/wire/protocol'
import { PageHead } from '#ui/page/page-head'
import { forWhomWords } from './exports/for-whom'
import type { TranscriptData } from './exports/transcript-data'
import { includedWords, peopleWords, whenWords } from './exports/transcript-words'
import paper from './paper.module.css'
import styles from './transcript-view.module.css'

type TranscriptHeadProps = {
  reading: TranscriptData
  entries: number
  /** How many of them the whole class may read, for printing. */
  ofClass: number
}

export function TranscriptHead({ reading, entries, ofClass }: TranscriptHeadProps) {
  const t = useTranslations('transcript')
  const locale = useLocale()
  const { state, viewer, room, activity, course, displayNames, lostNames } = reading
  const times = useCourseTimes(course.timeZone)
  const when = whenWords(locale, state, course.timeZone)
  const said = { locale, t, state, timeZone: course.timeZone }
  const people = peopleWords(t, state, seatedPeople(state.plan, state, displayNames))
  return (
    <PageHead
      above={
        <>
          <span className={paper.only}>{forWhomWords(t, { kind: 'class' }, viewer, state.plan)}</span>
          {[course.title, room.name, when, times].join(' · ')}
        </>
      }
      title={activity.title}
      lead={
        <>
          {activity.broughtAt ? (
            <span className={styles.line}>
              {t('brought', { day: dayOf(locale, activity.broughtAt.getTime(), course.timeZone) })}
            </span>
          ) : null}
          {lostNames ? <span className={styles.line}>{t('lostNames')}</span> : null}
          <span className={`${styles.line} ${paper.notForClass}`}>
            {[t('entries', { count: entries }), people, includedWords(said, { kind: 'own' }, viewer)].join(' · ')}
          </span>
          <span className={paper.only}>
            {[t('entries', { count: ofClass }), people, includedWords(said, { kind: 'class' }, viewer)].join(' · ')}
          </span>
        </>
      }
    />
  )
}

/** The number of people who hold a seat or are named in the record. */
function seatedPeople(plan: RoomPlan, state: RoomState, displayNames: DisplayNames): number {
  const holders = plan.seats.flatMap((seat) => state.seats[seat.id]?.holder ?? [])
  return new Set([...holders, ...Object.keys(displayNames)]).size
}
