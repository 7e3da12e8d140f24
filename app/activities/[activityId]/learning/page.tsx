// Evidence of learning of a class: what changed between the two times at which everybody was asked, for its staff.

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { activityFor, frameFor } from '#access'
import { learningPath } from '#paths'
import { readLearning } from '#server/store/records/learning'
import { Messages } from '#ui/page/messages'
import { ActivityBar } from '../../../_device/activity-bar'
import { LearningView } from './learning-view'

type Props = { params: Promise<{ activityId: string }>; searchParams: Promise<{ table?: string | string[] }> }

async function access({ params }: Pick<Props, 'params'>) {
  const { activityId } = await params
  return activityFor('take-grade-files', activityId, learningPath(activityId))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('learning')
  return { title: `${t('title')}, ${(await access(props)).activity.title}` }
}

export default async function LearningPage(props: Props) {
  const { activity, course } = await access(props)
  const [table] = [(await props.searchParams).table ?? []].flat()
  const reading = await readLearning(activity.id, table)
  return (
    <Messages namespaces={[]}>
      <ActivityBar frame={await frameFor(activity.id)} page="learning" />
      <LearningView
        activityId={activity.id}
        above={`${course.title} · ${activity.title}`}
        tables={reading.tables}
        table={reading.table}
        sheet={reading.sheet}
        hasFile={reading.rows.learners.length > 0}
      />
    </Messages>
  )
}
