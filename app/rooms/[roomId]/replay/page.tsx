// The replay page: checks access and which views may be chosen. The rows are fetched by a separate request.

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { z } from 'zod'
import { frameFor, signedIn } from '#access'
import { replayPath } from '#paths'
import { gistsOf } from '#record/words/gists.ts'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { readRoomMovedTo } from '#server/store/rooms/room-moved-to'
import { readScenarioTexts } from '#server/store/scenarios/stored-copy'
import { delegationIds } from '#simulation/agenda/parties'
import type { DelegationId } from '#simulation/kernel/ids'
import { mayLookBack } from '#simulation/secrecy/side-channels'
import type { RoomState } from '#simulation/state/room-state'
import { Messages } from '#ui/page/messages'
import { delegationsIn } from '#ui/words/delegations.ts'
import { ActivityBar } from '../../../_device/activity-bar'
import { leadOn } from '../lead-on'
import { OwnTable } from '../own-table'
import styles from './page.module.css'
import { MOST_BESIDE } from './replay-rows'
import { ReplayScreen } from './replay-screen'

type Props = {
  params: Promise<{ roomId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const asked = z.object({
  /** One delegation, or several beside each other: `as=us,jp,cn`. */
  as: z.string().catch(''),
  at: z.coerce.number().int().positive().nullable().catch(null),
})

const read = cache(async (roomId: string) => {
  const me = await signedIn(replayPath(roomId))
  return (await readRoomFor(me, roomId)) ?? leadOn(await readRoomMovedTo(me, roomId), replayPath)
})

const viewsIn = (as: string, { plan }: Pick<RoomState, 'plan'>): readonly DelegationId[] => {
  const asked = as.split(',')
  return delegationIds(plan)
    .filter((id) => asked.includes(id))
    .slice(0, MOST_BESIDE)
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { room } = await read((await params).roomId)
  return { title: (await getTranslations('replay'))('pageTitle', { room: room.name }), robots: { index: false } }
}

export default async function ReplayPage({ params, searchParams }: Props) {
  const reading = await read((await params).roomId)
  const { room, activity, course, viewer } = reading
  const { as, at } = asked.parse(await searchParams)
  const mayChoose = mayLookBack(reading.viewer, reading.state.unsealedAt !== null)
  const { paragraphs } = await readScenarioTexts(activity.id)
  return (
    <Messages namespaces={['replay', 'record']}>
      <ActivityBar frame={await frameFor(activity.id, room.id)} page="replay" atTable={replayPath} />
      <main id="main" className={`page pane ${styles.page}`}>
        <ReplayScreen
          room={{
            id: room.id,
            title: activity.title,
            timeZone: course.timeZone,
            gists: gistsOf(paragraphs),
            own: viewer.kind === 'person' ? viewer.person : null,
            delegations: delegationsIn(reading.state.plan),
            isChair: viewer.kind === 'chair',
            mayChoose,
            forks: reading.forks,
            as: mayChoose ? viewsIn(as, reading.state) : [],
            at,
          }}
        />
      </main>
      <OwnTable reading={reading} />
    </Messages>
  )
}
