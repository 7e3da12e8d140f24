// A record as Akoma Ntoso is valid by OASIS' own schema (3.0 of 30 March 2017, in tests/support/schemas, CC BY 4.0), says each entry once with
// its words, and every reference in it leads somewhere. Captions begin when the words did.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { fold } from '#simulation/engine/room'
import { type Paragraph, paragraphs } from '#simulation/reading/transcript'
import type { RoomState } from '#simulation/state/room-state'
import { transcriptAkn } from '../../app/rooms/[roomId]/transcript/transcript-akn'
import { transcriptVtt } from '../../app/rooms/[roomId]/transcript/transcript-vtt'
import { storyOf } from '../support/stories'
import { script } from '../support/story-script'
import { translate } from '../support/translate'
import { rehearsedSeminar } from './rehearsed-seminar'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const words = { t: translate('transcript'), record: translate('record') }
const head = {
  forWhom: 'For the class',
  title: 'The gap & <more>',
  lines: ['“IR 347”'],
  fingerprint: '0123456789abcdef',
}
const schemaOf = (name: string) => ({
  fileName: `${name}.xsd`,
  contents: gunzipSync(readFileSync(`tests/support/schemas/${name}.xsd.gz`)).toString(),
})
const SCHEMA = { schema: [schemaOf('akomantoso30')], preload: [schemaOf('xml')] }

function debateOf(state: RoomState, shown: readonly Paragraph[] = paragraphs(state)): string {
  const about = { plan: state.plan, displayNames: {}, timeZone: 'Asia/Tokyo', locale: 'en-GB', words }
  return transcriptAkn(shown, { ...head, from: shown[0]?.at ?? 0 }, about)
}

async function isValid(files: readonly string[]): Promise<void> {
  const xml = files.map((contents, place) => ({ fileName: `debate-${place}.xml`, contents }))
  const { valid, errors } = await validateXML({ xml, ...SCHEMA })
  expect(errors.map(({ message }) => message)).toEqual([])
  expect(valid).toBe(true)
}

const { rows } = rehearsedSeminar()
const state = fold(rows) as RoomState
const entries = paragraphs(state)
const statement = entries.find((entry) => entry.kind === 'statement') as Extract<Paragraph, { kind: 'statement' }>
const everything = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, found]) => found)

test('a whole seminar is a valid debate with each entry once, every reference of which leads to something in it', async () => {
  const xml = debateOf(state)
  await isValid([xml])
  const ids = everything(xml, / eId="([^"]+)"/g)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => id?.startsWith('e'))).toEqual(entries.map(({ no }) => `e${no}`))
  for (const to of everything(xml, / (?:by|as|to|source|href)="#([^"]+)"/g)) expect(ids).toContain(to)
  const spoken = entries.filter(({ kind }) => kind === 'statement' || kind === 'turn')
  expect(everything(xml, /<((?:speech|question) )/g)).toHaveLength(spoken.length)
  for (const entry of spoken) expect(xml).toContain(`<num>${entry.no}</num>`)
})

test('drawn rooms, words of signs and words that XML forbids are valid too, and nothing that may be said is lost', async () => {
  const drawn = fc.sample(script(120), { seed, numRuns: 12 }).map((told) => debateOf(storyOf(told).state))
  const odd = 'a < b & "c" ]]> \u0000\u000B\uD800 \u{20BB7}\n\n\n- one\n- two'
  const typed = debateOf(state, [{ ...statement, text: odd }])
  await isValid([...drawn, typed, debateOf(state, [])])
  expect(typed).toContain('<p>a &lt; b &amp; "c" ]]&gt;  \u{20BB7}</p><p>- one</p><p>- two</p>')
})

test('captions stand while it was said, from when the recording began', () => {
  const about = { plan: state.plan, displayNames: {}, timeZone: 'Asia/Tokyo', locale: 'en-GB', words }
  const at = Date.UTC(2026, 0, 12, 15, 0, 10)
  const shown: Paragraph[] = [{ ...statement, no: '7', at, seconds: 20, text: 'One <b>\n\n--> two' }]
  const captions = (began: string | null) =>
    transcriptVtt(shown, { ...head, from: at - 60_000, began }, about).split('\n\n')
  expect(captions(null).slice(0, 2)).toEqual(['WEBVTT The gap &amp; &lt;more&gt;', 'NOTE\nFor the class\n“IR 347”'])
  expect(captions(null)[2]).toMatch(/^7\n00:00:40\.000 --> 00:01:00\.000\n<v .+>One &lt;b&gt;\n--&gt; two\n$/)
  // Midnight in Tokyo lies between the recording's beginning and the words.
  expect(captions('23:58:10')[2]).toContain('00:01:40.000 --> 00:02:00.000')
  expect(captions('23:58')[2]).toContain('00:01:50.000 --> 00:02:10.000')
  expect(captions('00:00:30')).toHaveLength(2)
})
