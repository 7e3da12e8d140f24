// What a record is headed with: where and when it was held, by whom, and how much of it this reader finds here.
import { useTranslations } from 'next-intl'
import type { RoomPlan } from '#simulation/plan'
import type { Roll } from '#simulation/protocol'
import type { RoomState } from '#simulation/room-state'
import { dayOf } from '../../_record/time-of-day'
import type { Reading } from './reading'
import styles from './transcript-view.module.css'
import { includedWords, peopleWords, whenWords } from './transcript-words'

export function TranscriptHead({ reading, entries }: { reading: Reading; entries: number }) {
  const t = useTranslations('transcript')
  const { state, viewer, room, activity, course, roll } = reading
  const when = whenWords(state, course.timeZone)
  return (
    <header className={styles.head}>
      <div>
        <p className={styles.where}>{[course.title, room.name, when].join(' · ')}</p>
        <h1>{activity.title}</h1>
        {activity.broughtAt ? (
          <p className={styles.where}>{t('brought', { day: dayOf(activity.broughtAt.getTime(), course.timeZone) })}</p>
        ) : null}
      </div>
      <p className={styles.counts}>
        {[
          t('entries', { count: entries }),
          peopleWords(t, state, seatedPeople(state.plan, state, roll)),
          includedWords(t, state, viewer, course.timeZone),
        ].join(' · ')}
      </p>
    </header>
  )
}

/** How many people hold a seat or have spoken. */
function seatedPeople(plan: RoomPlan, state: RoomState, roll: Roll): number {
  const holders = plan.seats.flatMap((seat) => state.seats[seat.id]?.holder ?? [])
  return new Set([...holders, ...Object.keys(roll)]).size
}
