// Text as a search compares it, for index, query and marking alike: letters without case, width or accents, and Chinese and Japanese,
// which write no spaces, as single characters and pairs. It must not know a database, nor who may read what.

/** Characters of scripts that set no spaces between words (and Korean, whose endings stick to them). */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー〇]+/gu
const WORD = /[\p{L}\p{N}]+/gu
const PLAIN = /^[\t\n\r -~]*$/
const LONGEST_QUERY = 200

/** Case, width and Latin accents away; a kana's voicing mark belongs to it and stays. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFKC')
    .toLowerCase()
}

/** The runs of characters without spaces in a folded text. */
export const runsIn = (text: string): readonly string[] => text.match(UNSPACED) ?? []

/** Each character and each pair of neighbours in the runs of a text, once. */
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

/** The grams that a text must hold to hold this run: pairs, or the one character it is. */
export function gramsFor(run: string): readonly string[] {
  const letters = [...run]
  return letters.length === 1 ? letters : letters.slice(1).map((letter, place) => `${letters[place]}${letter}`)
}

/** What is left for a dictionary of spaced words. */
export const spacedPart = (text: string): string => folded(text).replace(UNSPACED, ' ')

export type Query = {
  /** In the manner of web searches: quotes hold together, a minus takes away. Empty when there is nothing in it to look for. */
  words: string
  /** The same without what is taken away: what a text may be marked for. */
  wanted: string
  runs: readonly string[]
}

export function readQuery(asked: string): Query {
  const text = folded(asked.slice(0, LONGEST_QUERY)).replace(/[“”„‟«»]/g, '"')
  const words = text.replace(UNSPACED, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(words)) return { words: '', wanted: '', runs: [...new Set(runsIn(text))] }
  const wanted = words.replace(/(^|\s)-("[^"]*"|\S+)/g, ' ')
  return { words, wanted, runs: [...new Set(runsIn(text))] }
}

/** The spaced words of texts as they are written there, folded, each once. */
export function spellings(texts: Iterable<string>): readonly string[] {
  const found = new Set<string>()
  for (const text of texts) for (const [word] of spacedPart(text).matchAll(WORD)) found.add(word)
  return [...found]
}

export type Part = { text: string; marked: boolean }
/** What to mark: spaced words as they are spelled in the texts, and runs of unspaced ones. */
export type Marks = { words: readonly string[]; runs: readonly string[] }

/** A text cut where its marks begin and end; the parts together are the text. */
export function markedParts(text: string, { words, runs }: Marks): readonly Part[] {
  const { plain, starts } = foldedWithPlaces(text)
  const spans: [number, number][] = []
  const wanted = new Set(words)
  for (const found of plain.replace(UNSPACED, (run) => ' '.repeat(run.length)).matchAll(WORD))
    if (wanted.has(found[0])) spans.push([found.index, found.index + found[0].length])
  for (const run of runs)
    for (let at = plain.indexOf(run); at !== -1; at = plain.indexOf(run, at + run.length))
      spans.push([at, at + run.length])
  const parts: Part[] = []
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

/** The folded text, and for each of its units where in the original it comes from; letter by letter, as a reader counts them. */
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

/** The stretch of about `length` characters around the first mark, with an ellipsis where it cuts. */
export function excerpt(parts: readonly Part[], length = 240): readonly Part[] {
  const first = parts.findIndex(({ marked }) => marked)
  const before = parts.slice(0, Math.max(first, 0)).reduce((sum, part) => sum + part.text.length, 0)
  const total = parts.reduce((sum, part) => sum + part.text.length, 0)
  if (total <= length) return parts
  const from = Math.max(0, Math.min(before - Math.floor(length / 3), total - length))
  const kept: Part[] = []
  let at = 0
  for (const part of parts) {
    const [start, end] = [Math.max(from - at, 0), Math.min(from + length - at, part.text.length)]
    if (end > start) kept.push({ text: whole(part.text, start, end), marked: part.marked })
    at += part.text.length
  }
  const lead: Part[] = from > 0 ? [{ text: '… ', marked: false }] : []
  const tail: Part[] = from + length < total ? [{ text: ' …', marked: false }] : []
  return [...lead, ...kept, ...tail]
}

/** A cut that leaves no half of a surrogate pair, and no half of a word where a space is near. */
function whole(text: string, start: number, end: number): string {
  const cut = text.slice(start, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
  const opened = start > 0 ? cut.replace(/^[\p{Script=Latin}\p{N}'’-]{1,20}\s/u, '') : cut
  return end < text.length ? opened.replace(/\s[\p{Script=Latin}\p{N}'’-]{1,20}$/u, '') : opened
}
