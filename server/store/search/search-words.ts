/**
 * What the search index stores of a text, and what a query asks of it. Words between spaces are found in any form and with or without the
 * signs that join them; Chinese, Japanese and Korean by their characters, across brackets, and in traditional, simplified and Japanese
 * forms alike. PostgreSQL reduces English words to their stems and decides nothing else, so that no database's locale matters.
 */
import PLAIN_OF_JAPANESE from 'opencc-js/dict/JPShinjitaiCharacters'
import SIMPLE_OF_PLAIN from 'opencc-js/dict/TSCharacters'
import { LIMITS } from '#simulation/kernel/limits'
import { compoundsIn, folded, foldedWithPlaces, runsIn, singular } from '#simulation/kernel/search-text'

/** Forms of characters in names of people and places that the dictionaries leave out. */
const IN_NAMES = '髙 高|﨑 崎|濵 浜|邉 辺|嶋 島|嶌 島|冨 富|吉 吉|𠮷 吉'

const pairsIn = (dictionary: string): readonly (readonly [string, string])[] =>
  dictionary.split('|').flatMap((line) => {
    const [from, to] = line.split(' ')
    return from && to ? [[from, to] as const] : []
  })

const FORMS = [IN_NAMES, PLAIN_OF_JAPANESE, SIMPLE_OF_PLAIN].map((dictionary) => new Map(pairsIn(dictionary)))

/** One character for all forms of it: 會, 会 and 会 are the same. */
const oneForm = (letter: string): string => FORMS.reduce((form, dictionary) => dictionary.get(form) ?? form, letter)

const LETTER = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー〇'
/** Signs between two unspaced characters, which a query may leave out: `「決断」した` and `決断した` are the same. */
const SIGNS = new RegExp(`(?<=[${LETTER}])[、。「」『』（）()・〈〉《》【】“”…‥]+(?=[${LETTER}])`, 'gu')
/** How a word is read, in kana in brackets after it. */
const READING = /(?<=\p{Script=Han})[（(《]([\p{Script=Hiragana}\p{Script=Katakana}ー]+)[）)》]/gu

/** The places of a folded text that these signs take. */
function placesOf(signs: RegExp, text: string): Set<number> {
  const places = new Set<number>()
  for (const { 0: found, index } of text.matchAll(signs))
    for (let at = index; at < index + found.length; at += 1) places.add(at)
  return places
}

type Letters = { text: string; places: readonly number[] }

/** A folded text in one form of its characters, without what stands at these places; with the place that each code unit had. */
function lettersOf(text: string, without: Set<number>): Letters {
  let kept = ''
  const places: number[] = []
  let at = 0
  for (const letter of text) {
    if (!without.has(at)) {
      const form = oneForm(letter)
      for (let unit = 0; unit < form.length; unit += 1) places.push(at)
      kept += form
    }
    at += letter.length
  }
  return { text: kept, places }
}

/** The two ways to read its unspaced characters: without signs, and without readings in brackets as well where there are any. */
function waysToRead(text: string): readonly Letters[] {
  const signs = placesOf(SIGNS, text)
  const readings = placesOf(READING, text)
  const plain = lettersOf(text, signs)
  return readings.size === 0 ? [plain] : [plain, lettersOf(text, new Set([...signs, ...readings]))]
}

const runsOf = (text: string): readonly string[] => [...new Set(waysToRead(text).flatMap((way) => runsIn(way.text)))]

/** What the index stores: words in their order, joined words, and runs of unspaced characters with their characters and pairs. */
export type Indexed = { spaced: string; joined: string; runs: string; grams: readonly string[] }

export function indexedText(body: string): Indexed {
  const text = folded(body)
  const compounds = [...compoundsIn(text)]
  const runs = runsOf(text)
  return {
    spaced: compounds.flatMap(({ parts }) => parts.map(({ word }) => singular(word))).join(' '),
    joined: compounds.flatMap(({ joined }) => joined.map(({ word }) => singular(word))).join(' '),
    runs: runs.join(' '),
    grams: [...new Set(runs.flatMap((run) => [...run].concat(pairsOf(run))))],
  }
}

function pairsOf(run: string): string[] {
  const letters = [...run]
  return letters.slice(1).map((letter, place) => `${letters[place]}${letter}`)
}

