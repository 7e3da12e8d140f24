// The page of the wall, for chairs: every room of an activity as a tile. Its contents come over the page's one connection.

import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { activityFor } from '#access'
import { comparePath, coursePath, lobbyPath, wallPath } from '#paths'
import { readRooms } from '#server/store/activities/rooms'
import { Messages } from '#ui/messages'
import { AppBar } from '../../../_device/app-bar'
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
  const t = await getTranslations('wall')
  const rooms = await readRooms(activity.id)
  return (
    <Messages namespaces={['wall', 'chair', 'knocks', 'record', 'refusals', 'seating']}>
      <AppBar
        place={<Link href={coursePath(course.id)}>{course.title}</Link>}
        itemsLabel={t('sections')}
        items={[
          { href: lobbyPath(activity.id), label: t('lobby') },
          { href: wallPath(activity.id), label: t('title'), current: true },
          ...(rooms.length > 1 ? [{ href: comparePath(activity.id), label: t('compare') }] : []),
        ]}
        right={<PresentCount activityId={activity.id} tables={rooms.length} />}
      />
      <Wall activityId={activity.id} tables={rooms.length} timeZone={course.timeZone} />
    </Messages>
  )
}
