// The tables of all activities of a course: what can be said of each activity, and of the one that is open the whole comparison. Each is read
// and sent by itself, so that none waits for the others.
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { courseFor } from '#access'
import { comparePath, courseComparePath, coursePath } from '#paths'
import { PrintFoot } from '#record/print-foot'
import type { Requester } from '#server/store/access/access'
import { type ActivitySummary, isComparable, readActivities } from '#server/store/activities/activities'
import { readCourseZone } from '#server/store/activities/course-zone'
import { readPlayedTables, readWordsAt } from '#server/store/records/compared'
import { compareTables } from '#simulation/reading/positions/compared-tables'
import { atEachTable } from '#simulation/reading/positions/same-moment'
import { EmptyState } from '#ui/page/empty-state'
import { Messages, titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { gapName, partiesOf } from '#ui/words/delegations.ts'
import { readAsked } from '../../../activities/[activityId]/compare/asked'
import { Compared, Finding, Lead } from '../../../activities/[activityId]/compare/compare-view'
import styles from '../../courses.module.css'

type Props = {
  params: Promise<{ courseId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled('compare.course.title')

export default async function CourseComparePage({ params, searchParams }: Props) {
  const { courseId } = await params
  const { me, course } = await courseFor('run-activity', courseId, courseComparePath(courseId))
  const t = await getTranslations('compare.course')
  const activities = (await readActivities(course.id)).filter(isComparable)
  const { activity: open } = await searchParams
  return (
    <Messages namespaces={[]}>
      <PrintFoot words={[course.title, t('title')].join(' · ')} />
      <main id="main" className={`page ${styles.page}`}>
        <PageHead
          above={<Link href={coursePath(course.id)}>{course.title}</Link>}
          title={t('title')}
          lead={activities.length === 0 ? null : t('lead')}
        />
        {activities.length === 0 ? <EmptyState title={t('none')} /> : null}
        {activities.map((activity) => (
          <section key={activity.id} id={activity.id} className={styles.section}>
            <h2>
              <Link href={comparePath(activity.id)}>{activity.title}</Link>
            </h2>
            <Suspense fallback={<p className="faint">{t('reading')}</p>}>
              <Tables courseId={course.id} user={me} activity={activity} isOpen={activity.id === open} />
            </Suspense>
          </section>
        ))}
      </main>
    </Messages>
  )
}

type TablesProps = { courseId: string; user: Requester; activity: ActivitySummary; isOpen: boolean }

async function Tables({ courseId, user, activity: { id, title }, isOpen }: TablesProps) {
  const t = await getTranslations('compare')
  const tables = await readPlayedTables(user, id)
  const compared = tables.length < 2 ? null : compareTables(tables, 'gap')
  const plan = tables[0]?.played
  if (!compared || !plan) return <p className="faint">{t('one')}</p>
  const parties = partiesOf(plan)
  const asked = readAsked({}, tables)
  return (
    <>
      <p>
        <b>
          <Finding compared={compared} what={t('gap', { name: gapName(parties) })} />
        </b>
      </p>
      <p className="faint">
        <Lead compared={compared} isFork={tables.some(({ number }) => number === 0)} />
      </p>
      <p className={`acts ${styles.links}`}>
        <Link href={`${courseComparePath(courseId, isOpen ? null : id)}#${id}`} scroll={false}>
          {t(isOpen ? 'course.close' : 'course.open')}
          <VisuallyHidden>: {title}</VisuallyHidden>
        </Link>
      </p>
      {isOpen ? (
        <Compared
          {...{ activityId: id, own: null, tables, asked, compared, parties }}
          words={await readWordsAt(asked.moment ? atEachTable(tables, asked.moment) : [])}
          timeZone={await readCourseZone(id)}
        />
      ) : null}
    </>
  )
}
