// Each entry of a record is called otherwise than all others (R11), on its page and in each file, whatever was written again: a browser and a
// word processor go to one place only. Looks at what was drawn alone.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import { paragraphs } from '#simulation/reading/log/transcript'
import { sectionsOf } from '#simulation/reading/record/sections'
import { type Recorded, recorded } from '#simulation/shapes/record'
import type { RoomState } from '#simulation/state/room-state'
import { messages } from '../../../app/_messages/en'
import { transcriptDocx } from '../../../app/rooms/[roomId]/transcript/exports/transcript-docx'
import { transcriptMarkdown } from '../../../app/rooms/[roomId]/transcript/exports/transcript-markdown'
import { transcriptCsv } from '../../../app/rooms/[roomId]/transcript/transcript-csv'
import { TranscriptSection } from '../../../app/rooms/[roomId]/transcript/transcript-section'
import { unzipped } from '../../support/files/unzipped'
import { storyOf } from '../../support/stories/stories'
import { script, week } from '../../support/stories/story-script'
import { translate } from '../../support/translate'

const seed = Number(process.env.STORY_SEED ?? 20261203)
const words = { t: translate('transcript'), record: translate('record') }
const head = { forWhom: 'F', title: 'T', lines: [], foot: '', from: 0, fingerprint: '0123456789abcdef' }

const found = (text: string | undefined, pattern: RegExp): string[] =>
  [...(text ?? '').matchAll(pattern)].map(([, id]) => id ?? '')

/** What the page and each file call the entries of a record, and everything else that has an id there. */
async function drawn(state: RoomState): Promise<Record<string, readonly string[]>> {
  const about = { plan: state.plan, displayNames: {}, timeZone: 'Asia/Tokyo', locale: 'en-GB', words }
  const all = paragraphs(state)
  const page = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      {sectionsOf(all).map((section) => (
        <TranscriptSection key={section.phase} section={section} about={about} beside={{}} roomName="Table 1" />
      ))}
    </NextIntlClientProvider>,
  )
  const document = unzipped(Buffer.from(await transcriptDocx(all, head, about))).get('word/document.xml')
  const table: string[][] = parse(transcriptCsv(all, head, about), {
    bom: true,
    from_line: 3,
    relax_column_count: true,
  })
  return {
    page: found(page, / id="([^"]+)"/g),
    document: found(document, /<w:bookmarkStart [^>]*w:name="([^"]+)"/g),
    table: table.map(([number]) => number ?? ''),
    markdown: found(transcriptMarkdown(all, head, about), /^\*\*(\S+)\*\* (?:\d{1,2} \p{L}+ )?\d\d:\d\d:\d\d ·/gmu),
  }
}

/** The rows with each private entry written once more at the end, as if by the same command. */
function writtenAgain(rows: readonly Recorded[]): Recorded[] {
  const state = fold(rows)
  const last = rows.length
  const again = (state?.privateEntries.toArray() ?? []).flatMap(({ seq }) => rows.filter((row) => row.seq === seq))
  return [...rows, ...again.map((row, place) => recorded.parse({ ...row, seq: last + place + 1 }))]
}

const stories = [
  ...fc.sample(script(160, true, 'china-gap'), { seed, numRuns: 6 }),
  ...fc.sample(week(120, 'china-gap'), { seed, numRuns: 2 }),
].map((told) => storyOf(told).rows)

test('R11 no two entries of a record are called the same, on its page and in each file', async () => {
  const kinds = new Set<string>()
  for (const rows of stories.flatMap((told) => [told, writtenAgain(told)])) {
    const state = fold(rows)!
    const numbers = state.privateEntries.toArray().map(({ no, event }) => [no, event.type] as const)
    for (const [place, [no, kind]] of numbers.entries())
      if (numbers.slice(0, place).some(([before]) => before === no)) kinds.add(kind)
    for (const [where, ids] of Object.entries(await drawn(state))) {
      expect(ids.length, where).toBeGreaterThanOrEqual(where === 'page' ? 1 : paragraphs(state).length)
      expect(
        ids.filter((id, place) => ids.indexOf(id) !== place),
        `twice in the ${where}`,
      ).toEqual([])
    }
  }
  expect(kinds.size, [...kinds].join(' ')).toBeGreaterThan(4)
})
