// Which of a scenario's claims somebody's words make. A claim is met by words that hold one phrase of each of its lists and say little
// besides, or that come near one of its wordings; rare words count for more. How rare a word is, is counted in the scenario's own lines and
// claims, so that no language needs a list of common words.

import type { DelegationId, TensionKey } from '../kernel/ids'
import type { Claim, Scenario } from '../scenario/scenario'

export type Met = Readonly<{ claim: Claim; score: number }>

/** A wording is met from this share of its words on, weighed by how rare they are; where another tension is debated a claim is met by its phrases alone. */
const NEAR = 0.8
/** So much more counts a claim on what is debated. */
const OF_THE_ROUND = 1.3
/**
 * What a claim's phrases need besides: the share of a wording that stands in the text and the share of the text that the claim speaks of,
 * together. Those of a pointed claim say the whole of it; a name or a catchword alone is not enough, least where something else is debated.
 * To put a mistake right that nobody made is the worst.
 */
const ENOUGH = { pointed: 0.15, general: 0.6, elsewhere: 1 }
/** Phrases of common words, which weigh less than this together, draw no claim that is not pointed. */
const COMMON = 0.4
/** From this share of a wording on a claim is met by common words, and meets a concrete question, but for a figure, that none of its wordings asks. */
const WORDING = 0.5
/** As sure as this share of the surest, and by other words: then a text says two things, and an answer to one would pass by the other. */
const SECOND_THING = 0.85

/** An offer or a mistake is told from a claim on the same subject by what it says besides. */
const CLEAR: Readonly<Record<Claim['kind'], number>> = { claim: 1, offer: 1.2, mistake: 1.5 }

type WordList = readonly string[]
type Prepared = Readonly<{
  claim: Claim
  keys: readonly (readonly WordList[])[]
  says: readonly WordList[]
  /** All its words. */
  words: readonly string[]
  /** Which kinds of concrete question its wordings ask. */
  asks: ReadonlySet<number>
}>
type Index = Readonly<{
  claims: readonly Prepared[]
  weightOf: (word: string) => number
  words: (text: string) => WordList
  /** The words of one of the scenario's own phrases, split once: each statement is held against some hundred. */
  phraseOf: (phrase: string) => WordList
  /** Words that deny what follows them. */
  denies: ReadonlySet<string>
  /** Which kinds of concrete question words ask: how much, who pays, when. */
  asked: (said: WordList) => readonly number[]
}>
type Found = Met & Readonly<{ by: ReadonlySet<string> }>

/** The claims that a text makes, the surest first. Whom it is put to is named beside it, as a text that says *you* does not name them. */
export function claimsMet(
  scenario: Scenario,
  text: string,
  tensions: readonly TensionKey[],
  names: readonly string[] = [],
): readonly Met[] {
  const index = indexOf(scenario)
  const said = index.words(text)
  if (said.length === 0) return []
  const asked = index.asked(said)
  const found = index.claims
    .flatMap((prepared) => metBy(index, prepared, { said, named: names.flatMap(index.words), asked, tensions }) ?? [])
    .toSorted((a, b) => b.score - a.score)
  const [best] = found
  const saysTwo = found.some(
    ({ claim, score, by }) =>
      best &&
      claim.kind === best.claim.kind &&
      score >= SECOND_THING * best.score &&
      by.size > 0 &&
      [...by].every((word) => !best.by.has(word)),
  )
  return saysTwo ? [] : found
}

/** The kind of question that asks for a figure. */
const FIGURE = 0

type HeardWords = Readonly<{
  said: WordList
  named: WordList
  asked: readonly number[]
  tensions: readonly TensionKey[]
}>

function metBy(index: Index, prepared: Prepared, { said, named, asked, tensions }: HeardWords): Found | null {
  const { claim } = prepared
  const ofRound = tensions.includes(claim.tension)
  if (!ofRound && !claim.anywhere) return null
  const near = nearness(index, prepared, said)
  const keys = keyPlaces(prepared, said, named)
  if (keys === null && !(ofRound && near >= NEAR && claim.kind === 'claim')) return null
  const covered = coverage(index, prepared, said)
  if (near + covered < enoughFor(claim, ofRound)) return null
  const unasked = asked.filter((kind) => !prepared.asks.has(kind))
  if (unasked.includes(FIGURE) || (!claim.pointed && near < WORDING && unasked.length > 0)) return null
  if (claim.kind === 'mistake' && isDenied(index, said, keys ?? [])) return null
  const by = new Set((keys ?? []).flatMap((place) => said[place] ?? []))
  const weight = weightIn(index, [...by])
  if (!claim.pointed && near < WORDING && weight < COMMON) return null
  return { claim, by, score: (weight + 4 * near + 4 * covered) * (ofRound ? OF_THE_ROUND : 1) * CLEAR[claim.kind] }
}

