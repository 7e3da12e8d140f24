// The instructor's pack of an activity, from the copy of the scenario that the activity was made with. Whoever may not run the activity
// finds no such page.

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { activityFor, frameFor } from '#access'
import { InstructorPack } from '#pack/instructor-pack'
import { instructorPackPath } from '#paths'
import { readScenario } from '#server/store/activities/activities'
import { Messages } from '#ui/page/messages'
import { ActivityBar } from '../../../../_device/activity-bar'

type Props = { params: Promise<{ activityId: string }> }

async function access({ params }: Props) {
  const { activityId } = await params
  return (await activityFor('run-activity', activityId, instructorPackPath(activityId))).activity
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('pack')
  return { title: `${t('instructor')}, ${(await access(props)).title}` }
}

export default async function InstructorPackPage(props: Props) {
  const activity = await access(props)
  const t = await getTranslations('pack')
  const scenario = await readScenario(activity.id)
  return (
    <Messages namespaces={['transcript']}>
      <ActivityBar frame={await frameFor(activity.id)} page="scenario" />
      <InstructorPack
        scenario={scenario}
        agendaKey={activity.agendaKey}
        about={activity.title}
        foot={t('footInstructor', { title: scenario.title })}
      />
    </Messages>
  )
}
