// Text normalised for search. Index, query and highlighting all use it, or a match would not be found or not be highlighted: letters
// without case, width or accents, and Chinese and Japanese, which write no spaces, as single characters and pairs of neighbours.
import { LIMITS } from './limits'

/** Characters of scripts without spaces between words, and of Korean, whose endings are written onto its words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー〇]+/gu
const WORD = /[\p{L}\p{N}]+/gu
const PLAIN = /^[\t\n\r -~]*$/

/** Removes case, width and Latin accents. The voicing marks of kana stay, because they make another letter. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFKC')
    .toLowerCase()
}

/** The runs of characters of unspaced scripts in a folded text. */
const runsIn = (text: string): readonly string[] => text.match(UNSPACED) ?? []

/** What the index stores for a text: each character and each pair of neighbours in its runs, once. */
export function gramsOf(text: string): readonly string[] {
  const grams = new Set<string>()
  for (const run of runsIn(folded(text))) {
    const letters = [...run]
    for (const [place, letter] of letters.entries()) {
      grams.add(letter)
      const next = letters[place + 1]
      if (next !== undefined) grams.add(letter + next)
    }
  }
  return [...grams]
}

/** The grams that every text with this run in it has: its pairs, or for a run of one character that character. */
export function gramsFor(run: string): readonly string[] {
  const letters = [...run]
  return letters.length === 1 ? letters : letters.slice(1).map((letter, place) => `${letters[place]}${letter}`)
}

/** The text with its unspaced runs blanked out, for PostgreSQL's dictionary, which needs words with spaces between them. */
export const spacedPart = (text: string): string => folded(text).replace(UNSPACED, ' ')

type Query = {
  /** The spaced words in the syntax of `websearch_to_tsquery`: quotes for phrases, a minus to exclude. Empty when there are none. */
  words: string
  /** The same without excluded words: the words to highlight. */
  wanted: string
  runs: readonly string[]
}

export function readQuery(asked: string): Query {
  const text = folded(asked.slice(0, LIMITS.search)).replace(/[“”„‟«»]/g, '"')
  const words = text.replace(UNSPACED, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(words)) return { words: '', wanted: '', runs: [...new Set(runsIn(text))] }
  const wanted = words.replace(/(^|\s)-("[^"]*"|\S+)/g, ' ')
  return { words, wanted, runs: [...new Set(runsIn(text))] }
}

/** The spaced words of these texts, folded, each spelling once, and of very many the first; with a step after each text. */
export function* spellings(texts: Iterable<string>): Generator<void, readonly string[]> {
  const found = new Set<string>()
  for (const text of texts) {
    for (const [word] of spacedPart(text).matchAll(WORD)) found.add(word)
    if (found.size > MOST_SPELLINGS) break
    yield
  }
  return [...found]
}
/** More different words than any record of a class holds. */
const MOST_SPELLINGS = 20_000

type TextPart = { text: string; marked: boolean }
/** What to highlight: spaced words as they are spelled in the texts, and runs of unspaced characters. */
export type Highlights = { words: readonly string[]; runs: readonly string[] }

/** A text cut where its highlights begin and end; the parts joined are the text. */
export function highlightedParts(text: string, { words, runs }: Highlights): readonly TextPart[] {
  const { plain, starts } = foldedWithPlaces(text)
  const spans: [number, number][] = []
  const wanted = new Set(words)
  for (const found of plain.replace(UNSPACED, (run) => ' '.repeat(run.length)).matchAll(WORD))
    if (wanted.has(found[0])) spans.push([found.index, found.index + found[0].length])
  for (const run of runs)
    for (let at = plain.indexOf(run); at !== -1; at = plain.indexOf(run, at + run.length))
      spans.push([at, at + run.length])
  const parts: TextPart[] = []
  let done = 0
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const [start, end] = [Math.max(done, starts[from] ?? 0), starts[to] ?? text.length]
    if (end <= start) continue
    if (start > done) parts.push({ text: text.slice(done, start), marked: false })
    parts.push({ text: text.slice(start, end), marked: true })
    done = end
  }
  if (done < text.length) parts.push({ text: text.slice(done), marked: false })
  return parts
}

/** The folded text, and for each of its code units the offset in the original it comes from. It folds grapheme by grapheme, so that no highlight cuts through an accent. */
function foldedWithPlaces(text: string): { plain: string; starts: readonly number[] } {
  if (PLAIN.test(text)) return { plain: text.toLowerCase(), starts: Array.from(text, (_, place) => place) }
  let plain = ''
  const starts: number[] = []
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    const unit = folded(segment)
    for (let place = 0; place < unit.length; place += 1) starts.push(index)
    plain += unit
  }
  return { plain, starts }
}

/** About `length` characters around the first highlight, with an ellipsis where text is cut off. */
export function excerpt(parts: readonly TextPart[], length = 240): readonly TextPart[] {
  const first = parts.findIndex(({ marked }) => marked)
  const before = parts.slice(0, Math.max(first, 0)).reduce((sum, part) => sum + part.text.length, 0)
  const total = parts.reduce((sum, part) => sum + part.text.length, 0)
  if (total <= length) return parts
  const from = Math.max(0, Math.min(before - Math.floor(length / 3), total - length))
  const kept: TextPart[] = []
  let at = 0
  for (const part of parts) {
    const [start, end] = [Math.max(from - at, 0), Math.min(from + length - at, part.text.length)]
    if (end > start) kept.push({ text: cutBetweenWords(part.text, start, end), marked: part.marked })
    at += part.text.length
  }
  const lead: TextPart[] = from > 0 ? [{ text: '… ', marked: false }] : []
  const tail: TextPart[] = from + length < total ? [{ text: ' …', marked: false }] : []
  return [...lead, ...kept, ...tail]
}

/** The text from `start` to `end`, shortened so that it holds no half of a surrogate pair, and no half of a word where a space is within 20 characters. */
function cutBetweenWords(text: string, start: number, end: number): string {
  const cut = text.slice(start, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
  const opened = start > 0 ? cut.replace(/^[\p{Script=Latin}\p{N}'’-]{1,20}\s/u, '') : cut
  return end < text.length ? opened.replace(/\s[\p{Script=Latin}\p{N}'’-]{1,20}$/u, '') : opened
}
