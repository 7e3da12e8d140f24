// One student's work in an activity, for whoever grades it.
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { gradingPath, signInPath } from '#paths'
import { accessCourse } from '#server/store/access/access'
import { readDisplayNames } from '#server/store/activities/rooms'
import { readRoomState } from '#server/store/log/room-reading'
import { accessGradedStudent, accessGrading } from '#server/store/marks/grading-place'
import { whoIs } from '#server/web/identity'
import { personId } from '#simulation/kernel/ids'
import { studentWork } from '#simulation/reading/student-work'
import { EvidenceList } from '../evidence-list'
import { StudentWork } from '../student-work'

type Props = { params: Promise<{ activityId: string; participantId: string }> }

async function access({ params }: Props) {
  const { activityId, participantId } = await params
  const me = await whoIs(await headers())
  if (!me) redirect(signInPath(gradingPath(activityId, participantId)))
  const found = await accessGradedStudent(me.user, activityId, participantId)
  // Whoever grades in this activity is told the same of a student of another room as of one that is not there.
  if (!found && !(await accessGrading(me.user, activityId))) notFound()
  return found && { ...found, user: me.user }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await access(props)
  const title = (await getTranslations('grading'))('title')
  return { title: found ? `${found.name}, ${title}, ${found.activity.title}` : title }
}

export default async function StudentPage(props: Props) {
  const found = await access(props)
  const t = await getTranslations('grading')
  if (!found) return <p>{t('notYours')}</p>
  const { activity, room, participantId, user } = found
  const [state, displayNames, course] = await Promise.all([
    room ? readRoomState(room.id) : null,
    room ? readDisplayNames(room.id) : {},
    accessCourse(user, activity.courseId, 'see-course'),
  ])
  if (!state) return <p>{t('noRoom')}</p>
  const work = studentWork(state, personId.parse(participantId), Date.now())
  const entries = work.phases.flatMap(({ pieces }) => pieces.flatMap(({ no }) => no ?? []))
  return (
    <EvidenceList id={participantId} entries={entries}>
      <StudentWork plan={state.plan} displayNames={displayNames} timeZone={course?.course.timeZone} work={work} />
    </EvidenceList>
  )
}
