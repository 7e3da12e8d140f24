// The gradebook of an activity: levels and sums by student, and the files that export them.

import type { Metadata } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { activityFor, frameFor } from '#access'
import { gradebookFilePath, gradebookPath, gradingPath, learningPath } from '#paths'
import { readSettings } from '#server/store/activities/settings'
import { readGradebook } from '#server/store/marks/gradebook'
import { readRelease } from '#server/store/marks/marks'
import { newestRubric, weighsSame } from '#simulation/reading/log/rubric'
import { gradeCounts } from '#simulation/reading/marks/grades'
import { Band } from '#ui/charts/band'
import { Tabs } from '#ui/controls/tabs'
import { Messages } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { ActivityBar } from '../../../_device/activity-bar'
import { hiddenName } from '../hidden-name'
import { CanvasForm } from './canvas-form'
import { GradeTable } from './grade-table'
import styles from './gradebook.module.css'
import { gradesOf } from './grades'
import { TakenOut } from './taken-out'

type Props = { params: Promise<{ activityId: string }> }

async function access({ params }: Props) {
  const { activityId } = await params
  return activityFor('take-grade-files', activityId, gradebookPath(activityId))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('gradebook')
  return { title: `${t('title')}, ${(await access(props)).activity.title}` }
}

export default async function GradebookPage(props: Props) {
  const { activity, course } = await access(props)
  const t = await getTranslations('gradebook')
  const [{ people, takenOut, marks, rubrics, grading }, release, { learning }] = await Promise.all([
    readGradebook(activity, await hiddenName()),
    readRelease(activity.id),
    readSettings(activity.id),
  ])
  const newest = newestRubric(rubrics)
  const grades = gradesOf(people, marks, rubrics, grading)
  const { all, complete, released } = gradeCounts(grades)
  return (
    <Messages namespaces={['gradebook', 'board', 'homework', 'record']}>
      <ActivityBar frame={await frameFor(activity.id)} page="gradebook" />
      <main id="main" className="page">
        <PageHead
          above={`${course.title} · ${activity.title}`}
          title={t('finding', { whole: complete, all })}
          lead={
            <>
              {t('lead', { points: newest.points, same: weighsSame(newest) ? 'yes' : 'no' })}{' '}
              {(grades[0]?.shares ?? []).map(({ of, weight }) => t(`counts.${of}`, { weight })).join(' ')}{' '}
              {grading.late ? t('late', grading.late) : null} {release ? t('released') : t('releasedTo', { released })}{' '}
              <Link href={gradingPath(activity.id)}>{t('mark')}</Link>{' '}
              {grading.hideNames ? t('hidden', { count: people.filter(({ hidden }) => hidden).length }) : null}{' '}
              {learning ? <Link href={learningPath(activity.id)}>{t('learning')}</Link> : null}
            </>
          }
        />
        <Tabs
          label={t('title')}
          tabs={[
            {
              value: 'students',
              label: t('byStudent'),
              panel: (
                <>
                  <GradeTable activityId={activity.id} grades={grades} newest={newest} grading={grading} />
                  {grading.hideNames ? <p className={`hint ${styles.hint}`}>{t('takenOut.hidden')}</p> : null}
                  <TakenOut activityId={activity.id} people={takenOut} />
                </>
              ),
            },
            { value: 'files', label: t('files'), panel: <FilesPart activity={activity} /> },
          ]}
        />
      </main>
    </Messages>
  )
}

function FilesPart({ activity }: { activity: { id: string; title: string } }) {
  const t = useTranslations('gradebook')
  return (
    <>
      <ul className={styles.files}>
        {(['grades', 'canvas', 'moodle-email', 'moodle-number'] as const).map((file) => (
          <li className="tools" key={file}>
            {/* A plain link: next/link would navigate to the file instead of downloading it. */}
            <a href={gradebookFilePath(activity.id, `${file}.csv`)} download>
              {t(`download.${file}`)}
            </a>
            <span className={`hint ${styles.hint}`}>{t(`about.${file}`)}</span>
          </li>
        ))}
      </ul>
      <section className={styles.section}>
        <Band level={2} title={t('fill.title')} />
        <p className={`hint ${styles.hint}`}>{t('fill.lead', { title: activity.title })}</p>
        <CanvasForm activityId={activity.id} />
      </section>
    </>
  )
}
