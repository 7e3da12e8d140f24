// The rubric of an activity: its editor, and the history of its changes.

import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { frameFor, signedIn } from '#access'
import { dayAndTime } from '#format/days'
import { gradingPath, rubricPath } from '#paths'
import { accessCourse } from '#server/store/access/access'
import { readRubricPage } from '#server/store/marks/rubric-changes'
import { Messages } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { ActivityBar } from '../../../_device/activity-bar'
import { hiddenName } from '../hidden-name'
import styles from './rubric.module.css'
import { saveRubric } from './rubric-actions'
import { RubricForm } from './rubric-form'
import { RubricHistory } from './rubric-history'

type Props = { params: Promise<{ activityId: string }> }

async function access({ params }: Props) {
  const { activityId } = await params
  const me = await signedIn(rubricPath(activityId))
  const page = (await readRubricPage(me, activityId, await hiddenName())) ?? notFound()
  const course = await accessCourse(me, page.activity.courseId, 'see-course')
  return { ...page, course: course?.course ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('grading.editor')
  return { title: `${t('title')}, ${(await access(props)).activity.title}` }
}

export default async function RubricPage(props: Props) {
  const { activity, course, rubric, evidence, versions, kept, releasedToAll, history } = await access(props)
  const [t, words, locale] = [
    await getTranslations('grading.editor'),
    await getTranslations('grading'),
    await getLocale(),
  ]
  return (
    <Messages namespaces={['grading', 'board', 'homework']}>
      <ActivityBar frame={await frameFor(activity.id)} page="rubric" />
      <main id="main" className={`page ${styles.page}`}>
        <PageHead
          above={<Link href={gradingPath(activity.id)}>{`${words('title')} · ${activity.title}`}</Link>}
          title={t('title')}
          lead={t('lead')}
        />
        <RubricForm
          {...{ rubric, evidence, versions, kept, releasedToAll, save: saveRubric }}
          activityId={activity.id}
          begins={history.length === 0}
        />
        <RubricHistory
          history={history.map(({ at, ...more }) => ({ ...more, at, when: dayAndTime(locale, at, course.timeZone) }))}
        />
      </main>
    </Messages>
  )
}
