// The grading place while nobody is chosen: everybody with how far their grade is.

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signedIn } from '#access'
import { gradingPath } from '#paths'
import { accessGrading } from '#server/store/marks/grading-place'
import { StudentList } from './student-list'

type Props = { params: Promise<{ activityId: string }> }

async function access({ params }: Props) {
  const { activityId } = await params
  const me = await signedIn(gradingPath(activityId))
  return (await accessGrading(me, activityId)) ?? notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('grading')
  return { title: `${t('title')}, ${(await access(props)).activity.title}` }
}

export default async function GradingPage(props: Props) {
  await access(props)
  return <StudentList />
}
