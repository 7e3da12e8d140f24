// Writes a record for one reader: its files, the page of a long one, and what a reader of its files would get. It may take seconds, so it
// runs in a thread (drawing-thread.ts), where neither the database nor a request is at hand.

import { createTranslator } from 'next-intl'
import { fold } from '#simulation/engine/room'
import { countShare, type ShareCount } from '#simulation/reading/log/share-count'
import { type Paragraph, paragraphs, recordSpan } from '#simulation/reading/log/transcript'
import type { DrawingOrder, Drawn } from '#simulation/reading/positions/drawing'
import { recordText } from '#simulation/reading/record/record-text'
import { readerCode } from '#simulation/secrecy/file-reader'
import type { VisibleRow } from '#simulation/secrecy/visible-row'
import type { RoomState } from '#simulation/state/room-state'
import transcript from '../../../_messages/en/transcript.json'
import { record } from '../../../_messages/record-texts'
import type { TranscriptContext } from './entries/entry-words'
import { exportName } from './exports/export-name'
import { recordFor } from './exports/for-whom'
import { transcriptMarkdown } from './exports/transcript-markdown'
import { headOf, type RecordHeadWords } from './head-data'
import { byNumber, byOffice, datesMovedBy, entriesWithNames } from './publication'
import { isLong, recordPage, startOf } from './record-page'
import { transcriptCsv } from './transcript-csv'
import { asksAnything, fits, readFilter } from './transcript-filter'

/** The messages that records are written with, by language; app/_messages/request.ts has the list of languages. */
const WORDS = { en: { record, transcript } }

/** Everything of a record that leaves does so here. `told` holds the rows that whoever orders it may hear. */
export async function writeFor(order: DrawingOrder, told: readonly VisibleRow[]): Promise<Drawn> {
  const state = fold(told)
  if (!state) throw new Error('A record that nobody opened cannot be written.')
  const held = { ...order, told, state }
  const { from } = recordSpan(state)
  const movedBy = datesMovedBy(order.numbersKey, from, order.course.timeZone)
  const reading = recordFor(held, order.forWhom, { call: callFor(order), movedBy })
  switch (order.format) {
    case 'json':
      return file(held, [held.viewer.kind === 'chair' ? 'complete' : 'own'], recordText(held))
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
      // Imported on demand: the libraries are large and seldom used.
      const [{ transcriptDocx }, { datedAs }] = await Promise.all([
        import('./exports/transcript-docx'),
        import('./exports/dated-docx'),
      ])
      return file(reading, holds, datedAs(await transcriptDocx(shown, head, about), recordSpan(reading.state).from))
    }
    case 'page': {
      const { head } = excerpt(reading)
      const { displayNames: names, state: told } = reading
      const page = pageOf(reading)
      // A day that is moved is cited by nobody.
      const day = order.forWhom.kind === 'publication' ? '' : head.day
      return {
        ...file(reading, [], ''),
        ...{ page: isLong(page) ? startOf(page) : page, head: { ...head, day }, names, plan: told.plan },
      }
    }
    case 'entries': {
      const { sections, beside } = pageOf(reading)
      return file(reading, [], JSON.stringify({ sections, beside }))
    }
    case 'count': {
      const named = file(reading, excerpt(reading).holds, '')
      return file(reading, [], JSON.stringify(countOf(held, reading, named.name)))
    }
    default:
      return order.format satisfies never
  }
}

type Reading = DrawingOrder & { told: readonly VisibleRow[]; state: RoomState }

function file(
  { room, activity, course, state }: Reading,
  holds: readonly string[],
  body: string | Drawn['bytes'],
): Drawn {
  const { from } = recordSpan(state)
  return {
    bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    name: exportName({ course, activity: activity.title, room, from, holds }),
    page: null,
    head: null,
    names: {},
    plan: null,
  }
}

function callFor({ forWhom, locale, numbersKey }: DrawingOrder) {
  if (forWhom.kind !== 'publication' || !forWhom.numbered) return byOffice
  const { t } = wordsIn(locale)
  return byNumber(numbersKey, (number) => t('head.numbered', { number }))
}

function wordsIn(locale: string) {
  const by = { locale, messages: WORDS.en, timeZone: 'UTC' }
  return {
    t: createTranslator({ ...by, namespace: 'transcript' }),
    record: createTranslator({ ...by, namespace: 'record' }),
  }
}

function pageOf(reading: Reading) {
  const { told, state, asked, picked } = reading
  const filter = readFilter(asked, state.plan)
  return recordPage({ reading, told, filter, picked })
}

type Excerpt = {
  /** For the file's name. */
  holds: readonly string[]
  shown: readonly Paragraph[]
  head: RecordHeadWords
  about: TranscriptContext
}

/** The entries that pass the reader's filter, with the context for their words. */
function excerpt(reading: Reading): Excerpt {
  const { state, course, displayNames, asked, picked, locale, forWhom, viewer, threads } = reading
  const about = { plan: state.plan, displayNames, timeZone: course.timeZone, locale, threads, words: wordsIn(locale) }
  const filter = readFilter(asked, state.plan)
  const all = paragraphs(state)
  const shown = all.filter((entry) => fits(filter, entry, picked))
  const asks = asksAnything(filter)
  const head = headOf(reading, { shown, all: all.length, excerpt: asks }, about)
  const whom = forWhom.kind === 'own' ? (viewer.kind === 'chair' ? 'staff' : 'own') : readerCode(forWhom)
  const holds = [...(forWhom.kind === 'publication' ? ['publication'] : []), whom, ...(asks ? ['excerpt'] : [])]
  return { holds, shown, head, about }
}

/** What goes out to a reader, and what of whoever hands it out stays. */
function countOf(held: Reading, reading: Reading, name: string): ShareCount {
  const { shown, about } = excerpt(reading)
  return {
    name,
    ...countShare(shown, paragraphs(held.state)),
    named:
      held.forWhom.kind === 'publication'
        ? entriesWithNames(shown, about, [...Object.values(held.displayNames), ...held.names])
        : [],
  }
}
