// A record as CSV and as a document: typed words stay text whatever reads the file.
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import { type Paragraph, paragraphs } from '#simulation/reading/log/transcript'
import type { RoomState } from '#simulation/state/room-state'
import { displayNames } from '#simulation/wire/protocol'
import { entryWords } from '../../../app/rooms/[roomId]/transcript/entries/entry-words'
import { transcriptDocx } from '../../../app/rooms/[roomId]/transcript/exports/transcript-docx'
import { transcriptMarkdown } from '../../../app/rooms/[roomId]/transcript/exports/transcript-markdown'
import { transcriptCsv } from '../../../app/rooms/[roomId]/transcript/transcript-csv'
import { AMARA, CHAIR, DAIKI, HANA } from '../../support/cast'
import { readDocxRecord } from '../../support/files/docx-record'
import { readMarkdownRecord } from '../../support/files/markdown-record'
import { unzipped } from '../../support/files/unzipped'
import { given } from '../../support/given'
import { translate } from '../../support/translate'
import { givenWeek, opensAt, phaseOf, post } from '../homework/given-week'
import { rehearsedSeminar } from './rehearsed-seminar'

const forWhom = 'For the class'
const named = { forWhom, title: 'The China gap', lines: ['IR 347 · Table 1'] }
const words = { t: translate('transcript'), record: translate('record') }
const state = fold(rehearsedSeminar().rows) as RoomState
const about = { plan: state.plan, displayNames: {}, timeZone: 'Asia/Tokyo', locale: 'en-GB', words }
const entries = paragraphs(state)
const statement = entries.find((entry) => entry.kind === 'statement') as Extract<Paragraph, { kind: 'statement' }>
const says = (text: string): Paragraph => ({ ...statement, text })

describe('the table', () => {
  test('has one line an entry, with the mark and the line ends that a spreadsheet wants', () => {
    const file = transcriptCsv(entries, named, about)
    expect(
      file.startsWith(
        '\uFEFFFor the class,The China gap,IR 347 · Table 1,,,,,,,,,,,\r\nNumber,Date,Time,Round,Phase,Kind,',
      ),
    ).toBe(true)
    expect(file.match(/\r\n/g)?.length).toBeGreaterThan(entries.length)
    const lines: Record<string, string>[] = parse(file, { bom: true, columns: true, from_line: 2 })
    expect(lines.map((line) => line.Number)).toEqual(entries.map(({ no }) => no))
    const line = lines.find(({ Number: number }) => number === statement.no)
    expect(line).toMatchObject({ Kind: 'Statement', Words: statement.text, Name: 'Understudy, scripted' })
    expect(line?.Date).toMatch(/^2026-01-1\d$/)
    const reveal = lines.find(({ Kind }) => Kind === 'Positions')
    // Beneath each stands how it came to stand, and what it believed of the others.
    expect(reveal?.Words).toMatch(/^Opening positions revealed on .*\nUnited States [\s\S]*\nJapan [\s\S]*\nChina /)
  })

  test.each(['=1+1', '+1', '-1', '@sum', '\t=1', '＝1', '＋1', '－1', '＠x'])('runs no formula: %s', (text) => {
    const cell = transcriptCsv([says(text)], named, about)
      .split('\r\n')[2]
      ?.split(',')
      .at(-1)
    expect(cell?.replace(/^"/, '').startsWith("'")).toBe(true)
  })
})

test('T10 what was tapped of a turn stands in each file, at the turn', async () => {
  const room = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: true, floor: 'off' })
  room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 1).does(AMARA, { type: 'yieldFloor', to: null }, 20)
  const first = room.state.record.length
  room.does(CHAIR, { type: 'grantFloor', seat: 'jp.pm' }, 30).does(DAIKI, { type: 'yieldFloor', to: null }, 50)
  const turn = room.state.record.length
  room.does(DAIKI, { type: 'leaveWords', turn, to: 'observer.1' }, 51)
  room.does(HANA, { type: 'tapTurn', turn, answers: first, about: 'E3.1', way: 'against' }, 52)
  const ofRoom = { ...about, plan: room.state.plan, displayNames: displayNames.parse({ hana: 'Hana Ito' }) }
  const all = paragraphs(room.state)

  const table = transcriptCsv(all, named, ofRoom)
  const lines: Record<string, string>[] = parse(table, { bom: true, columns: true, from_line: 2 })
  const row = lines.find(({ Number: number }) => number === String(turn))
  expect(row).toMatchObject({ Answers: String(first), Anchors: '¶ E3.1' })
  expect(row?.Words?.split('\n').slice(1)).toEqual(['against', 'said for the speaker by Hana Ito, scribe'])

  const said = `answers ${first}, against · said for the speaker by Hana Ito, scribe`
  const markdown = transcriptMarkdown(all, { forWhom, title: 'The China gap', lines: [] }, ofRoom)
  expect(markdown).toContain(said)
  expect(markdown).toContain('has not said whom it answers')
  const head = { forWhom, title: 'The China gap', lines: [], foot: '' }
  const body = unzipped(Buffer.from(await transcriptDocx(all, head, ofRoom))).get('word/document.xml')
  expect(body?.replaceAll(/<[^>]+>/g, '')).toContain(said)
})

