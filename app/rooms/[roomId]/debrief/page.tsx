// The debrief page: open to participants once the record is unsealed, to the chair at any time.

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { frameFor, signedIn } from '#access'
import { debriefPath } from '#paths'
import type { ActivityRow, Requester } from '#server/store/access/access'
import { readOrigin } from '#server/store/records/compared'
import { readDebriefFor } from '#server/store/records/debrief-reading'
import { readRoomMovedTo } from '#server/store/rooms/room-moved-to'
import { readScenarioTexts } from '#server/store/scenarios/stored-copy'
import { turnToDraw } from '#server/web/drawing-turn'
import { Messages } from '#ui/page/messages'
import { leadOn } from '../lead-on'
import { OwnTable } from '../own-table'
import { DebriefBar } from './debrief-bar'
import { DebriefView } from './debrief-view'

type Props = { params: Promise<{ roomId: string }> }

const read = cache(async (roomId: string) => {
  const me = await signedIn(debriefPath(roomId))
  const reading = (await readDebriefFor(me, roomId)) ?? leadOn(await readRoomMovedTo(me, roomId), debriefPath)
  return { reading, compares: await leadsToCompare(me, reading) }
})

/** Of a fork's one table: its own and the one that it comes from; to others the bar leads. */
const leadsToCompare = async (user: Requester, { steers, activity }: { steers: boolean; activity: ActivityRow }) =>
  steers && activity.broughtAt === null && (await readOrigin(user, activity.id)).length > 0

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reading } = await read((await params).roomId)
  return {
    title: (await getTranslations('debrief'))('pageTitle', { room: reading.room.name }),
    robots: { index: false },
  }
}

export default async function DebriefPage({ params }: Props) {
  const { reading, compares } = await read((await params).roomId)
  const { paragraphs, debriefQuestions } = await readScenarioTexts(reading.activity.id)
  await turnToDraw()
  return (
    <Messages namespaces={['transcript']}>
      <DebriefBar
        activityId={reading.activity.id}
        frame={await frameFor(reading.activity.id, reading.room.id)}
        room={reading.room.id}
        compares={compares}
        steers={reading.steers && reading.activity.broughtAt === null}
      />
      <DebriefView reading={reading} essay={paragraphs} questions={debriefQuestions} />
      <OwnTable reading={reading} />
    </Messages>
  )
}
