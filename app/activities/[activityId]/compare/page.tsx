// The tables of an activity beside each other, for its staff. No name of a person is on it, so that it can be shown to the class.
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { boardPath, comparePath, coursePath, gradebookPath, signInPath, wallPath } from '#paths'
import { PrintFoot } from '#record/print-foot'
import { accessActivity, accessCourse, may } from '#server/store/access/access'
import { readPlayedTables, readWordsAt } from '#server/store/records/compared'
import { whoIs } from '#server/web/identity'
import { atEachTable } from '#simulation/reading/same-moment'
import { Messages } from '#ui/messages'
import { AppBar } from '../../../_device/app-bar'
import { readAsked } from './asked'
import { CompareView } from './compare-view'

type Props = {
  params: Promise<{ activityId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function access({ params }: Pick<Props, 'params'>) {
  const { activityId } = await params
  const me = await whoIs(await headers())
  if (!me) redirect(signInPath(comparePath(activityId)))
  const found = await accessActivity(me.user, activityId)
  if (!found || !may(found.as, 'run-activity')) notFound()
  const course = await accessCourse(me.user, found.activity.courseId, 'see-course')
  return { me, activity: found.activity, course: course?.course ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('compare')
  return { title: `${t('title')}, ${(await access(props)).activity.title}` }
}

export default async function ComparePage(props: Props) {
  const { me, activity, course } = await access(props)
  const t = await getTranslations('compare')
  const tables = await readPlayedTables(me.user, activity.id)
  const asked = readAsked(await props.searchParams, tables)
  const words = await readWordsAt(asked.moment ? atEachTable(tables, asked.moment) : [])
  const isHomework = activity.kind === 'homework'
  return (
    <Messages namespaces={[]}>
      <PrintFoot words={[course.title, activity.title, t('title')].join(' · ')} />
      {asked.stage ? null : (
        <AppBar
          place={<Link href={coursePath(course.id)}>{course.title}</Link>}
          itemsLabel={t('sections')}
          items={[
            isHomework
              ? { href: boardPath(activity.id), label: t('board') }
              : { href: wallPath(activity.id), label: t('wall') },
            { href: comparePath(activity.id), label: t('title'), current: true },
            { href: gradebookPath(activity.id), label: t('gradebook') },
          ]}
        />
      )}
      <CompareView
        activityId={activity.id}
        above={`${course.title} · ${activity.title}`}
        tables={tables}
        words={words}
        timeZone={course.timeZone}
        asked={asked}
      />
    </Messages>
  )
}
