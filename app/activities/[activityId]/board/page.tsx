// The page of a homework debate's board, for its chairs. It loads names and rooms; progress comes over the sockets.

import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { activityFor, frameFor } from '#access'
import { boardPath, lobbyPath } from '#paths'
import { readParticipants } from '#server/store/activities/participants'
import { readRooms } from '#server/store/activities/rooms'
import { readGrading, readSettings } from '#server/store/activities/settings'
import { readAllBeside } from '#server/store/beside/known-beside'
import { readRoster } from '#server/store/courses/roster'
import { newcomersAmong, readArrivals } from '#server/store/courses/roster-arrivals'
import { readersAmong } from '#server/store/homework/instructions'
import { countOpenRegrades } from '#server/store/marks/regrade-rows'
import { askedBeside } from '#simulation/beside/slices'
import { Messages } from '#ui/page/messages'
import { ActivityBar } from '../../../_device/activity-bar'
import { Board } from './board'

type Props = { params: Promise<{ activityId: string }> }

async function access({ params }: Props) {
  const { activityId } = await params
  const found = await activityFor('run-activity', activityId, boardPath(activityId))
  return found.activity.kind === 'homework' ? found : redirect(lobbyPath(activityId))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('board')
  return { title: `${t('title')}, ${(await access(props)).activity.title}` }
}

export default async function BoardPage(props: Props) {
  const { activity, course } = await access(props)
  const settings = await readSettings(activity.id)
  const [rooms, people, arrivals, roster, regrades, besideOf] = await Promise.all([
    readRooms(activity.id),
    readParticipants(activity.id),
    // The demo's debate is understudies': nobody on the roster waits for a place in it.
    activity.demo ? [] : readArrivals(activity.id),
    readRoster(activity.courseId),
    countOpenRegrades(activity.id),
    readAllBeside(activity.id, await readGrading(activity), Date.now()),
  ])
  const listed = new Map(
    roster.map(({ id, section, familyName: family }, place) => [id, { listed: place, section, family }]),
  )
  const nameOf = new Map(rooms.map(({ id, name }) => [id, name]))
  return (
    <Messages namespaces={['board', 'chair', 'homework', 'off', 'record', 'refusals']}>
      <ActivityBar frame={await frameFor(activity.id)} page="board" counts={{ grading: regrades }} />
      <Board
        activity={{ id: activity.id, title: activity.title }}
        course={course.title}
        timeZone={settings.homework?.timeZone ?? course.timeZone}
        arrivals={arrivals.map(({ called }) => called)}
        newcomers={newcomersAmong(people, Date.now()).map(({ name, roomId, createdAt }) => ({
          ...{ name, room: nameOf.get(roomId ?? '') ?? '', at: createdAt.getTime() },
        }))}
        instructions={{
          instructions: settings.homework?.instructions ?? '',
          aiUse: settings.homework?.aiUse ?? '',
          read: readersAmong(people),
        }}
        demo={activity.demo}
        rooms={rooms.map(({ id, name }) => ({ id, name }))}
        people={people
          .filter(({ removedAt }) => removedAt === null)
          .map(({ id, name, roomId, rosterPlaceId }) => ({
            ...{ id, name, roomId, beside: askedBeside(besideOf(id)) },
            ...(listed.get(rosterPlaceId ?? '') ?? { listed: null, section: null }),
          }))}
      />
    </Messages>
  )
}
