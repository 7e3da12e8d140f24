// The claims that somebody most likely made, to be offered to them (rule U20). Here a wrong one costs nothing, as the speaker chooses: a
// claim is weighed by all that it shares with their words, where the matcher asks for enough of it.
import type { TensionKey } from '../kernel/ids'
import type { Claim, Scenario } from '../scenario/scenario'
import { coverage, holds, type Index, indexOf, nearness, type Prepared, type WordList } from './claim-index'

/** What counts for a claim besides its words: an offer where one is made, and least a mistake, which few make. */
const LIKELY: Readonly<Record<Claim['kind'], number>> = { claim: 1, offer: 0.9, mistake: 0.75 }
/** So much more counts a claim that the side which was asked can answer. */
const OF_THE_ASKED = 1.4

/** Whose claims are looked at, and which of them come first among equals. */
export type Among = Readonly<{
  tensions: readonly TensionKey[]
  /** Whether anybody here could answer it. */
  isOpen: (claim: Claim) => boolean
  /** Whether whom it was said to could. */
  isOfAsked: (claim: Claim) => boolean
}>

/** At most `most` claims on these tensions, the likeliest first; where the words tell little, the general ones of the tension follow. */
export function likelyClaims(scenario: Scenario, text: string, among: Among, most: number): readonly Claim[] {
  const index = indexOf(scenario)
  const said = index.words(glossed(scenario, text))
  return index.claims
    .filter(({ claim }) => among.tensions.includes(claim.tension) && among.isOpen(claim))
    .map((prepared) => ({ claim: prepared.claim, score: likelihood(index, prepared, said, among) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ claim }) => claim)
}

function likelihood(index: Index, prepared: Prepared, said: WordList, { isOfAsked }: Among): number {
  const { claim, keys } = prepared
  const held = keys.filter((list) => list.some((phrase) => holds(said, phrase))).length
  const words = 4 * nearness(index, prepared, said) + 3 * coverage(index, prepared, said) + 2 * (held / keys.length)
  // Whose words meet nothing is offered what is said most often, and no mistake.
  const usual = claim.kind === 'claim' && !claim.pointed ? 0.2 : 0.05
  return (words + usual) * LIKELY[claim.kind] * (isOfAsked(claim) ? OF_THE_ASKED : 1)
}

/** A text with what its words of other languages mean behind it, the longest first, so that a part of a word is not taken for another. */
function glossed({ hearing }: Scenario, text: string): string {
  const terms = (hearing?.glosses ?? []).flatMap(({ called, means }) => called.map((each) => ({ each, means })))
  let left = text
  const meant = terms
    .toSorted((a, b) => b.each.length - a.each.length)
    .flatMap(({ each, means }) => {
      if (!left.includes(each)) return []
      left = left.replaceAll(each, ' ')
      return [means]
    })
  return [left, ...meant].join(' ')
}
