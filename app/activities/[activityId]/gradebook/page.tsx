// The gradebook of an activity: levels and sums by student, and the files that export them.

import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { coursePath, gradebookFilePath, gradebookPath, learningPath, lobbyPath, marksPath, signInPath } from '#paths'
import { accessActivity, accessCourse, may } from '#server/store/access/access'
import { readSettings } from '#server/store/activities/activities'
import { readRooms } from '#server/store/activities/rooms'
import { readGradebook } from '#server/store/marks/gradebook'
import { readRelease } from '#server/store/marks/marks'
import { whoIs } from '#server/web/identity'
import { Band } from '#ui/band'
import { Messages } from '#ui/messages'
import { PageHead } from '#ui/page-head'
import { AppBar } from '../../../_device/app-bar'
import { BoardBar } from '../board-bar'
import { CanvasForm } from './canvas-form'
import { GradeTable } from './grade-table'
import styles from './gradebook.module.css'
import { gradesOf, pointsPossible } from './grades'

type Props = { params: Promise<{ activityId: string }> }

async function access({ params }: Props) {
  const { activityId } = await params
  const me = await whoIs(await headers())
  if (!me) redirect(signInPath(gradebookPath(activityId)))
  const found = await accessActivity(me.user, activityId)
  if (!found || !may(found.as, 'take-grade-files')) notFound()
  const course = await accessCourse(me.user, found.activity.courseId, 'see-course')
  return { activity: found.activity, course: course?.course ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('gradebook')
  return { title: `${t('title')}, ${(await access(props)).activity.title}` }
}

export default async function GradebookPage(props: Props) {
  const { activity, course } = await access(props)
  const t = await getTranslations('gradebook')
  const [{ people, marks, criteria }, release, rooms, { learning }] = await Promise.all([
    readGradebook(activity),
    readRelease(activity.id),
    readRooms(activity.id),
    readSettings(activity.id),
  ])
  const grades = gradesOf(people, marks, criteria)
  const whole = grades.filter(({ total }) => total !== null).length
  const first = rooms[0]
  return (
    <Messages namespaces={['gradebook', 'board', 'homework']}>
      {activity.kind === 'homework' ? (
        <BoardBar activityId={activity.id} course={course} current="gradebook" />
      ) : (
        <AppBar
          place={<Link href={coursePath(course.id)}>{course.title}</Link>}
          items={[
            { href: lobbyPath(activity.id), label: t('lobby') },
            { href: gradebookPath(activity.id), label: t('title'), current: true },
          ]}
        />
      )}
      <main id="main" className={styles.page}>
        <PageHead
          above={`${course.title} · ${activity.title}`}
          title={t('finding', { whole, all: grades.length })}
          voice="finding"
          lead={
            <>
              {t('lead', { points: pointsPossible(criteria) })} {release ? t('released') : t('notReleased')}{' '}
              {first ? <Link href={marksPath(first.id)}>{t('mark')}</Link> : null}{' '}
              {learning ? <Link href={learningPath(activity.id)}>{t('learning')}</Link> : null}
            </>
          }
        />
        <GradeTable grades={grades} criteria={criteria} />
        <section className={styles.section}>
          <Band level={2} title={t('files')} />
          <ul className={styles.files}>
            {(['grades', 'canvas', 'moodle-email', 'moodle-number'] as const).map((file) => (
              <li key={file}>
                {/* A plain link: next/link would navigate to the file instead of downloading it. */}
                <a href={gradebookFilePath(activity.id, `${file}.csv`)} download>
                  {t(`download.${file}`)}
                </a>
                <span className={styles.hint}>{t(`about.${file}`)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section className={styles.section}>
          <Band level={2} title={t('fill.title')} />
          <p className={styles.hint}>{t('fill.lead', { title: activity.title })}</p>
          <CanvasForm activityId={activity.id} />
        </section>
      </main>
    </Messages>
  )
}
