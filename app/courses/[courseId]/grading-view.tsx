// A course as a grader sees it: only the rooms assigned to them, and leaving the course.

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { marksPath, transcriptPath } from '#paths'
import { Band } from '#ui/charts/band'
import { PageHead } from '#ui/page/page-head'
import styles from '../courses.module.css'
import { LeaveDialog } from './colleague-acts'
import type { RoomToGrade } from './part-fields'

type GradingViewProps = { course: { id: string; title: string }; rooms: readonly RoomToGrade[] }

export function GradingView({ course, rooms }: GradingViewProps) {
  const t = useTranslations('courses')
  return (
    <main id="main" className={`page ${styles.page}`}>
      <PageHead title={course.title} lead={t('grading.lead')} right={<LeaveDialog courseId={course.id} />} />
      <section className={styles.section}>
        <Band level={2} title={t('grading.title')} />
        {rooms.length === 0 ? <p className={`lead ${styles.lead}`}>{t('grading.none')}</p> : null}
        <ul>
          {rooms.map(({ id, name, activity }) => (
            <li key={id} className={styles.activity}>
              <h3>{t('people.room', { name, activity })}</h3>
              <p className={`acts ${styles.links}`}>
                <Link href={marksPath(id)}>{t('course.marks')}</Link>
                <Link href={transcriptPath(id)}>{t('course.transcript')}</Link>
              </p>
            </li>
          ))}
        </ul>
      </section>
    </main>
  )
}
