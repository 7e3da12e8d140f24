'use client'
// The names that the server marked for the instructor: two of one device, two that look alike. It says what is so; whoever means nothing
// by it changes nothing.
import { useTranslations } from 'next-intl'
import { useActivity } from '#room/use-activity.ts'
import { markedIn } from '#simulation/reading/several-rooms'
import { Band } from '#ui/band'
import { RuledList } from '#ui/ruled-list'
import styles from './lobby.module.css'

export function NameMarks({ activityId }: { activityId: string }) {
  const t = useTranslations('lobby.marks')
  const people = useActivity(activityId, (view) => view.people)
  const marked = markedIn(people)
  if (marked.length === 0) return null
  return (
    <section className={styles.section} aria-label={t('title')}>
      <Band level={2} title={t('title')} detail={String(marked.length)} />
      <RuledList>
        {marked.map(({ name, kind, other }) => (
          <li key={`${name} ${kind}`}>{t(kind, { name, other: other ?? '' })}</li>
        ))}
      </RuledList>
    </section>
  )
}