/** The grams that every text with this run has: its pairs, or for one character that character. */
export const gramsFor = (run: string): readonly string[] => ([...run].length === 1 ? [run] : pairsOf(run))

/** Words in the syntax of `to_tsquery`, empty where there are none, and runs of unspaced characters. A text that matches has all of it. */
export type Wish = { words: string; runs: readonly string[] }
/** One of the alternatives that `or` separates: what a text must have, and what it must not. */
export type Alternative = Wish & { without: readonly Wish[] }
type Query = {
  alternatives: readonly Alternative[]
  /** The words that are looked for, to be highlighted; separated by spaces. */
  wanted: string
  /** Each term of spaced words alone, as it was typed and for `to_tsquery`. */
  terms: readonly { typed: string; words: string }[]
}

/** Quotes for phrases, a minus for what a text must not have, `or` between alternatives. */
export function readQuery(asked: string): Query {
  const text = folded(asked.slice(0, LIMITS.search)).replace(/[“”„‟«»]/g, '"')
  const alternatives: { wishes: Wish[]; without: Wish[] }[] = [{ wishes: [], without: [] }]
  const wanted: string[] = []
  const terms: { typed: string; words: string }[] = []
  for (const [term, minus, quoted] of text.matchAll(/(-?)(?:"([^"]*)"|[^\s"]+)/gu)) {
    if (term === 'or') alternatives.push({ wishes: [], without: [] })
    const last = alternatives.at(-1)
    if (term === 'or' || !last) continue
    const wish = quoted === undefined ? wishOf(minus ? term.slice(1) : term) : wishOf(quoted, true)
    if (wish.words === '' && wish.runs.length === 0) continue
    if (wish.runs.length === 0) terms.push({ typed: quoted ?? (minus ? term.slice(1) : term), words: wish.words })
    if (minus) last.without.push(wish)
    else {
      last.wishes.push(wish)
      wanted.push(...wantedIn(quoted ?? term))
    }
  }
  return {
    alternatives: alternatives.flatMap(({ wishes, without }) =>
      wishes.length === 0
        ? []
        : [
            {
              words: allOf(wishes.map(({ words }) => words)),
              runs: [...new Set(wishes.flatMap(({ runs }) => runs))],
              without,
            },
          ],
    ),
    wanted: wanted.join(' '),
    terms,
  }
}

const allOf = (words: readonly string[]): string => words.filter((each) => each !== '').join(' & ')

function wishOf(term: string, isPhrase = false): Wish {
  const compounds = [...compoundsIn(term)]
  const phrase = (parts: readonly { word: string }[]) => parts.map(({ word }) => `'${singular(word)}'`).join(' <-> ')
  const words = isPhrase
    ? phrase(compounds.flatMap(({ parts }) => parts))
    : allOf(
        compounds.map(({ parts, joined: [whole] }) =>
          whole ? `('${singular(whole.word)}' | ${phrase(parts)})` : phrase(parts),
        ),
      )
  const [way] = waysToRead(term)
  return { words, runs: way ? runsIn(way.text) : [] }
}

/** Single letters of a compound are not highlighted: the s of `Treasury’s` is no word that was looked for. */
const wantedIn = (term: string): readonly string[] =>
  [...compoundsIn(term)]
    .flatMap(({ parts, joined }) => [
      ...parts.filter(({ word }) => joined.length === 0 || word.length > 1),
      ...joined.slice(0, 1),
    ])
    .map(({ word }) => singular(word))

/** Signs, spaces and readings after the last character of a run. */
const ENDS_IN_SIGNS = new RegExp(`[^${LETTER}]+(?:[^)）》]*[)）》])?$`, 'u')

/** How these runs are spelled in the texts, folded, so that a page can highlight 會談 where 会谈 was looked for; with a step after each text. */
export function* spelledRuns(texts: Iterable<string>, runs: readonly string[]): Generator<void, readonly string[]> {
  const found = new Set<string>()
  if (runs.length > 0)
    for (const body of texts) {
      const { plain } = foldedWithPlaces(body)
      for (const { text, places } of waysToRead(plain))
        for (const run of runs)
          for (let at = text.indexOf(run); at !== -1; at = text.indexOf(run, at + run.length))
            found.add(plain.slice(places[at], places[at + run.length] ?? plain.length).replace(ENDS_IN_SIGNS, ''))
      yield
    }
  return [...found]
}
