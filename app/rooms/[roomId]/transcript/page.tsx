// The record of a room, limited to what this reader may read and to the filter in the URL.

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { frameFor, signedIn } from '#access'
import { transcriptPath } from '#paths'
import { gistsOf } from '#record/words/gists.ts'
import type { NotDrawn as NotDrawnReason } from '#server/jobs/drawing-queue'
import { drawRecord } from '#server/jobs/drawn-record'
import { readThreadsFor } from '#server/store/records/annotations'
import { readStanding } from '#server/store/records/followed-strikes'
import { readPickedEntries } from '#server/store/records/picked-entries'
import { recordReader, studentsOf } from '#server/store/rooms/record-reader'
import { type RoomForReader, readRoomFor } from '#server/store/rooms/room-for-reader'
import { readRoomMovedTo } from '#server/store/rooms/room-moved-to'
import { readScenarioTexts } from '#server/store/scenarios/stored-copy'
import { turnToDraw } from '#server/web/drawing-turn'
import { countsAnnotations } from '#simulation/questions/annotations'
import { type RecordReader, readersToChoose } from '#simulation/reading/record/annotations'
import type { RecordPage } from '#simulation/reading/record/record-page'
import type { PickedEntries } from '#simulation/wire/picked-entries'
import { Messages } from '#ui/page/messages'
import { leadOn } from '../lead-on'
import { OwnTable } from '../own-table'
import { Annotations } from './annotations/annotations'
import { NotDrawn } from './entries/not-drawn'
import { recordPage } from './record-page'
import { TranscriptBar } from './transcript-bar'
import { filterParams, readFilter, type TranscriptFilter, transcriptHref, wantsPlain } from './transcript-filter'
import { TranscriptView } from './transcript-view'
import { WordsStanding } from './words-standing'

type Props = {
  params: Promise<{ roomId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const read = cache(async (roomId: string) => {
  const user = await signedIn(transcriptPath(roomId))
  const reading = (await readRoomFor(user, roomId)) ?? leadOn(await readRoomMovedTo(user, roomId), transcriptPath)
  return { user, reading }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { room } = (await read((await params).roomId)).reading
  return { title: (await getTranslations('transcript'))('pageTitle', { room: room.name }), robots: { index: false } }
}

/** From this many rows of its log on, what depends on the entries of a record is worked out in a thread. */
const LONG_ROWS = 400

export default async function TranscriptPage({ params, searchParams }: Props) {
  const { user, reading } = await read((await params).roomId)
  const asked = await searchParams
  const filter = readFilter(asked, reading.state.plan)
  const [picked, { paragraphs }, threads, standing] = await Promise.all([
    readPickedEntries(reading, filter.q),
    readScenarioTexts(reading.activity.id),
    readThreadsFor(user, reading),
    reading.steers ? readStanding(user, reading.room.id) : [],
  ])
  const page =
    reading.told.length > LONG_ROWS
      ? await drawPage(user.id, reading, filter, picked)
      : recordPage({ reading, told: reading.told, filter, picked })
  await turnToDraw()
  if (typeof page === 'string') return <NotDrawn href={transcriptHref(reading.room.id, filter)} why={page} />
  return (
    <Messages namespaces={['annotations', 'transcript', 'off', 'refusals', 'record']}>
      <TranscriptBar frame={await frameFor(reading.activity.id, reading.room.id)} reading={reading} filter={filter} />
      <Annotations {...(await annotationsOf(reading, recordReader(user, reading)))} start={threads}>
        <TranscriptView
          reading={reading}
          filter={filter}
          picked={picked}
          page={page}
          plain={wantsPlain(asked)}
          gists={gistsOf(paragraphs)}
          notice={<WordsStanding roomId={reading.room.id} standing={standing} />}
        />
      </Annotations>
      <OwnTable reading={reading} />
    </Messages>
  )
}

async function annotationsOf(reading: RoomForReader, { who }: RecordReader) {
  const { room, viewer, steers, state, course } = reading
  return {
    owner: { roomId: room.id, person: viewer.kind === 'person' ? viewer.person : 'chair' },
    isStaff: viewer.kind === 'chair',
    mayHide: steers,
    chooses: readersToChoose(who, state, true),
    students: await studentsOf(reading),
    isAsked: viewer.kind === 'person' && countsAnnotations(state, viewer.person, Date.now()),
    timeZone: course.timeZone,
  }
}

/** The page of a long record with its first entries; or why it could not be drawn. */
async function drawPage(
  by: string,
  reading: RoomForReader,
  filter: TranscriptFilter,
  picked: PickedEntries,
): Promise<RecordPage | NotDrawnReason> {
  const drawing = await drawRecord(reading, {
    ...{
      format: 'page',
      forWhom: { kind: 'own' },
      asked: filterParams(filter),
      locale: await getLocale(),
      picked,
    },
    by,
  })
  if (!drawing.ok) return drawing.why
  if (!drawing.drawn.page) throw new Error('The thread drew no page.')
  return drawing.drawn.page
}
