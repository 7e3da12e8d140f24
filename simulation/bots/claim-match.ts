// Which of a scenario's claims somebody's words make. A claim is met by words that hold one phrase of each of its lists and say little
// besides, or that come near one of its wordings (claim-index.ts).

import type { DelegationId, TensionKey } from '../kernel/ids'
import type { Claim, Scenario } from '../scenario/scenario'
import {
  coverage,
  held,
  holds,
  type Index,
  indexOf,
  nearness,
  type Prepared,
  type Way,
  type WordList,
  weightIn,
} from './claim-index'

export type Met = Readonly<{ claim: Claim; score: number }>

/** A wording is met from this share of its words on, weighed by how rare they are; where another tension is debated a claim is met by its phrases alone. */
const NEAR = 0.8
/** So much more counts a claim on what is debated. */
const OF_THE_ROUND = 1.3
/**
 * What a claim's phrases need besides: the share of a wording that stands in the text and the share of the text that the claim speaks of,
 * together. Those of a pointed claim say the whole of it; a name or a catchword alone is not enough, least where something else is debated.
 * To put a mistake right that nobody made is the worst: a mistake needs nearly all of a wording besides (NEAR).
 */
const ENOUGH = { pointed: 0.15, general: 0.6, elsewhere: 1 }
/** Phrases of common words, which weigh less than this together, draw no claim that is not pointed. */
const COMMON = 0.4
/** From this share of a wording on a claim is met by common words, and meets a concrete question that none of its wordings asks. */
const WORDING = 0.5
/** An offer or a mistake is told from a claim on the same subject by what it says besides. */
const CLEAR: Readonly<Record<Claim['kind'], number>> = { claim: 1, offer: 1.2, mistake: 1.5 }

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
  const heard = { said, named: names.flatMap(index.words), asked: index.asked(said), way: index.wayOf(said), tensions }
  return index.claims.flatMap((prepared) => metBy(index, prepared, heard) ?? []).toSorted((a, b) => b.score - a.score)
}

type HeardWords = Readonly<{
  said: WordList
  named: WordList
  asked: readonly number[]
  /** Which way they point: to more, to less, or neither. */
  way: Way
  tensions: readonly TensionKey[]
}>

function metBy(index: Index, prepared: Prepared, { said, named, asked, way, tensions }: HeardWords): Met | null {
  const { claim } = prepared
  const ofRound = tensions.includes(claim.tension)
  if (!ofRound && !claim.anywhere) return null
  const near = nearness(index, prepared, said)
  const keys = keyPlaces(prepared, said, named)
  if (keys === null && !(ofRound && near >= NEAR && claim.kind === 'claim')) return null
  // U21: nearly the whole of a wrong sentence, the part that is wrong too, or it was not made.
  if (claim.kind === 'mistake' && near < NEAR) return null
  const covered = coverage(index, prepared, said)
  if (near + covered < enoughFor(claim, ofRound)) return null
  if (near < WORDING && asked.some((kind) => !prepared.asks.has(kind))) return null
  if (way !== 0 && prepared.way === -way) return null
  if (claim.kind === 'mistake' && isDenied(index, said, keys ?? [])) return null
  const weight = weightIn(index, [...new Set((keys ?? []).flatMap((place) => said[place] ?? []))])
  if (!claim.pointed && near < WORDING && weight < COMMON) return null
  return { claim, score: (weight + 4 * near + 4 * covered) * (ofRound ? OF_THE_ROUND : 1) * CLEAR[claim.kind] }
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

/** Whether a text makes an offer: it holds a phrase of each of these lists, and no word of it is of two of them. */
export function makesOffer(scenario: Scenario, text: string): boolean {
  const { words, phraseOf } = indexOf(scenario)
  const said = words(text)
  const [first, ...rest] = (scenario.hearing?.makesOffer ?? []).map((list) =>
    list.flatMap((phrase) => {
      const places = held(said, phraseOf(phrase))
      return places ? [places] : []
    }),
  )
  // Whoever says *if we stop* gives nothing: the one word *we* cannot be both what is asked and what is given.
  const apart = (places: readonly number[], left: readonly (readonly (readonly number[])[])[]): boolean => {
    const [next, ...after] = left
    if (!next) return true
    return next.some((more) => more.every((place) => !places.includes(place)) && apart([...places, ...more], after))
  }
  return first?.some((places) => apart(places, rest)) ?? false
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

/** Whether any of the scenario's answers to a claim was written to the words of this side by that delegation. */
export const answersOf = (claim: Claim, by: DelegationId, to: DelegationId) =>
  claim.answers.filter((answer) => answer.seat.startsWith(`${by}.`) && answer.to.includes(to))
