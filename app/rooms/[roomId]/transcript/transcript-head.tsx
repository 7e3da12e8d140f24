// The head of a record: course, date, number of people, and how much of the record this reader sees.
import { useLocale, useTranslations } from 'next-intl'
import { dayOf } from '#format/days'
import { useCourseTimes } from '#record/use-course-times.ts'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { RoomState } from '#simulation/state/room-state'
import type { DisplayNames } from '#simulation/wire/protocol'
import { forWhomWords } from './for-whom'
import paper from './paper.module.css'
import type { TranscriptData } from './transcript-data'
import styles from './transcript-view.module.css'
import { includedWords, peopleWords, whenWords } from './transcript-words'

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
    <header className={`ends ${styles.head}`}>
      <div>
        <p className={paper.only}>{forWhomWords(t, { kind: 'class' }, viewer, state.plan)}</p>
        <p className={`hint ${styles.where}`}>{[course.title, room.name, when, times].join(' · ')}</p>
        <h1>{activity.title}</h1>
        {activity.broughtAt ? (
          <p className={`hint ${styles.where}`}>
            {t('brought', { day: dayOf(locale, activity.broughtAt.getTime(), course.timeZone) })}
          </p>
        ) : null}
        {lostNames ? <p className={`hint ${styles.where}`}>{t('lostNames')}</p> : null}
      </div>
      <p className={`${styles.counts} ${paper.notForClass}`}>
        {[t('entries', { count: entries }), people, includedWords(said, { kind: 'own' }, viewer)].join(' · ')}
      </p>
      <p className={`${styles.counts} ${paper.only}`}>
        {[t('entries', { count: ofClass }), people, includedWords(said, { kind: 'class' }, viewer)].join(' · ')}
      </p>
    </header>
  )
}

/** The number of people who hold a seat or are named in the record. */
function seatedPeople(plan: RoomPlan, state: RoomState, displayNames: DisplayNames): number {
  const holders = plan.seats.flatMap((seat) => state.seats[seat.id]?.holder ?? [])
  return new Set([...holders, ...Object.keys(displayNames)]).size
}
