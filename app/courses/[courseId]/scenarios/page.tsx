// The scenarios of a course: those that its staff write, and those of others that they may play. New ones are begun here.
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { courseFor } from '#access'
import { coursePath, scenariosPath } from '#paths'
import { isDemoPerson } from '#server/store/people/demo-person'
import { readWrittenOf, writtenKey } from '#server/store/scenarios/written'
import { EmptyState } from '#ui/page/empty-state'
import { Messages, titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import styles from '../../courses.module.css'
import { BeginForm } from './begin-form'
import { WrittenList } from './written-list'

type Props = { params: Promise<{ courseId: string }> }

export const generateMetadata = titled('scenarios.title')

export default async function ScenariosPage({ params }: Props) {
  const { courseId } = await params
  const { me, course } = await courseFor('make-activity', courseId, scenariosPath(courseId))
  const rows = await readWrittenOf({ me, courseId: course.id })
  const listed = rows.map(({ scenario, savedAt, shelvedAt, ...row }) => ({
    ...{ ...row, key: writtenKey(row.id), savedAt: savedAt.getTime() },
    ...{ isShelved: shelvedAt !== null, parties: scenario?.delegations.map(({ name }) => name) ?? null },
  }))
  const t = await getTranslations('scenarios')
  return (
    <Messages namespaces={['courses', 'scenarios']}>
      <main id="main" className={`page ${styles.page}`}>
        <PageHead
          above={<Link href={coursePath(course.id)}>{course.title}</Link>}
          title={t('title')}
          lead={t('lead')}
        />
        {isDemoPerson(me) ? (
          <EmptyState title={t('demo.title')}>{t('demo.how')}</EmptyState>
        ) : (
          <>
            <BeginForm courseId={course.id} />
            <WrittenList courseId={course.id} rows={listed} />
          </>
        )}
      </main>
    </Messages>
  )
}
