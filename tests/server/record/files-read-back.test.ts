/** Each file of a record, fetched from the built server and read by a reader of its format, says what was recorded (L16). */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { readDisplayNames } from '#server/store/activities/rooms'
import { readRoomRows } from '#server/store/log/room-reading'
import { fold } from '#simulation/engine/room'
import { ROOM_VERSION } from '#simulation/engine/versions'
import { participantActor } from '#simulation/kernel/ids'
import { type Paragraph, paragraphs } from '#simulation/reading/log/transcript'
import { pseudonymous } from '#simulation/reading/record/record-file'
import { type ReadRecord, readRecord } from '#simulation/reading/record/record-file-reading'
import { sectionsOf } from '#simulation/reading/record/sections'
import { viewerOf } from '#simulation/secrecy/hearing'
import { readDocxRecord } from '../../support/files/docx-record'
import { even, readMarkdownRecord } from '../../support/files/markdown-record'
import { viewOf } from '../../support/stories/heard'
import { useRecordReaders } from './record-readers'

const { story, ask, askReplay, text } = useRecordReaders()

/** Words that each format has signs of its own for. */
const AWKWARD = ['# One\n\n> two & <w:p>three</w:p>\n1. four', '=5+5', '**9** 10:00:00 · six', '七\t😀 "eight"; nine']

beforeAll(async () => {
  const { cast, teller } = story()
  for (const words of AWKWARD) teller.does(participantActor(cast.us.person), { type: 'speakInCaucus', text: words })
  await teller.saves()
})

const rowsOfRoom = () => readRoomRows(story().of.roomId)

/** What the reader may read, by the rules, from the stored rows. */
async function meantFor(who: 'chair' | 'us' | 'jp'): Promise<readonly Paragraph[]> {
  const rows = await rowsOfRoom()
  const whole = fold(rows)
  if (!whole) throw new Error('The room was never opened.')
  const viewer = who === 'chair' ? ({ kind: 'chair' } as const) : viewerOf(whole, story().cast[who].person)
  const state = fold(viewOf(rows, viewer, whole.unsealedAt !== null))
  return state ? paragraphs(state) : []
}

/** The entries whose words stand in a file as they were typed, without words of the page around them. */
const typedIn = (meant: readonly Paragraph[]) =>
  meant.flatMap((entry) =>
    entry.kind === 'statement' || entry.kind === 'caucus' || entry.kind === 'bilateral'
      ? [{ no: entry.no, words: entry.text }]
      : [],
  )

const READERS = ['chair', 'us', 'jp'] as const

