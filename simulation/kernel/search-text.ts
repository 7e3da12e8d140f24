// Text normalised for search, and what a word of it is. Index, query and highlighting all use it, or a match would not be found or not be
// highlighted: letters are without case, width or accents, and a number has no plural. What the index stores and a query asks is in server/store/search/search-words.ts.
/** Characters of scripts without spaces between words, and of Korean, whose endings are written onto its words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー〇]+/gu
/** Words that a hyphen, an apostrophe, a stroke or a dot joins: `co-operation`, `Treasury’s`, `GDP/capita`, `U.S`. */
const COMPOUND = /[\p{L}\p{N}\p{M}]+(?:['’ʼ‐‑–./&_·-][\p{L}\p{N}\p{M}]+)*/gu
const WORD = /[\p{L}\p{N}\p{M}]+/gu
/** Parts of a compound that stay together when only its apostrophes are left out. */
const WITH_APOSTROPHES = /[^‐‑–./&_·-]+/gu
const PLAIN = /^[\t\n\r -~]*$/

/** Removes case, width and the accents of Latin and Greek, and the final form of sigma. The voicing marks of kana stay, because they make another letter. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ς', 'σ')
}

/** Numbers and names of things in the singular, as index and query have them: `F-35s` is `f35`, `1990s` is `1990`. */
export const singular = (word: string): string => word.replace(/(?<=\p{N})s$/u, '')

/** The runs of characters of unspaced scripts in a folded text. */
export const runsIn = (text: string): readonly string[] => text.match(UNSPACED) ?? []

/** A folded text with its unspaced runs blanked out, as long as before. */
const withoutRuns = (text: string): string => text.replace(UNSPACED, (run) => ' '.repeat(run.length))

type WordAt = { word: string; at: number; end: number }
type CompoundAt = {
  parts: readonly WordAt[]
  /** What it is with its signs left out, as a whole and between its hyphens: `obriensmith` and `obrien`. Empty for a plain word. */
  joined: readonly WordAt[]
}

/**
 * What a word is, for the index, the query and the marks alike: the spaced words of a folded text, in order. Whoever looks for `treasury`,
 * `treasurys` or `treasury’s` finds `Treasury’s`.
 */
export function* compoundsIn(text: string): Generator<CompoundAt> {
  for (const { 0: whole, index: from } of withoutRuns(text).matchAll(COMPOUND)) {
    const parts = [...whole.matchAll(WORD)].map(wordAt(from))
    const chunks = [...whole.matchAll(WITH_APOSTROPHES)].filter(([chunk]) => chunk.length < whole.length)
    const joined = [{ 0: whole, index: 0 }, ...chunks].map(wordAt(from))
    yield {
      parts,
      joined:
        parts.length === 1
          ? []
          : joined.filter(({ word, at }) => !parts.some((part) => part.at === at && part.word === word)),
    }
  }
}
const wordAt =
  (from: number) =>
  ({ 0: found, index }: { 0: string; index: number }): WordAt => ({
    word: found.replace(/[^\p{L}\p{N}\p{M}]+/gu, ''),
    at: from + index,
    end: from + index + found.length,
  })

/** The spaced words of these texts, folded, each spelling once, and of very many the first; with a step after each text. */
export function* spellings(texts: Iterable<string>): Generator<void, readonly string[]> {
  const found = new Set<string>()
  for (const text of texts) {
    for (const { parts, joined } of compoundsIn(folded(text)))
      for (const { word } of [...parts, ...joined]) found.add(word)
    if (found.size > MOST_SPELLINGS) break
    yield
  }
  return [...found]
}
/** More different words than any record of a class holds. */
const MOST_SPELLINGS = 20_000

type TextPart = { text: string; marked: boolean }
/** What to highlight, folded: spaced words and runs of unspaced characters, both as they are spelled in the texts. */
export type Highlights = { words: readonly string[]; runs: readonly string[] }

/** A text cut where its highlights begin and end; the parts joined are the text. */
export function highlightedParts(text: string, { words, runs }: Highlights): readonly TextPart[] {
  const { plain, starts } = foldedWithPlaces(text)
  const spans: [number, number][] = []
  const wanted = new Set(words)
  for (const { parts, joined } of compoundsIn(plain))
    for (const { word, at, end } of [...joined, ...parts]) if (wanted.has(word)) spans.push([at, end])
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

/** Whether a name holds each of the typed words, whatever its case, width or accents; never for nothing typed. */
export function nameHolds(name: string, typed: string): boolean {
  const words = folded(typed).split(/\s+/u).filter(Boolean)
  const text = folded(name)
  return words.length > 0 && words.every((word) => text.includes(word))
}

/** The folded text, and for each of its code units the offset in the original it comes from. It folds grapheme by grapheme, so that no highlight cuts through an accent. */
export function foldedWithPlaces(text: string): { plain: string; starts: readonly number[] } {
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
