// Which of a scenario's claims somebody's words make. A claim is met by words that hold one phrase of each of its lists, or that come near
// one of its wordings; rare words count for more. How rare a word is, is counted in the scenario's own lines and claims, so that no
// language needs a list of common words.

import type { DelegationId, TensionKey } from '../kernel/ids'
import type { Claim, Scenario } from '../scenario/scenario'

export type Met = Readonly<{ claim: Claim; score: number }>

/** A wording is met from this share of its words on, weighed by how rare they are; where another tension is debated a claim is met by its phrases alone. */
const NEAR = 0.62
/** So much more counts a claim on what is debated. */
const OF_THE_ROUND = 1.3

/** An offer or a mistake is told from a claim on the same subject by what it says besides. */
const CLEAR: Readonly<Record<Claim['kind'], number>> = { claim: 1, offer: 1.2, mistake: 1.5 }

type WordList = readonly string[]
type Prepared = Readonly<{
  claim: Claim
  keys: readonly (readonly WordList[])[]
  says: readonly WordList[]
}>
type Index = Readonly<{
  claims: readonly Prepared[]
  weightOf: (word: string) => number
  words: (text: string) => WordList
}>

/** The claims that a text makes, the surest first. */
export function claimsMet(scenario: Scenario, text: string, tensions: readonly TensionKey[]): readonly Met[] {
  const index = indexOf(scenario)
  const said = index.words(text)
  if (said.length === 0) return []
  return index.claims
    .flatMap((prepared): Met[] => {
      const { claim } = prepared
      const ofRound = tensions.includes(claim.tension)
      if (!ofRound && !claim.anywhere) return []
      const near = nearness(index, prepared, said)
      const keys = keyWeight(index, prepared, said)
      if (keys === null && !(ofRound && near >= NEAR)) return []
      return [{ claim, score: ((keys ?? 0) + 4 * near) * (ofRound ? OF_THE_ROUND : 1) * CLEAR[claim.kind] }]
    })
    .toSorted((a, b) => b.score - a.score)
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
  const { words } = indexOf(scenario)
  const said = words(text)
  return lists.every((list) => list.some((phrase) => holds(said, words(phrase))))
}

/** Whether a text has few words. */
export const isShort = (scenario: Scenario, text: string): boolean => indexOf(scenario).words(text).length <= SHORT
const SHORT = 8

/** How rare the phrases are that a text has of each list; null where it has none of one. */
function keyWeight({ weightOf }: Index, { keys }: Prepared, said: WordList): number | null {
  let sum = 0
  for (const list of keys) {
    const weights = list
      .filter((phrase) => holds(said, phrase))
      .map((phrase) => phrase.reduce((total, word) => total + weightOf(word), 0))
    if (weights.length === 0) return null
    sum += Math.max(...weights)
  }
  return sum
}

/** What share of the nearest wording stands in the text, its words weighed. */
function nearness({ weightOf }: Index, { says }: Prepared, said: WordList): number {
  const shares = says.map((wording) => {
    const whole = wording.reduce((sum, word) => sum + weightOf(word), 0)
    const there = wording.reduce(
      (sum, word) => (said.some((each) => alike(each, word)) ? sum + weightOf(word) : sum),
      0,
    )
    return whole === 0 ? 0 : there / whole
  })
  return Math.max(...shares)
}

/** Whether the words of a phrase stand in a text in their order, with one other word between two of them at most. */
function holds(said: WordList, [first, ...rest]: WordList): boolean {
  if (first === undefined) return false
  return said.some((word, place) => {
    let at = place
    return (
      alike(word, first) &&
      rest.every((next) => {
        const step = [1, 2].find((by) => alike(said[at + by] ?? '', next))
        at += step ?? 0
        return step !== undefined
      })
    )
  })
}

/**
 * Whether two words are forms of one: the same but for an ending. The longer a word, the more letters it may lose and take at its end.
 */
export function alike(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < 4 || /\d/.test(short)) return false
  const lost = short.length >= 9 ? 2 : short.length >= 6 ? 1 : 0
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
  const claims = (scenario.claims ?? []).map((claim): Prepared => {
    const says = claim.says.map((wording) => [...new Set(words(wording))])
    return { claim, keys: claim.keys.map((list) => list.map(words)), says }
  })
  const counts = new Map<string, number>()
  const texts = [
    ...scenario.lines.map(({ text }) => text),
    ...(scenario.claims ?? []).flatMap(({ says, answers }) => [...says, ...answers.map(({ text }) => text)]),
  ]
  for (const text of texts) for (const word of new Set(words(text))) counts.set(word, (counts.get(word) ?? 0) + 1)
  const most = Math.log(1 + texts.length)
  const weightOf = (word: string) => (Math.log(1 + texts.length / (counts.get(word) ?? 1)) / most) ** 2
  const made = { claims, weightOf, words }
  indexes.set(scenario, made)
  return made
}

/** Whether any of the scenario's answers to a claim was written to the words of this side by that delegation. */
export const answersOf = (claim: Claim, by: DelegationId, to: DelegationId) =>
  claim.answers.filter((answer) => answer.seat.startsWith(`${by}.`) && answer.to.includes(to))
