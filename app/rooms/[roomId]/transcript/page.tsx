// The verbatim record of a room, filtered to what this reader may hear and to what they ask to see. It reads and never writes.
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { whoIs } from '#server/identity'
import { readRoomFor } from '#server/store/room-for-reader'
import { Messages } from '#ui/messages'
import essay from '../../../../simulation/scenarios/china-gap/en/paragraphs.json'
import { readFilter } from './transcript-filter'
import { TranscriptView } from './transcript-view'

type Props = {
  params: Promise<{ roomId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const gists = Object.fromEntries(essay.map(({ id, gist }) => [id, gist]))

const read = cache(async (roomId: string) => {
  const me = await whoIs(await headers())
  if (!me) redirect(`/sign-in?next=${encodeURIComponent(`/rooms/${roomId}/transcript`)}`)
  return (await readRoomFor(me.user, roomId)) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { room } = await read((await params).roomId)
  return { title: (await getTranslations('transcript'))('pageTitle', { room: room.name }), robots: { index: false } }
}

export default async function TranscriptPage({ params, searchParams }: Props) {
  const reading = await read((await params).roomId)
  return (
    <Messages namespaces={['transcript']}>
      <TranscriptView reading={reading} filter={readFilter(await searchParams, reading.state.plan)} gists={gists} />
    </Messages>
  )
}
