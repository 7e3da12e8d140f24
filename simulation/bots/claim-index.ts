// A scenario's claims, split into words once, and how near words come to one another. Rare words count for more. How rare a word is, is
// counted in the scenario's own lines and claims, so that no language needs a list of common words.
import type { Claim, Scenario } from '../scenario/scenario'

export type WordList = readonly string[]
export type Prepared = Readonly<{
  claim: Claim
  keys: readonly (readonly WordList[])[]
  says: readonly WordList[]
  /** All its words. */
  words: readonly string[]
  /** Which kinds of concrete question its wordings ask. */
  asks: ReadonlySet<number>
  /** Which way its wordings point, where they point one way alone. */
  way: Way
}>
/** To more of something, to less of it, or neither. */
export type Way = -1 | 0 | 1
export type Index = Readonly<{
  claims: readonly Prepared[]
  weightOf: (word: string) => number
  words: (text: string) => WordList
  /** The words of one of the scenario's own phrases, split once: each statement is held against some hundred. */
  phraseOf: (phrase: string) => WordList
  /** Words that deny what follows them. */
  denies: ReadonlySet<string>
  /** Which kinds of concrete question words ask: how much, who pays, when. */
  asked: (said: WordList) => readonly number[]
  /** Which way words point. */
  wayOf: (said: WordList) => Way
}>
export const weightIn = ({ weightOf }: Index, words: WordList) => words.reduce((sum, word) => sum + weightOf(word), 0)

/** What share of the nearest wording stands in the text, its words weighed. */
export function nearness(index: Index, { says }: Prepared, said: WordList): number {
  const shares = says.map((wording) => shareOf(index, wording, said))
  return Math.max(...shares)
}

/** What share of a text the claim speaks of, its words weighed. */
export const coverage = (index: Index, { words }: Prepared, said: WordList) => shareOf(index, said, words)

function shareOf(index: Index, of: WordList, among: WordList): number {
  const there = of.filter((word) => among.some((each) => alike(each, word)))
  return weightIn(index, there) / Math.max(weightIn(index, of), Number.EPSILON)
}

/** The places in a text in which a phrase stands, in its order and with one other word between two of them at most; null where it does not. */
export function held(said: WordList, [first, ...rest]: WordList): readonly number[] | null {
  for (const [place, word] of said.entries()) {
    if (first === undefined || !alike(word, first)) continue
    const places = [place]
    const whole = rest.every((next) => {
      const at = places.at(-1) ?? place
      const step = [1, 2].find((by) => alike(said[at + by] ?? '', next))
      if (step !== undefined) places.push(at + step)
      return step !== undefined
    })
    if (whole) return places
  }
  return null
}
export const holds = (said: WordList, phrase: WordList): boolean => held(said, phrase) !== null

/**
 * Whether two words are forms of one: the same but for an ending. The longer a word, the more letters it may lose and take at its end; one that
 * is not long loses a vowel alone, or a ballot were a balloon.
 */
function alike(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < 4 || /\d/.test(short)) return false
  const lost = short.length >= 9 ? 2 : short.length >= 6 && /[aeiouy]$/.test(short) ? 1 : 0
  const more = Math.min(5, short.length - 3)
  return long.length - short.length <= more && long.startsWith(short.slice(0, short.length - lost))
}

/** Whether a phrase stands in a text word by word: *faster* is not *fast*. */
const standsIn = (said: WordList, phrase: WordList): boolean =>
  said.some((_, from) => phrase.every((word, at) => said[from + at] === word))

const indexes = new WeakMap<Scenario, Index>()

/** A scenario's claims, split into words once. */
export function indexOf(scenario: Scenario): Index {
  const known = indexes.get(scenario)
  if (known) return known
  const segmenter = new Intl.Segmenter(scenario.language, { granularity: 'word' })
  const words = (text: string): WordList =>
    [...segmenter.segment(text.normalize('NFKC').replaceAll('’', "'").toLowerCase())].flatMap(
      ({ segment, isWordLike }) => (isWordLike ? [segment] : []),
    )
  const phrases = new Map<string, WordList>()
  const phraseOf = (phrase: string): WordList => {
    const known = phrases.get(phrase) ?? words(phrase)
    phrases.set(phrase, known)
    return known
  }
  const kinds = [scenario.hearing?.asksFigure ?? [], ...(scenario.hearing?.asksFor ?? [])].map((list) =>
    list.map(words),
  )
  const asked = (said: WordList) =>
    kinds.flatMap((list, kind) => (list.some((phrase) => holds(said, phrase)) ? [kind] : []))
  const ways = { more: (scenario.hearing?.more ?? []).map(words), less: (scenario.hearing?.less ?? []).map(words) }
  const wayOf = (said: WordList): Way => {
    const more = ways.more.some((phrase) => standsIn(said, phrase))
    const less = ways.less.some((phrase) => standsIn(said, phrase))
    return more === less ? 0 : more ? 1 : -1
  }
  const claims = (scenario.claims ?? []).map((claim): Prepared => {
    const keys = claim.keys.map((list) => list.map(words))
    const says = claim.says.map((wording) => [...new Set(words(wording))])
    const asks = new Set(claim.says.flatMap((wording) => asked(words(wording))))
    const wayed = new Set(claim.says.map((wording) => wayOf(words(wording))))
    const way = wayed.has(1) === wayed.has(-1) ? 0 : wayed.has(1) ? 1 : -1
    return { claim, keys, says, asks, way, words: [...new Set([...says.flat(), ...keys.flat(2)])] }
  })
  const counts = new Map<string, number>()
  const texts = [
    ...scenario.lines.map(({ text }) => text),
    ...(scenario.claims ?? []).flatMap(({ says, answers }) => [...says, ...answers.map(({ text }) => text)]),
  ]
  for (const text of texts) for (const word of new Set(words(text))) counts.set(word, (counts.get(word) ?? 0) + 1)
  const most = Math.log(1 + texts.length)
  const weightOf = (word: string) => (Math.log(1 + texts.length / (counts.get(word) ?? 1)) / most) ** 2
  const denies = new Set((scenario.hearing?.denies ?? []).flatMap(words))
  const made = { claims, weightOf, words, phraseOf, denies, asked, wayOf }
  indexes.set(scenario, made)
  return made
}
