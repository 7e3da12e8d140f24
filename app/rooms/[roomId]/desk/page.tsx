// The page of the instructor's desk: checks access and loads the rubric and the marks. The room's state arrives over the socket.

import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { roomFor } from '#access'
import { saveMark } from '#marks/marks-actions.ts'
import { savedMark } from '#marks/saved-mark.ts'
import { deskPath, transcriptPath } from '#paths'
import { gistsOf } from '#record/words/gists.ts'
import { environment } from '#server/base/environment'
import { readRooms } from '#server/store/activities/rooms'
import { readRubrics } from '#server/store/activities/rubrics'
import { readGrading } from '#server/store/activities/settings'
import { readArrivalsAt } from '#server/store/courses/roster-arrivals'
import { readMarkHistory } from '#server/store/marks/marks'
import { readScenarioTexts } from '#server/store/scenarios/stored-copy'
import { Messages } from '#ui/page/messages'
import { Desk } from './desk'

type Props = { params: Promise<{ roomId: string }> }

async function access({ params }: Props) {
  const { roomId } = await params
  return roomFor('steer-room', roomId, deskPath(roomId))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { room } = await access(props)
  const t = await getTranslations('desk')
  return { title: t('title', { room: room.name }) }
}

export default async function DeskPage(props: Props) {
  const { room, activity } = await access(props)
  if (activity.broughtAt) redirect(transcriptPath(room.id))
  const [rubrics, marks, rooms, absent, { paragraphs, debriefQuestions }, { evidence }] = await Promise.all([
    readRubrics(activity.id),
    readMarkHistory(room.id),
    readRooms(activity.id),
    readArrivalsAt(activity.id, room.id),
    readScenarioTexts(activity.id),
    readGrading(activity),
  ])
  return (
    <Messages namespaces={['desk', 'chair', 'record', 'off', 'refusals', 'seating']}>
      <Desk
        roomId={room.id}
        room={room.name}
        activityId={activity.id}
        courseId={activity.courseId}
        kind={activity.kind}
        title={activity.title}
        rooms={rooms.map(({ id, name }) => ({ id, name }))}
        absent={absent}
        listens={environment().listener !== null}
        rubrics={rubrics}
        marks={marks.flatMap((mark) => savedMark(mark) ?? [])}
        evidence={evidence}
        questions={debriefQuestions.map(({ ask }) => ask)}
        gists={gistsOf(paragraphs)}
        saveMark={saveMark}
      />
    </Messages>
  )
}
