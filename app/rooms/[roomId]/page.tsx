// The page of a participant's room: checks access. The room's state arrives over the socket.

import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { deskPath, marksPath, roomPath, signInPath, transcriptPath } from '#paths'
import { accessRoom, may } from '#server/store/access/access'
import { readCourseZone } from '#server/store/activities/course-zone'
import { readBesideOf } from '#server/store/beside/known-beside'
import { readOwnInstructions } from '#server/store/homework/instructions'
import { isOfRemoved } from '#server/store/log/membership'
import { readRoomMovedTo } from '#server/store/rooms/room-moved-to'
import { readScenarioTexts } from '#server/store/scenarios/stored-copy'
import { sessionIdIn, whoIs } from '#server/web/identity'
import { askedBeside } from '#simulation/beside/slices'
import { Messages } from '#ui/page/messages'
import { leadOn } from './lead-on'
import { RoomPage } from './shell/room-page'

type Props = { params: Promise<{ roomId: string }> }

async function access({ params }: Props) {
  const { roomId } = await params
  const request = await headers()
  const me = await whoIs(request)
  const signIn = me ? null : await sessionIdIn(request)
  if (signIn && (await isOfRemoved(signIn, roomId))) notFound()
  if (!me) redirect(signInPath(roomPath(roomId)))
  return (await accessRoom(me.user, roomId)) ?? leadOn(await readRoomMovedTo(me.user, roomId), roomPath)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await access(props)).room.name }
}

export default async function Page(props: Props) {
  const { room, activity, as } = await access(props)
  if (activity.broughtAt) redirect(transcriptPath(room.id))
  if (as.kind === 'staff') redirect(may(as, 'steer-room') ? deskPath(room.id) : marksPath(room.id))
  const [courseZone, { paragraphs }, instructions, beside] = await Promise.all([
    readCourseZone(activity.id),
    readScenarioTexts(activity.id),
    activity.kind === 'homework' ? readOwnInstructions(as.participantId) : null,
    readBesideOf(activity, as.participantId, room.id),
  ])
  return (
    <Messages namespaces={['room', 'chair-notes', 'off', 'now', 'record', 'refusals', 'homework-room']}>
      <RoomPage
        roomId={room.id}
        essay={paragraphs}
        courseZone={courseZone}
        beside={{ activityId: activity.id, owed: askedBeside(beside).filter(({ owes }) => owes) }}
        given={instructions && { activityId: activity.id, written: instructions }}
      />
    </Messages>
  )
}