/** Of the claims that a text makes, the surest that this delegation answers to that side; null where none is as sure as the others. */
export function answeredClaim(met: readonly Met[], answers: (claim: Claim) => boolean): Met | null {
  const [best] = met
  const own = met.find(({ claim }) => answers(claim))
  return best && own && own.score >= AS_SURE * best.score ? own : null
}
/** A claim as sure as this share of the surest may be meant as well. */
const AS_SURE = 0.7

/** Whether a text holds one phrase of each list. */
export const holdsPhrases = (scenario: Scenario, text: string, lists: readonly (readonly string[])[]): boolean => {
  const { words, phraseOf } = indexOf(scenario)
  const said = words(text)
  return lists.every((list) => list.some((phrase) => holds(said, phraseOf(phrase))))
}

/** Whether a text has few words. */
export const isShort = (scenario: Scenario, text: string): boolean => indexOf(scenario).words(text).length <= SHORT
const SHORT = 8

const enoughFor = ({ pointed, kind }: Claim, ofRound: boolean): number => {
  if (!ofRound) return ENOUGH.elsewhere
  return pointed && kind !== 'mistake' ? ENOUGH.pointed : ENOUGH.general
}

/** Where in a text the phrases of each list stand; of a list that only the names of whom it is put to hold, nowhere; null where neither holds one. */
function keyPlaces({ keys }: Prepared, said: WordList, named: WordList): readonly number[] | null {
  const found = keys.map((list) => {
    const places = list.flatMap((phrase) => held(said, phrase) ?? [])
    return places.length > 0 || list.some((phrase) => holds(named, phrase)) ? places : null
  })
  return found.includes(null) ? null : found.flatMap((places) => places ?? [])
}

/** Whether a word that denies, and is no part of the phrases, stands shortly before one of theirs. */
const isDenied = ({ denies }: Index, said: WordList, keys: readonly number[]): boolean =>
  said.some(
    (word, at) => denies.has(word) && !keys.includes(at) && keys.some((place) => place > at && place <= at + DENIED),
  )
const DENIED = 5

const weightIn = ({ weightOf }: Index, words: WordList) => words.reduce((sum, word) => sum + weightOf(word), 0)

/** What share of the nearest wording stands in the text, its words weighed. */
function nearness(index: Index, { says }: Prepared, said: WordList): number {
  const shares = says.map((wording) => shareOf(index, wording, said))
  return Math.max(...shares)
}

/** What share of a text the claim speaks of, its words weighed. */
const coverage = (index: Index, { words }: Prepared, said: WordList) => shareOf(index, said, words)

function shareOf(index: Index, of: WordList, among: WordList): number {
  const there = of.filter((word) => among.some((each) => alike(each, word)))
  return weightIn(index, there) / Math.max(weightIn(index, of), Number.EPSILON)
}

/** The places in a text in which a phrase stands, in its order and with one other word between two of them at most; null where it does not. */
function held(said: WordList, [first, ...rest]: WordList): readonly number[] | null {
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
const holds = (said: WordList, phrase: WordList): boolean => held(said, phrase) !== null

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

const indexes = new WeakMap<Scenario, Index>()

/** A scenario's claims, split into words once. */
function indexOf(scenario: Scenario): Index {
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
  const claims = (scenario.claims ?? []).map((claim): Prepared => {
    const keys = claim.keys.map((list) => list.map(words))
    const says = claim.says.map((wording) => [...new Set(words(wording))])
    const asks = new Set(claim.says.flatMap((wording) => asked(words(wording))))
    return { claim, keys, says, asks, words: [...new Set([...says.flat(), ...keys.flat(2)])] }
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
  const made = { claims, weightOf, words, phraseOf, denies, asked }
  indexes.set(scenario, made)
  return made
}

/** Whether any of the scenario's answers to a claim was written to the words of this side by that delegation. */
export const answersOf = (claim: Claim, by: DelegationId, to: DelegationId) =>
  claim.answers.filter((answer) => answer.seat.startsWith(`${by}.`) && answer.to.includes(to))
