// The projector's page, for the room's chair. It joins as a stage and not as the chair, so that the server sends it only what everyone
// may read.

import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { roomFor } from '#access'
import { stagePath, transcriptPath } from '#paths'
import { environment, unreachable } from '#server/base/environment'
import { readScenarioTexts } from '#server/store/scenarios/stored-copy'
import { Messages } from '#ui/page/messages'
import { StageScreen } from './stage-screen'

type Props = { params: Promise<{ roomId: string }> }

async function access({ params }: Props) {
  const { roomId } = await params
  return roomFor('steer-room', roomId, stagePath(roomId))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { room } = await access(props)
  return { title: (await getTranslations('stage'))('title', { room: room.name }) }
}

export default async function StagePage(props: Props) {
  const { room, activity } = await access(props)
  if (activity.broughtAt) redirect(transcriptPath(room.id))
  const { debriefQuestions } = await readScenarioTexts(activity.id)
  return (
    <Messages namespaces={['stage', 'record']}>
      <StageScreen
        roomId={room.id}
        questions={debriefQuestions.map(({ ask }) => ask)}
        isReachable={unreachable(environment()) === null}
      />
    </Messages>
  )
}