test('H17 that a post was revised stands in each file, with what was changed and its newest words', async () => {
  const room = givenWeek(opensAt('floor')).does(AMARA, post(phaseOf('floor'), 'We will pay.'))
  const no = room.state.record.length
  room.does(AMARA, { type: 'reviseStatement', entry: String(no), text: 'We will not pay.', anchors: [] })
  const ofRoom = { ...about, plan: room.state.plan }
  const all = paragraphs(room.state)
  const table = transcriptCsv(all, named, ofRoom)
  const lines: Record<string, string>[] = parse(table, { bom: true, columns: true, from_line: 2 })
  const row = lines.find(({ Number: number }) => number === String(no))
  expect(row?.Words).toMatch(/^We will not pay\.\nWhat was revised: We will \[\+not\] pay\./)
  const markdown = transcriptMarkdown(all, { forWhom, title: 'The China gap', lines: [] }, ofRoom)
  expect(readMarkdownRecord(markdown).entries.find((entry) => entry.no === String(no))?.words).toContain(
    'We will not pay.',
  )
  expect(markdown).toContain('revised ')
  expect(markdown).toMatch(/We will \\?\[\+not\\?\] pay/)
  const head = { forWhom, title: 'The China gap', lines: [], foot: '' }
  const body = unzipped(Buffer.from(await transcriptDocx(all, head, ofRoom))).get('word/document.xml')
  expect(body?.replaceAll(/<[^>]+>/g, '')).toContain('We will [+not] pay.')
})

async function documentOf(shown: readonly Paragraph[]): Promise<Map<string, string>> {
  const head = { forWhom, title: 'The China gap', lines: ['IR 347 · Table 1'], foot: 'The China gap · Table 1' }
  return unzipped(Buffer.from(await transcriptDocx(shown, head, about)))
}