describe.each(READERS)('what %s takes away', (who) => {
  test('as Markdown has their entries, their sections and the words as typed', async () => {
    const meant = await meantFor(who)
    const found = readMarkdownRecord(await text(who, '/export?format=md&for=reader'))
    // The only blocks besides headings, entries and quotations are the lists of revealed positions: a line for each delegation, and beneath it
    // how it came to stand and what was believed.
    const listed = meant.filter(({ kind }) => kind === 'reveal').length * story().teller.state.plan.delegations.length
    const beneath = found.strange.filter((line) => line.startsWith('   - '))
    const stands = found.strange.filter((line) => !line.startsWith('   - '))
    expect(stands.filter((line) => !line.startsWith('- **'))).toEqual([])
    expect(stands).toHaveLength(listed)
    expect(beneath.length).toBeGreaterThan(0)
    expect(found.entries.map(({ no }) => no)).toEqual(meant.map(({ no }) => no))
    expect(found.headings).toHaveLength(1 + sectionsOf(meant).length)
    const words = new Map(found.entries.map((entry) => [entry.no, even(entry.words)]))
    const typed = typedIn(meant)
    expect(typed.map(({ no }) => words.get(no))).toEqual(typed.map((entry) => even(entry.words)))
    expect(typed.length).toBeGreaterThan(who === 'jp' ? 1 : AWKWARD.length)
  })

  test('as a document has their entries and the words as typed', async () => {
    const meant = await meantFor(who)
    const answer = await ask(who, '/export?format=docx&for=reader')
    const found = readDocxRecord(Buffer.from(await answer.arrayBuffer()))
    expect(found.entries.map(({ no }) => no)).toEqual(meant.map(({ no }) => no))
    const rounds = meant.flatMap(({ round }) => round ?? [])
    expect(found.headings.length).toBeGreaterThanOrEqual(sectionsOf(meant).length)
    expect(found.headings.length).toBeLessThanOrEqual(sectionsOf(meant).length + new Set(rounds).size)
    const words = new Map(found.entries.map((entry) => [entry.no, entry.words]))
    for (const { no, words: typed } of typedIn(meant)) expect(words.get(no)?.endsWith(typed), no).toBe(true)
  })

  test('as a table has their entries, and no cell of them runs', async () => {
    const meant = await meantFor(who)
    const file = await text(who, '/export?format=csv&for=reader')
    const lines: Record<string, string>[] = parse(file, { bom: true, columns: true, from_line: 2 })
    expect(lines.map((line) => line.Number)).toEqual(meant.map(({ no }) => no))
    const words = new Map(lines.map((line) => [line.Number, line.Words]))
    for (const { no, words: typed } of typedIn(meant)) {
      // An apostrophe stands before what a spreadsheet would run.
      expect(words.get(no)?.replaceAll(/(^|[\n\t;])'(?=[=+\-@])/g, '$1'), no).toBe(typed)
    }
  })
})

test('as JSON the chair’s file is read by its schema and replayed by the rules, row for row what is stored', async () => {
  const file = await text('chair', '/export?format=json')
  const reading = readRecord(file)
  let step = reading.next()
  while (!step.done) step = reading.next()
  if ('fault' in step.value) throw new Error(JSON.stringify(step.value))
  const { head, rows }: ReadRecord = step.value
  const stored = await rowsOfRoom()
  const meant = pseudonymous(stored, await readDisplayNames(story().of.roomId))
  expect(rows).toEqual(meant.rows)
  expect(head.roll).toEqual(meant.roll)
  expect(head).toMatchObject({ reader: 'chair', rowVersion: ROOM_VERSION })
})

/** Stores the room's rows under another version; the count tells every server that holds the room to read it again. */
async function storeAs(version: number): Promise<void> {
  const { roomId } = story().of
  await database().roomEvent.updateMany({ where: { roomId }, data: { v: version } })
  await database().roomSummary.update({ where: { roomId }, data: { rewritten: { increment: 1 } } })
}

test('where a newer server wrote, each file is refused with a sentence, and is there again under that server', async () => {
  await storeAs(ROOM_VERSION + 1)
  try {
    for (const format of ['md', 'csv', 'docx', 'json']) {
      const answer = await ask('chair', `/export?format=${format}`)
      expect({ format, status: answer.status }).toEqual({ format, status: 409 })
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
      expect(await answer.text()).toMatch(/^A newer version of the server wrote this\. .*updates it/)
    }
    expect((await askReplay('chair')).status).toBe(409)
  } finally {
    await storeAs(ROOM_VERSION)
  }
  expect((await ask('chair', '/export?format=md')).status).toBe(200)
})

test('every route that reads a room answers so', () => {
  const routes = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('/route.ts'))
  const reading = routes
    .map((file) => ({ file, code: readFileSync(path.join('app', file), 'utf8') }))
    .filter(({ code }) => /store\/(rooms\/room-(for-reader|view-as)|log\/room-reading|marks\/gradebook)'/.test(code))
  expect(reading.length).toBeGreaterThan(3)
  expect(
    reading.filter(({ code }) => !/(?:GET|POST) = .*\n? *unlessNewer\(/.test(code)).map(({ file }) => file),
  ).toEqual([])
})
