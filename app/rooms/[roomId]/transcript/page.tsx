// The record of a room, limited to what this reader may read and to the filter in the URL.

import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { signInPath, transcriptPath } from '#paths'
import { gistsOf } from '#record/gists.ts'
import { readRoomFor } from '#server/store/access/room-for-reader'
import { readRoomMovedTo } from '#server/store/access/room-moved-to'
import { readNotesFor } from '#server/store/records/notes'
import { readPickedEntries } from '#server/store/records/picked-entries'
import { readScenarioTexts } from '#server/store/scenarios/stored-copy'
import { whoIs } from '#server/web/identity'
import { Messages } from '#ui/messages'
import { leadOn } from '../lead-on'
import { OwnTable } from '../own-table'
import { besideEntries } from './beside-entries'
import { readFilter, wantsPlain } from './transcript-filter'
import { TranscriptView } from './transcript-view'

type Props = {
  params: Promise<{ roomId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const read = cache(async (roomId: string) => {
  const me = await whoIs(await headers())
  if (!me) redirect(signInPath(transcriptPath(roomId)))
  return (await readRoomFor(me.user, roomId)) ?? leadOn(await readRoomMovedTo(me.user, roomId), transcriptPath)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { room } = await read((await params).roomId)
  return { title: (await getTranslations('transcript'))('pageTitle', { room: room.name }), robots: { index: false } }
}

export default async function TranscriptPage({ params, searchParams }: Props) {
  const reading = await read((await params).roomId)
  const asked = await searchParams
  const filter = readFilter(asked, reading.state.plan)
  const [picked, notes, { paragraphs }] = await Promise.all([
    readPickedEntries(reading, filter.q),
    readNotesFor(reading),
    readScenarioTexts(reading.activity.id),
  ])
  return (
    <Messages namespaces={['transcript', 'notes', 'off', 'refusals', 'record']}>
      <TranscriptView
        reading={reading}
        filter={filter}
        picked={picked}
        beside={besideEntries(reading, reading.told, notes)}
        plain={wantsPlain(asked)}
        gists={gistsOf(paragraphs)}
      />
      <OwnTable reading={reading} />
    </Messages>
  )
}
