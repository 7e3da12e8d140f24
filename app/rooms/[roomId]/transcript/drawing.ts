// Draws a record for one reader: its files, and the page of a long one. It may take seconds, so it runs in a thread (drawing-thread.ts),
// where neither the database nor a request is at hand.

import { createTranslator } from 'next-intl'
import { fold } from '#simulation/engine/room'
import type { DrawingOrder, Drawn } from '#simulation/reading/drawing'
import { recordText } from '#simulation/reading/record-text'
import { type Paragraph, paragraphs, recordSpan } from '#simulation/reading/transcript'
import type { VisibleRow } from '#simulation/secrecy/visible-row'
import type { RoomState } from '#simulation/state/room-state'
import record from '../../../_messages/en/record.json'
import transcript from '../../../_messages/en/transcript.json'
import type { TranscriptContext } from './entry-words'
import { exportName } from './export-name'
import { asTheClassReads, forWhomWords } from './for-whom'
import { recordPage, startOf } from './record-page'
import { transcriptCsv } from './transcript-csv'
import { asksAnything, fits, readFilter } from './transcript-filter'
import { transcriptMarkdown } from './transcript-markdown'
import { includedWords, whenWords } from './transcript-words'

/** The messages that records are written with, by language; app/_messages/request.ts has the list of languages. */
const WORDS = { en: { record, transcript } }

/** Every order is by a reader, and `told` holds the rows that this reader may hear. */
export async function drawRecord(order: DrawingOrder, told: readonly VisibleRow[]): Promise<Drawn> {
  const state = fold(told)
  if (!state) throw new Error('A record that nobody opened cannot be drawn.')
  const reading = { ...order, told, state }
  switch (order.format) {
    case 'json':
      return file(reading, [order.viewer.kind === 'chair' ? 'complete' : 'private'], recordText(reading))
    case 'md': {
      const { shown, head, about, holds } = excerpt(reading)
      return file(reading, holds, transcriptMarkdown(shown, head, about))
    }
    case 'csv': {
      const { shown, head, about, holds } = excerpt(reading)
      return file(reading, holds, transcriptCsv(shown, head, about))
    }
    case 'docx': {
      const { shown, head, about, holds } = excerpt(reading)
      // Imported on demand: the library is large and seldom used.
      const { transcriptDocx } = await import('./transcript-docx')
      return file(reading, holds, await transcriptDocx(shown, head, about))
    }
    case 'page':
      return { ...file(reading, [], ''), page: startOf(pageOf(reading)) }
    case 'entries': {
      const { sections, beside } = pageOf(reading)
      return file(reading, [], JSON.stringify({ sections, beside }))
    }
    default:
      return order.format satisfies never
  }
}

type Reading = DrawingOrder & { told: readonly VisibleRow[]; state: RoomState }
type Holds = Parameters<typeof exportName>[0]['holds']

function file({ room, activity, course, state }: Reading, holds: Holds, body: string | Drawn['bytes']): Drawn {
  const { from } = recordSpan(state)
  return {
    bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    name: exportName({ activity: activity.title, room, from, timeZone: course.timeZone, holds }),
    page: null,
  }
}

function pageOf(reading: Reading) {
  const { told, state, asked, picked, notes } = reading
  return recordPage({ reading, told, filter: readFilter(asked, state.plan), picked, notes })
}

type Excerpt = {
  holds: Holds
  shown: readonly Paragraph[]
  head: { forWhom: string; title: string; lines: readonly string[]; foot: string }
  about: TranscriptContext
}

/** The entries that pass the reader's filter, with the context for their words. */
function excerpt(whole: Reading): Excerpt {
  const { forWhom, locale, picked } = whole
  const { state, viewer, room, activity, course, displayNames, asked } =
    forWhom === 'class' ? asTheClassReads(whole) : whole
  const by = { locale, messages: WORDS.en, timeZone: 'UTC' }
  const words = {
    t: createTranslator({ ...by, namespace: 'transcript' }),
    record: createTranslator({ ...by, namespace: 'record' }),
  }
  const { t } = words
  const filter = readFilter(asked, state.plan)
  const all = paragraphs(state)
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
  const about = { plan: state.plan, displayNames, timeZone: course.timeZone, locale, words }
  const holds: Holds = [
    ...(forWhom === 'class' ? [] : (['private'] as const)),
    ...(asksAnything(filter) ? (['excerpt'] as const) : []),
  ]
  const head = { forWhom: forWhomWords(t, forWhom, viewer), title: activity.title, lines, foot }
  return { holds, shown, head, about }
}
