// One student's work in an activity, for whoever grades it.

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { signedIn } from '#access'
import { gradingPath } from '#paths'
import { accessCourse } from '#server/store/access/access'
import { accessGrading, readStudentToGrade } from '#server/store/marks/grading-place'
import { besideOnPages } from '../../../../_beside/slices'
import { hiddenName } from '../../hidden-name'
import { EvidenceList } from '../evidence-list'
import styles from '../grading.module.css'
import { StudentWork } from '../student-work'

type Props = { params: Promise<{ activityId: string; participantId: string }> }

const access = async ({ params }: Props) => {
  const { activityId, participantId } = await params
  return read(activityId, participantId)
}

/** Cached for one request, so that the page and its title read the student once. */
const read = cache(async (activityId: string, participantId: string) => {
  const me = await signedIn(gradingPath(activityId, participantId))
  const found = await readStudentToGrade(me, activityId, participantId, await hiddenName())
  // Whoever grades in this activity is told the same of a student of another room as of one that is not there.
  if (!found && !(await accessGrading(me, activityId))) notFound()
  const course = found && (await accessCourse(me, found.activity.courseId, 'see-course'))
  return found && { ...found, timeZone: course?.course.timeZone }
})

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await access(props)
  const title = (await getTranslations('grading'))('title')
  return { title: found ? `${found.name}, ${title}, ${found.activity.title}` : title }
}

export default async function StudentPage(props: Props) {
  const found = await access(props)
  const t = await getTranslations('grading')
  if (!found) return <p>{t('notYours')}</p>
  const { activity, participantId, displayNames, work, timeZone } = found
  if (!work) return <p>{t('noRoom')}</p>
  const student = { activity, participantId, called: await hiddenName() }
  const sections = await Promise.all(
    besideOnPages().map(async ({ key, readStudent }) => ({ key, section: await readStudent?.(student) })),
  )
  const { plan, did } = work
  const entries = did.phases.flatMap(({ pieces }) => pieces.flatMap(({ no }) => no ?? []))
  return (
    <EvidenceList id={participantId} entries={entries}>
      <StudentWork plan={plan} displayNames={displayNames} timeZone={timeZone} work={did} />
      {sections.map(({ key, section }) =>
        section ? (
          <section key={key} className={styles.phase}>
            <div className={`ends ${styles.phaseHead}`}>
              <h2>{section.title}</h2>
              <span className={styles.hint}>{section.aside}</span>
            </div>
            {section.body}
          </section>
        ) : null,
      )}
    </EvidenceList>
  )
}
