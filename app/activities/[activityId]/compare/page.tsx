// The tables of an activity beside each other, for its staff, and for its class once all its records are open. No name of a person is on
// it, so that it can be shown to the class.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { frameFor, signedIn } from '#access'
import { comparePath } from '#paths'
import { PrintFoot } from '#record/print-foot'
import { accessCourse } from '#server/store/access/access'
import { readCourseZone } from '#server/store/activities/course-zone'
import { accessComparison, readPlayedTables, readWordsAt } from '#server/store/records/compared'
import { atEachTable } from '#simulation/reading/positions/same-moment'
import { Messages } from '#ui/page/messages'
import { ActivityBar } from '../../../_device/activity-bar'
import { readAsked } from './asked'
import { CompareView } from './compare-view'

type Props = {
  params: Promise<{ activityId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function access({ params }: Pick<Props, 'params'>) {
  const { activityId } = await params
  const me = await signedIn(comparePath(activityId))
  const found = (await accessComparison(me, activityId)) ?? notFound()
  const course = await accessCourse(me, found.activity.courseId, 'run-activity')
  return { me, ...found, course: course?.course ?? null, timeZone: await readCourseZone(activityId) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('compare')
  return { title: `${t('title')}, ${(await access(props)).activity.title}` }
}

export default async function ComparePage(props: Props) {
  const { me, activity, own, course, timeZone } = await access(props)
  const t = await getTranslations('compare')
  const tables = await readPlayedTables(me, activity.id)
  const asked = readAsked(await props.searchParams, tables)
  const words = await readWordsAt(asked.moment ? atEachTable(tables, asked.moment) : [])
  const above = course ? [course.title, activity.title] : [activity.title]
  return (
    <Messages namespaces={[]}>
      <PrintFoot words={[...above, t('title')].join(' · ')} />
      {asked.stage ? null : <ActivityBar frame={await frameFor(activity.id)} page="compare" />}
      <CompareView
        activityId={activity.id}
        above={above.join(' · ')}
        own={own}
        tables={tables}
        words={words}
        timeZone={timeZone}
        asked={asked}
      />
    </Messages>
  )
}
