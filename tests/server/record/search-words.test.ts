/** What a word is: whatever a reader sees in an entry finds that entry, as people type it and in three languages. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeRoomReading } from '#server/store/log/room-reading'
import { saveTexts } from '#server/store/search/room-text'
import { matchesIn } from '#server/store/search/search'
import { type RoomId, roomId } from '#simulation/kernel/ids'
import { highlightedParts } from '#simulation/kernel/search-text'
import { frozenReadings } from '../../corpus/frozen'
import { useFreshDatabase } from '../../support/machines/database'
import { chinaGap } from '../../support/stories/china-gap'
import { givenActivity } from '../store/given-store'
import { chairIn } from './given-index'

useFreshDatabase()
afterAll(closeRoomReading)

async function givenTexts(texts: readonly string[]): Promise<RoomId> {
  const { roomIds } = await givenActivity({})
  const room = roomId.parse(roomIds[0])
  const rows = texts.map((body, place) => ({
    seq: place + 1,
    no: String(place + 1),
    at: place,
    audience: 'everyone' as const,
    body,
  }))
  await saveTexts(room, rows.length, 0, rows)
  return room
}

const foundBy = async (room: RoomId, query: string): Promise<number[]> =>
  [...(await matchesIn(chairIn(room), query)).entries].map(Number).sort((a, b) => a - b)

const TYPED = [
  'Tokyo’s answer, not Washington‘s: “democracy versus autocracy” is no plan.',
  'The Treasury’sと言われるが、GDP/capita is what counts.',
  'Mr. O’Brien asks for co-operation; we don’t.',
  '日中「首脳」会談を求める。漢字（かんじ）を書く。',
  '中美會談應當繼續。臺灣的經濟。',
  '两国会谈应当继续，台湾问题；主權在民。',
  '髙島屋と山﨑さんは東京で。防衛費を増やす。',
  'ＧＤＰ is 2% of Ｊａｐａｎ.',
  'The phrase “shared democratic values” was struck.',
  'Naïve façade; Zürich, résumé.',
  'Η Ελλάδα και ο Οδυσσεύς πληρώνουν.',
  'Twelve F-35s of the 1990s, and one F-16.',
]

describe('as people type', () => {
  let room: RoomId
  beforeAll(async () => {
    room = await givenTexts(TYPED)
  })

  test.each([
    ['tokyo', [1]],
    ['Tokyo’s', [1]],
    ["tokyo's", [1]],
    ['tokyos', [1]],
    ['treasury', [2]],
    ['capita', [2]],
    ['gdp', [2, 8]],
    ['GDP/capita', [2]],
    ['O’Brien', [3]],
    ['obrien', [3]],
    ['brien', [3]],
    ["don't", [3]],
    ['dont', [3]],
    ['cooperation', [3]],
    ['co-operation', [3]],
    ['operation', [3]],
    ['democracy versus', [1]],
    ['"democracy versus autocracy"', [1]],
    ['"shared democratic values"', [9]],
    ['2%', [8]],
    ['naive zurich', [10]],
    ['japan', [8]],
    ['首脳会談', [4]],
    ['「首脳」会談', [4]],
    ['漢字かんじ', [4]],
    ['漢字を書く', [4]],
    ['会談', [4, 5, 6]],
    ['会谈', [4, 5, 6]],
    ['會談', [4, 5, 6]],
    ['台灣', [5, 6]],
    ['臺灣', [5, 6]],
    ['主权在民', [6]],
    ['高島屋', [7]],
    ['山崎', [7]],
    ['会談 -首脳', [5, 6]],
    ['会談 -首脳 -臺灣的', [6]],
    ['gdp -"is 2"', [2]],
    ['obrien or 髙島屋', [3, 7]],
    ['ελλαδα', [11]],
    ['ΟΔΥΣΣΕΥΣ', [11]],
    ['F-35', [12]],
    ['f35', [12]],
    ['F-35s', [12]],
    ['F-16s', [12]],
    ['1990', [12]],
    ['"of the 1990s"', [12]],
    ['F-3', []],
  ])('%s', async (query, places) => {
    expect(await foundBy(room, query)).toEqual(places)
  })

  test.each([
    ['会谈', 4, ['会談']],
    ['台湾', 5, ['臺灣']],
    ['首脳会談', 4, ['首脳」会談']],
    ['漢字を', 4, ['漢字（かんじ）を']],
    ['tokyo', 1, ['Tokyo’s']],
    ['cooperation', 3, ['co-operation']],
    ['O’Brien', 3, ['O’Brien']],
    ['F-35', 12, ['F-35s']],
    ['ελλαδα', 11, ['Ελλάδα']],
  ])('%s is marked in entry %i', async (query, place, marked) => {
    const { marks } = await matchesIn(chairIn(room), query)
    const parts = highlightedParts(TYPED[place - 1] ?? '', marks)
    expect(parts.filter((part) => part.marked).map(({ text }) => text)).toEqual(marked)
    expect(parts.map(({ text }) => text).join('')).toBe(TYPED[place - 1])
  })
})

/** Words that stand in nearly every English sentence, for which nobody searches. */
const EVERYWHERE = new Set(
  `i me my we our ours you your he him his she her it its they them their themselves what which who this that these those am is are was were be been
   being have has had do does did doing a an the and but if or because as until while of at by for with about against between into through during
   before after above below to from up down in out on off over under again then once here there when where why how all any both each few more
   most other some such no nor not only own same so than too very s t can will just don should now`.split(/\s+/),
)

describe('every word of every entry', () => {
  const texts = [
    ...new Set([
      ...frozenReadings('v5').flatMap(({ reading }) => reading.words.map(([, text]) => text)),
      ...chinaGap().communique.clauses.flatMap(({ base, brackets }) => [base, ...Object.values(brackets)]),
      ...chinaGap().paragraphs.map(({ gist }) => gist),
      ...TYPED,
    ]),
  ]
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  /** What a reader would copy out of a text: words as Unicode cuts them (UAX #29), and neighbouring characters. */
  const wordsOf = (text: string): string[] =>
    [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)

  test('of the newest records and of the scenario finds its entry', async () => {
    const room = await givenTexts(texts)
    const places = new Map<string, number>()
    for (const [place, text] of texts.entries())
      for (const word of wordsOf(text)) if (!places.has(word)) places.set(word, place + 1)
    const words = [...places]
    const odd = words.filter(([word]) => !/^[a-z]+$/i.test(word))
    const plain = words.filter(([word]) => /^[a-z]+$/i.test(word)).filter((_, place) => place % 6 === 0)
    const missed: string[] = []
    let found = 0
    const look = async ([word, place]: [string, number]) => {
      const { entries, empty } = await matchesIn(chairIn(room), word)
      if (entries.has(String(place))) found += 1
      else if (!empty || !EVERYWHERE.has(word.toLowerCase().replace(/^.*['’]/, ''))) missed.push(word)
    }
    const asked = [...odd, ...plain]
    for (let from = 0; from < asked.length; from += 8) await Promise.all(asked.slice(from, from + 8).map(look))
    expect(missed).toEqual([])
    expect(found).toBeGreaterThan(400)
  })
})
