// A record as a file: to read (Markdown, CSV, DOCX), with the page's filter and limited to what the class may read unless the reader asks
// for private entries too; or complete, as JSON. No file holds more than its reader may read. "Not yours" and "does not exist" get the
// same answer, which no cache may store.
import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { type RoomForReader, readRoomFor } from '#server/store/access/room-for-reader'
import { readPickedEntries } from '#server/store/records/picked-entries'
import { recordText } from '#server/store/records/record-text'
import { whoIs } from '#server/web/identity'
import { type Paragraph, paragraphs, recordSpan } from '#simulation/reading/transcript'
import { unlessNewer } from '../../../../_files/unless-newer'
import type { TranscriptContext } from '../entry-words'
import { exportName } from '../export-name'
import { asTheClassReads, type ForWhom, forWhomWords, readForWhom } from '../for-whom'
import { transcriptCsv } from '../transcript-csv'
import { asksAnything, fits, readFilter } from '../transcript-filter'
import { transcriptMarkdown } from '../transcript-markdown'
import { includedWords, whenWords } from '../transcript-words'

type Context = { params: Promise<{ roomId: string }> }

const notFound = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })

export const GET = (request: Request, context: Context): Promise<Response> =>
  unlessNewer(() => exported(request, context))

async function exported(request: Request, { params }: Context): Promise<Response> {
  const me = await whoIs(await headers())
  const reading = me && (await readRoomFor(me.user, (await params).roomId))
  const asked = new URL(request.url).searchParams
  if (!reading) return notFound()
  switch (asked.get('format')) {
    case 'json':
      return file(reading, 'json', 'application/json; charset=utf-8', recordText(reading), [
        reading.viewer.kind === 'chair' ? 'complete' : 'private',
      ])
    case 'md': {
      const { shown, head, about, holds } = await excerpt(reading, asked)
      return file(reading, 'md', 'text/markdown; charset=utf-8', transcriptMarkdown(shown, head, about), holds)
    }
    case 'csv': {
      const { shown, head, about, holds } = await excerpt(reading, asked)
      return file(reading, 'csv', 'text/csv; charset=utf-8', transcriptCsv(shown, head, about), holds)
    }
    case 'docx': {
      const { shown, head, about, holds } = await excerpt(reading, asked)
      // Imported on demand: the library is large and seldom used.
      const { transcriptDocx } = await import('../transcript-docx')
      return file(reading, 'docx', DOCX, await transcriptDocx(shown, head, about), holds)
    }
    default:
      return notFound()
  }
}
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Holds = Parameters<typeof exportName>[0]['holds']

function file(reading: RoomForReader, ending: string, type: string, body: BodyInit, holds: Holds): Response {
  const { room, state, activity, course } = reading
  const { from } = recordSpan(state)
  const name = exportName({ activity: activity.title, room, from, timeZone: course.timeZone, holds })
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}.${ending}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

type Excerpt = {
  holds: Holds
  shown: readonly Paragraph[]
  head: { forWhom: string; title: string; lines: readonly string[]; foot: string }
  about: TranscriptContext
}

/** The entries that pass the reader's filter, with the context for their words. */
async function excerpt(whole: RoomForReader, asked: URLSearchParams): Promise<Excerpt> {
  const forWhom: ForWhom = readForWhom(asked.get('for'))
  const reading = forWhom === 'class' ? asTheClassReads(whole) : whole
  const { state, viewer, room, activity, course, displayNames } = reading
  const [locale, t, record] = await Promise.all([getLocale(), getTranslations('transcript'), getTranslations('record')])
  const filter = readFilter(paramsOf(asked), state.plan)
  const all = paragraphs(state)
  const picked = await readPickedEntries(reading, filter.q)
  const shown = all.filter((entry) => fits(filter, entry, picked))
  const lines = [
    [course.title, room.name, whenWords(locale, state, course.timeZone)].join(' · '),
    [
      t('entries', { count: all.length }),
      includedWords(locale, t, state, forWhom === 'class' ? null : viewer, course.timeZone),
    ].join(' · '),
    ...(asksAnything(filter) ? [t('markdown.excerpt', { shown: shown.length, all: all.length })] : []),
  ]
  const foot = [activity.title, room.name, ...(asksAnything(filter) ? [t('excerpt')] : [])].join(' · ')
  const about = { plan: state.plan, displayNames, timeZone: course.timeZone, locale, words: { t, record } }
  const holds: Holds = [
    ...(forWhom === 'class' ? [] : (['private'] as const)),
    ...(asksAnything(filter) ? (['excerpt'] as const) : []),
  ]
  return {
    holds,
    shown,
    head: { forWhom: forWhomWords(t, forWhom, viewer), title: activity.title, lines, foot },
    about,
  }
}

const paramsOf = (asked: URLSearchParams): Record<string, string[]> =>
  Object.fromEntries([...new Set(asked.keys())].map((key) => [key, asked.getAll(key)]))
