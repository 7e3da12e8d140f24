// The record as one reader gets it, to look at and to print.
import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { frameFor, signedIn } from '#access'
import { exportPath, transcriptPath } from '#paths'
import { PrintButton } from '#record/print-button'
import { drawRecord } from '#server/jobs/drawn-record'
import { readThreadsFor } from '#server/store/records/annotations'
import { readPickedEntries } from '#server/store/records/picked-entries'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { readScenarioTexts } from '#server/store/scenarios/stored-copy'
import { turnToDraw } from '#server/web/drawing-turn'
import { plainParagraphs } from '#simulation/reading/log/transcript'
import { threadsInFile } from '#simulation/reading/record/annotations'
import { mayWriteFor, readerCode, readerOf } from '#simulation/secrecy/file-reader'
import { Messages, titled } from '#ui/page/messages'
import { ActivityBar } from '../../../../_device/activity-bar'
import { OwnTable } from '../../own-table'
import { StillAnnotations } from '../annotations/still-annotations'
import { NotDrawn } from '../entries/not-drawn'
import { privateNumbers } from '../exports/beside-entries'
import { ReaderRecord } from '../reader-record'
import { filterParams, filterQuery, fits, readFilter } from '../transcript-filter'

type Props = {
  params: Promise<{ roomId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled('transcript.share.paper', { robots: { index: false } })

export default async function PaperPage({ params, searchParams }: Props) {
  const { roomId } = await params
  const me = await signedIn(transcriptPath(roomId))
  const [reading, asked] = await Promise.all([readRoomFor(me, roomId), searchParams])
  const forWhom = readerOf(typeof asked.for === 'string' ? asked.for : null) ?? { kind: 'class' }
  if (!reading || !mayWriteFor(reading.viewer, forWhom, reading.open)) notFound()
  const { room, activity, course, state } = reading
  const filter = readFilter(asked, state.plan)
  const [picked, threads, { paragraphs }, locale] = await Promise.all([
    readPickedEntries(reading, filter.q),
    asked.annotations === undefined ? [] : readThreadsFor(me, reading),
    readScenarioTexts(activity.id),
    getLocale(),
  ])
  // The page holds no thread on an entry that is not in it, in no byte of it: neither one that its reader does not have, nor one that the
  // filter leaves out.
  const kept = new Set(forWhom.kind === 'class' && threads.length > 0 ? privateNumbers(state, reading.told) : [])
  const inPage = new Set(
    (threads.length > 0 ? plainParagraphs(state) : []).flatMap((entry) =>
      fits(filter, entry, picked) && !kept.has(entry.no) ? [entry.no] : [],
    ),
  )
  const shown = threadsInFile(threads, forWhom, reading.viewer).filter(({ entry }) => inPage.has(entry))
  const order = { format: 'page', forWhom, asked: filterParams(filter), locale, picked, by: me.id } as const
  const drawing = await drawRecord(reading, order)
  await turnToDraw()
  if (!drawing.ok) return <NotDrawn href={transcriptPath(room.id)} why={drawing.why} />
  return (
    <Messages namespaces={['annotations', 'transcript', 'off', 'refusals', 'record']}>
      <ActivityBar frame={await frameFor(activity.id, room.id)} page="transcript" right={<PrintButton />} />
      <StillAnnotations threads={shown} isStaff={reading.viewer.kind === 'chair'} timeZone={course.timeZone}>
        <ReaderRecord
          drawn={drawing.drawn}
          of={{ title: activity.title, roomName: room.name, timeZone: course.timeZone }}
          paragraphs={paragraphs}
          rest={exportPath(room.id, 'entries', readerCode(forWhom), filterQuery(filter))}
        />
      </StillAnnotations>
      <OwnTable reading={reading} />
    </Messages>
  )
}
