// A record as a file: Markdown of what the page shows, or JSON of every number with the words that are this reader's.
// "Not yours" and "does not exist" are one answer; nothing on the way may keep a copy.
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { whoIs } from '#server/identity'
import { type RoomForReader, readRoomFor } from '#server/store/room-for-reader'
import { paragraphs } from '#simulation/transcript'
import { asksAnything, fits, readFilter } from '../transcript-filter'
import { transcriptMarkdown } from '../transcript-markdown'
import { includedWords, whenWords } from '../transcript-words'

type Context = { params: Promise<{ roomId: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const me = await whoIs(await headers())
  const reading = me && (await readRoomFor(me.user, (await params).roomId))
  const asked = new URL(request.url).searchParams
  if (!reading) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  switch (asked.get('format')) {
    case 'json':
      return file(reading, 'json', 'application/json; charset=utf-8', asJson(reading))
    case 'md':
      return file(reading, 'md', 'text/markdown; charset=utf-8', await asMarkdown(reading, asked))
    default:
      return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  }
}

function file({ room, activity, state }: RoomForReader, ending: string, type: string, body: string): Response {
  const day = new Date(state.record.at(0)?.at ?? activity.createdAt).toISOString().slice(0, 10)
  const name = room.name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="transcript-${name || `table-${room.ordinal}`}-${day}.${ending}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

function asJson({ room, activity, course, viewer, roll, told }: RoomForReader): string {
  return `${JSON.stringify(
    {
      format: 'track-two-transcript',
      version: 1,
      room: { id: room.id, name: room.name },
      activity: {
        title: activity.title,
        kind: activity.kind,
        scenario: activity.scenarioKey,
        agenda: activity.agendaKey,
      },
      course,
      reader: viewer.kind,
      roll,
      rows: told,
    },
    null,
    1,
  )}\n`
}

async function asMarkdown(reading: RoomForReader, asked: URLSearchParams): Promise<string> {
  const { state, viewer, room, activity, course, roll } = reading
  const [t, record, common] = await Promise.all([
    getTranslations('transcript'),
    getTranslations('record'),
    getTranslations('common'),
  ])
  const filter = readFilter(paramsOf(asked), state.plan)
  const all = paragraphs(state)
  const shown = all.filter((entry) => fits(filter, entry))
  const lines = [
    [course.title, room.name, whenWords(state, course.timeZone)].join(' · '),
    [t('entries', { count: all.length }), includedWords(t, state, viewer, course.timeZone)].join(' · '),
    ...(asksAnything(filter) ? [t('markdown.excerpt', { shown: shown.length, all: all.length })] : []),
  ]
  const about = { plan: state.plan, roll, timeZone: course.timeZone, words: { t, record, common } }
  return transcriptMarkdown(shown, { title: activity.title, lines }, about)
}

const paramsOf = (asked: URLSearchParams): Record<string, string[]> =>
  Object.fromEntries([...new Set(asked.keys())].map((key) => [key, asked.getAll(key)]))
