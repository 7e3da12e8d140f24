// The page of an activity's lobby: code, door and participants. What changes while it is open comes over the sockets.

import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { frameFor, signedIn } from '#access'
import { coursesPath, joinPath, lobbyPath, roomPath } from '#paths'
import { environment, unreachable } from '#server/base/environment'
import { accessActivity, accessCourse, may } from '#server/store/access/access'
import { showCode } from '#server/store/activities/codes'
import { readDoorState } from '#server/store/activities/door-state'
import { readRooms } from '#server/store/activities/rooms'
import { readSettings } from '#server/store/activities/settings'
import { readRoster } from '#server/store/courses/roster'
import { readArrivals } from '#server/store/courses/roster-arrivals'
import { readDoorPath } from '#server/store/door/door'
import { readWaiting } from '#server/store/door/join-requests'
import { personId } from '#simulation/kernel/ids'
import { Messages } from '#ui/page/messages'
import { ActivityBar } from '../../../_device/activity-bar'
import { Lobby } from './lobby'

type Props = { params: Promise<{ activityId: string }> }

async function access({ params }: Props) {
  const { activityId } = await params
  const me = await signedIn(lobbyPath(activityId))
  const found = await accessActivity(me, activityId)
  if (!found) notFound()
  if (!may(found.as, 'run-activity')) redirect(found.roomId ? roomPath(found.roomId) : coursesPath())
  const course = await accessCourse(me, found.activity.courseId, 'see-course')
  return { activity: found.activity, course: course?.course ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('lobby')
  return { title: `${t('title')}, ${(await access(props)).activity.title}` }
}

export default async function LobbyPage(props: Props) {
  const { activity, course } = await access(props)
  const [settings, door, path, rooms, waiting, missing, roster] = await Promise.all([
    readSettings(activity.id),
    readDoorState(activity.id),
    readDoorPath(activity.id),
    readRooms(activity.id),
    readWaiting(activity.id),
    readArrivals(activity.id),
    readRoster(activity.courseId),
  ])
  const joinUrl = environment().publicUrl + joinPath()
  return (
    <Messages namespaces={['lobby', 'knocks', 'refusals', 'seating']}>
      <ActivityBar frame={await frameFor(activity.id)} page={activity.kind === 'seminar' ? 'lobby' : 'seats'} />
      <Lobby
        activity={{ id: activity.id, title: activity.title, kind: activity.kind }}
        timeZone={course.timeZone}
        door={{
          open: door?.open ?? false,
          closedAt: door?.closedAt?.getTime() ?? null,
          untilStart: settings.lateArrivals === 'until-start',
          code: showCode(activity.code),
          joinUrl,
          unreachable: unreachable(environment()),
          link: environment().publicUrl + path,
        }}
        understudies={settings.understudies}
        practice={settings.practiceSpeed > 1}
        rooms={rooms.map(({ id, name }) => ({ id, name }))}
        missing={missing}
        rosterSize={roster.length}
        waiting={waiting.map(({ id, name, askedAt, claims }) => ({
          ...{ id, name, askedAt: askedAt.getTime() },
          claims: claims === null ? null : personId.parse(claims),
        }))}
      />
    </Messages>
  )
}
