// The debrief page: open to participants once the record is unsealed, to the chair at any time.

import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { debriefPath, signInPath } from '#paths'
import { readRoomMovedTo } from '#server/store/access/room-moved-to'
import { readDebriefFor } from '#server/store/records/debrief-reading'
import { readScenarioTexts } from '#server/store/scenarios/stored-copy'
import { turnToDraw } from '#server/web/drawing-turn'
import { whoIs } from '#server/web/identity'
import { Messages } from '#ui/messages'
import { leadOn } from '../lead-on'
import { OwnTable } from '../own-table'
import { DebriefView } from './debrief-view'

type Props = { params: Promise<{ roomId: string }> }

const read = cache(async (roomId: string) => {
  const me = await whoIs(await headers())
  if (!me) redirect(signInPath(debriefPath(roomId)))
  return (await readDebriefFor(me.user, roomId)) ?? leadOn(await readRoomMovedTo(me.user, roomId), debriefPath)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { room } = await read((await params).roomId)
  return { title: (await getTranslations('debrief'))('pageTitle', { room: room.name }), robots: { index: false } }
}

export default async function DebriefPage({ params }: Props) {
  const reading = await read((await params).roomId)
  const { paragraphs, debriefQuestions } = await readScenarioTexts(reading.activity.id)
  await turnToDraw()
  return (
    <Messages namespaces={['transcript']}>
      <DebriefView reading={reading} essay={paragraphs} questions={debriefQuestions} />
      <OwnTable reading={reading} />
    </Messages>
  )
}