describe('the source of the citations', () => {
  const [source] = state.plan.sources
  if (!source?.url) throw new Error('The seminar has a source on the open web.')
  const named = `¶ ${source.letter}: ${source.author}, “${source.title}”.`
  const numbers = entries.map(({ no }) => no)

  test('stands once at the foot of a Markdown file, with its link, and is part of no entry', () => {
    const file = transcriptMarkdown(entries, { forWhom, title: 'The China gap', lines: [] }, about)
    expect(file.split(`${named} <${source.url}>`)).toHaveLength(2)
    const found = readMarkdownRecord(file)
    expect(found.entries.map(({ no }) => no)).toEqual(numbers)
    expect(found.entries.filter((entry) => entry.words.includes(source.title))).toEqual([])
  })

  test('cannot end its link early in a Markdown file', () => {
    const plan = { ...state.plan, sources: [{ ...source, url: 'https://a.example/> <b>' }] }
    const file = transcriptMarkdown(entries, { forWhom, title: 'The China gap', lines: [] }, { ...about, plan })
    expect(file).toContain('<https://a.example/%3E%20%3Cb%3E>')
  })

  test('stands once at the foot of a document, as a link that a reader can follow', async () => {
    const head = { forWhom, title: 'The China gap', lines: [], foot: '' }
    const file = Buffer.from(await transcriptDocx(entries, head, about))
    const parts = unzipped(file)
    expect(parts.get('word/document.xml')?.split(named)).toHaveLength(2)
    expect(parts.get('word/_rels/document.xml.rels')).toContain(`Target="${source.url}"`)
    expect(readDocxRecord(file).entries.map(({ no }) => no)).toEqual(numbers)
  })
})

test('in a debate over days each post says which tension it is on, and in a seminar none does', () => {
  const room = givenWeek(opensAt('openings'))
  const words = { type: 'postStatement', phase: phaseOf('openings'), text: 'Us.', intent: 'point' } as const
  room.does(AMARA, { ...words, round: 'deterrence', answers: null, anchors: [] })
  const { plan } = room.state
  const title = plan.rounds.find(({ key }) => key === 'deterrence')?.title
  const post = paragraphs(room.state).find(({ kind }) => kind === 'statement')
  expect(post && entryWords(post, { ...about, plan }).meta).toContainEqual({ text: `on “${title}”`, to: null })
  expect(entryWords(statement, about).meta.filter(({ text }) => text.startsWith('on '))).toEqual([])
})

describe('the document', () => {
  test('what names another entry leads to it, and to nothing that the file does not hold', async () => {
    const body = (await documentOf(entries)).get('word/document.xml') ?? ''
    const places = [...body.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g)].map(([, name]) => name)
    expect(places).toEqual(entries.map(({ no }) => `e${no.replaceAll('-', '_')}`))
    const links = [...body.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map(([, name]) => name)
    expect(links.length).toBeGreaterThan(20)
    for (const to of links) expect(places).toContain(to)
    const answering = entries.find((entry) => entry.kind === 'statement' && entry.answers !== null)
    const alone = (await documentOf(answering ? [answering] : [])).get('word/document.xml') ?? ''
    expect(alone).toContain('answers ')
    expect(alone).not.toContain('w:anchor')
  })

  test('heads each round and phase, sets every statement with office, time and anchors, and counts its pages', async () => {
    const parts = await documentOf(entries)
    const body = parts.get('word/document.xml') ?? ''
    expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)?.length).toBeGreaterThan(10)
    for (const [place, { title }] of state.plan.rounds.entries())
      expect(body.split(`Round ${place + 1} · ${title}`).length - 1).toBe(1)
    expect(body).toContain(statement.text.slice(0, 40).replaceAll("'", '&apos;'))
    expect(body).toMatch(/JP, The [A-Z]/)
    expect(body).toContain('¶ E')
    const foot = [...parts].find(([name]) => /footer\d+\.xml$/.test(name))?.[1] ?? ''
    for (const counted of ['The China gap · Table 1', 'PAGE', 'NUMPAGES']) expect(foot).toContain(counted)
  })

  test('keeps words words: no markup, no character that XML may not hold, line breaks as breaks', async () => {
    const body = (await documentOf([says('<w:p>&amp; \u0001one\ntwo 三 😀')])).get('word/document.xml') ?? ''
    expect(body).toContain('&lt;w:p&gt;&amp;amp; one')
    expect(body).toContain('two 三 😀')
    expect(body).toContain('<w:lang w:eastAsia="zh-CN"/>')
    expect(body).not.toContain('\u0001')
    expect(body).toMatch(/one<\/w:t><w:cr\/><w:t[^>]*>two/)
  })
})
