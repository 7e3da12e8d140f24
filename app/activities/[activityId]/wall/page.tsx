// The page of the wall, for chairs: every room of an activity as a tile. Its contents come over the page's one connection.

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { activityFor, frameFor } from '#access'
import { wallPath } from '#paths'
import { readRooms } from '#server/store/activities/rooms'
import { Messages } from '#ui/page/messages'
import { ActivityBar } from '../../../_device/activity-bar'
import { PresentCount } from './present-count'
import { Wall } from './wall'

type Props = { params: Promise<{ activityId: string }> }

async function access({ params }: Props) {
  const { activityId } = await params
  return activityFor('run-activity', activityId, wallPath(activityId))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('wall')
  return { title: `${t('title')}, ${(await access(props)).activity.title}` }
}

export default async function WallPage(props: Props) {
  const { activity, course } = await access(props)
  const rooms = await readRooms(activity.id)
  return (
    <Messages namespaces={['wall', 'chair', 'knocks', 'record', 'refusals', 'seating']}>
      <ActivityBar
        frame={await frameFor(activity.id)}
        page="wall"
        right={<PresentCount activityId={activity.id} tables={rooms.length} />}
      />
      <Wall activityId={activity.id} tables={rooms.length} timeZone={course.timeZone} />
    </Messages>
  )
}
