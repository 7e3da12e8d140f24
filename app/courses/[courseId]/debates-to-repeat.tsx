// In a course that was made by repeating another: that one's debates, each with the way to repeat it here.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { repeatDebatePath, rosterPath } from '#paths'
import styles from '../courses.module.css'

export type DebateToRepeat = { courseId: string; id: string; title: string }

type DebatesToRepeatProps = { debates: readonly DebateToRepeat[]; into: string; hasRoster: boolean }

export function DebatesToRepeat({ debates, into, hasRoster }: DebatesToRepeatProps) {
  const t = useTranslations('courses.keep')
  if (debates.length === 0) return null
  return (
    <section className={styles.section} aria-label={t('debates')}>
      <p>
        {hasRoster
          ? t('debatesText', { count: debates.length })
          : t.rich('debatesRoster', {
              count: debates.length,
              link: (words) => <Link href={rosterPath(into)}>{words}</Link>,
            })}
      </p>
      <p className={`acts ${styles.links}`}>
        {debates.map(({ courseId, id, title }) => (
          <Link key={id} href={repeatDebatePath(courseId, id, into)}>
            {t('repeatFor', { title })}
          </Link>
        ))}
      </p>
    </section>
  )
}
