// A record as Markdown, read back (tests/support/files/markdown-record.ts): the headings and entries that were written and no more, and typed words unchanged.

import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { fold } from '#simulation/engine/room'
import { type Paragraph, paragraphs } from '#simulation/reading/log/transcript'
import { sectionsOf } from '#simulation/reading/record/sections'
import type { RoomState } from '#simulation/state/room-state'
import { transcriptMarkdown } from '../../../app/rooms/[roomId]/transcript/exports/transcript-markdown'
import { even, readMarkdownRecord } from '../../support/files/markdown-record'
import { patience } from '../../support/patience'
import { translate } from '../../support/translate'
import { rehearsedSeminar } from './rehearsed-seminar'

// Many cases, which take long on a busy machine.
vi.setConfig({ testTimeout: patience(60_000) })

const words = { t: translate('transcript'), record: translate('record') }
const state = fold(rehearsedSeminar().rows) as RoomState
const about = { plan: state.plan, displayNames: {}, timeZone: 'Asia/Tokyo', locale: 'en-GB', words }
const all = paragraphs(state)
const statement = all.find((entry) => entry.kind === 'statement') as Extract<Paragraph, { kind: 'statement' }>
const head = { forWhom: 'For the class', title: 'The China gap', lines: ['IR 347 · Table 1'] }

const SIGNS = [
  ...['===', '---', '# ', '> ', '- ', '* ', '1. ', '1) ', '| a | b |', '|---|---|', ':-:', '<b>', '<!--', '```'],
  ...['~~~'],
]
const said = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...SIGNS,
        '    code',
        '\tcode',
        '**42** 10:02:03 · **US, The President.** I give up.',
        '[a]: http://x.example',
        '$$',
      ),
      fc.constantFrom('Thank you.', 'a', '\\', '&lt;', '三', '*x*', '_x_', ''),
      fc.string({ maxLength: 12 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .chain((parts) => fc.constantFrom('\n', '\n\n', ' ', '\r\n').map((between) => parts.join(between)))
  .filter((text) => text.trim() !== '')

/** At most one empty line in a row is drawn. */
const asDrawn = (text: string): string => text.replace(/(\r?\n)(?:[^\S\n]*\r?\n){2,}/g, '\n\n')

test('L16 it has the headings and entries that were meant, and each holds the words that were said', () => {
  let several = 0
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 5 }), (texts) => {
      const entries = texts.map(
        (text, place): Paragraph => ({ ...statement, no: String(place + 1), id: String(place + 1), text, anchors: [] }),
      )
      const found = readMarkdownRecord(transcriptMarkdown(entries, head, about))
      expect(found.strange).toEqual([])
      expect(found.headings).toHaveLength(1 + sectionsOf(entries).length)
      expect(found.entries.map(({ no }) => no)).toEqual(entries.map(({ no }) => no))
      expect(found.entries.map((entry) => even(entry.words))).toEqual(texts.map((text) => even(asDrawn(text))))
      several += texts.filter((text) => even(text).includes('\n')).length
    }),
    { numRuns: 300 },
  )
  expect(several).toBeGreaterThan(100)
})

test('names, titles and sources cannot break out of their line either', () => {
  fc.assert(
    fc.property(said, said, (name, title) => {
      const displayNames = { [String(statement.person)]: name }
      const entries = [{ ...statement, understudy: false, anchors: [{ source: name }] }]
      const found = readMarkdownRecord(
        transcriptMarkdown(entries, { ...head, title, lines: [title] }, { ...about, displayNames }),
      )
      expect(found.entries).toHaveLength(1)
      expect(found.headings).toHaveLength(2)
    }),
  )
})

test('a whole seminar has one heading a section and one entry a paragraph', () => {
  const markdown = transcriptMarkdown(all, head, about)
  const found = readMarkdownRecord(markdown)
  expect(found.headings).toHaveLength(1 + sectionsOf(all).length)
  expect(found.entries.map(({ no }) => no)).toEqual(all.map(({ no }) => no))
})

test('its first line says for whom it is', () => {
  expect(transcriptMarkdown(all, head, about).split('\n')[0]).toBe('*For the class*')
})
