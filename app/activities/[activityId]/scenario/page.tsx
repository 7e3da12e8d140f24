// The student's pack of an activity: for its participants, with their own brief once it is issued to them, and for its staff.

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { frameFor, signedIn } from '#access'
import { StudentPack } from '#pack/student-pack'
import { scenarioPath } from '#paths'
import { BackToTable } from '#room/table/back-to-table'
import { accessActivity, may } from '#server/store/access/access'
import { readScenario } from '#server/store/activities/activities'
import { readOwnBriefs } from '#server/store/activities/own-briefs'
import { readRubrics } from '#server/store/activities/rubrics'
import { readReleasedUntil } from '#server/store/marks/marks'
import { newestRubric, rubricOf } from '#simulation/reading/log/rubric'
import { studentPack } from '#simulation/reading/record/scenario-pack'
import { Messages } from '#ui/page/messages'
import { ActivityBar } from '../../../_device/activity-bar'

type Props = { params: Promise<{ activityId: string }> }

async function access({ params }: Props) {
  const { activityId } = await params
  const me = await signedIn(scenarioPath(activityId))
  const found = await accessActivity(me, activityId)
  if (!found || (found.as.kind === 'staff' && !may(found.as, 'run-activity'))) notFound()
  return found
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('pack')
  return { title: `${t('student')}, ${(await access(props)).activity.title}` }
}

export default async function StudentPackPage(props: Props) {
  const { activity, as, roomId } = await access(props)
  const t = await getTranslations('pack')
  const isStudent = as.kind === 'participant'
  const [scenario, rubrics, briefs, until] = await Promise.all([
    readScenario(activity.id),
    readRubrics(activity.id),
    isStudent && roomId ? readOwnBriefs(roomId, as.participantId) : null,
    isStudent ? readReleasedUntil(activity.id, as.participantId) : null,
  ])
  const pack = studentPack(
    scenario,
    activity.agendaKey,
    // Once marks are released, the one that stands on the page of their marks.
    isStudent ? rubricOf(rubrics, as.participantId, until ?? undefined) : newestRubric(rubrics),
  )
  const seat = briefs?.[0]?.title
  return (
    <Messages namespaces={['transcript']}>
      <ActivityBar frame={await frameFor(activity.id)} page="student" />
      <StudentPack
        pack={pack}
        about={activity.title}
        briefs={isStudent ? (briefs ?? []) : null}
        foot={
          seat ? t('footOwn', { title: pack.title, activity: activity.title, seat }) : t('foot', { title: pack.title })
        }
      />
      {isStudent && roomId ? <BackToTable roomId={roomId} person={as.participantId} /> : null}
    </Messages>
  )
}
