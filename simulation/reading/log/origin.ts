// Where the words of a position or a statement came from (rules O12, T8): the brief, the delegation's position, or the person. It is read from
// what this reader hears and never claimed by a writer; where too little is heard nothing is said.

import { GAP } from '../../kernel/gaps'
import type { Anchor, DelegationId, TensionKey } from '../../kernel/ids'
import { briefBand, briefWords, isBriefs, sameWords } from '../../questions/origin'
import { positionFile, type RoomState } from '../../state/room-state'
import { differences, isWord, shareChanged, tokensOf, wordCount } from './differences'

/** `changed` is the share of the words that are not the source's: 0 where none is. */
export type Origin = Readonly<{ from: 'brief' | 'position'; changed: number }> | Readonly<{ from: 'own' }>

/** Words of which more than this share is new are somebody's own: two texts always share their small words. */
const MOST_CHANGED = 2 / 3

const OWN: Origin = { from: 'own' }

export const isUnchangedBrief = (origin: Origin | null): boolean => origin?.from === 'brief' && origin.changed === 0

/** How far words differ from a source; null where they are not made of it. */
export function changedFrom(source: string, words: string): number | null {
  if (sameWords(source, words)) return 0
  if (source === '' || leastChanged(source, words) > MOST_CHANGED) return null
  const share = kept(SHARES, `${source}\n\n${words}`, () =>
    standTogether(source, words) ? shareChanged(source, words) : 1,
  )
  return share > MOST_CHANGED ? null : Math.max(share, LEAST_CHANGED)
}
/** So many words in a row are no chance: “we”, “had” and “to” stand in every text. */
const LEAST_TOGETHER = 3
const standTogether = (source: string, words: string): boolean =>
  differences(source, words).some(({ kind, text }) => kind === 'same' && wordCount(tokensOf(text)) >= LEAST_TOGETHER)

/** A change of signs alone is a change. */
const LEAST_CHANGED = 0.01

/** Where the words of a delegation's position in a round came from. `asBrief` is what the record itself says. */
export function positionOrigin(
  state: RoomState,
  round: TensionKey,
  delegation: DelegationId,
  words: string,
  asBrief: boolean,
): Origin | null {
  if (words.includes(GAP)) return null
  if (asBrief) return { from: 'brief', changed: 0 }
  const band = briefBand(state, delegation, round)
  if (!band || words.trim() === '') return null
  const changed = changedFrom(briefWords(band), words)
  return changed === null ? OWN : { from: 'brief', changed }
}

/**
 * Where the words of a statement came from: of its delegation's briefs and of the openings that stood filed when it was made, the source of
 * which most stands in it. Words that are not said yet are said after all of them.
 */
export function statementOrigin(
  state: RoomState,
  delegation: DelegationId | null,
  words: string,
  asBrief: boolean,
  saidAt = Number.POSITIVE_INFINITY,
): Origin | null {
  if (words.includes(GAP)) return null
  if (asBrief || isBriefs(state, delegation, words)) return { from: 'brief', changed: 0 }
  if (delegation === null) return null
  const bands = state.plan.rounds.flatMap(({ key }) => briefBand(state, delegation, key) ?? [])
  const sources = [
    ...bands.map((band) => ({ from: 'brief' as const, text: briefWords(band) })),
    ...state.plan.rounds.flatMap(({ key }) => {
      const { filed } = positionFile(state, key, 'opening', delegation)
      return filed && filed.at <= saidAt ? [{ from: 'position' as const, text: filed.position.text }] : []
    }),
  ]
  const [nearest] = sources
    .flatMap(({ from, text }) => {
      const changed = changedFrom(text, words)
      return changed === null ? [] : [{ from, changed }]
    })
    .toSorted((a, b) => a.changed - b.changed)
  return nearest ?? (bands.length > 0 ? OWN : null)
}

/** Which of a position's anchors the brief names too; none where it is not heard. */
export function anchorsOfBrief(
  state: RoomState,
  round: TensionKey,
  delegation: DelegationId,
  anchors: readonly Anchor[],
): readonly Anchor[] {
  const given = briefBand(state, delegation, round)?.stand?.anchors ?? []
  return anchors.filter((anchor) => given.some((each) => JSON.stringify(each) === JSON.stringify(anchor)))
}

/**
 * How much of a text is not in another at the least: in whatever order the words stand, no more of them are the source's than both have. Far
 * cheaper than to compare them in their order, and most statements are nobody's position.
 */
function leastChanged(source: string, words: string): number {
  const [from, into] = [countsOf(source), countsOf(words)]
  let [whole, shared] = [0, 0]
  for (const [word, times] of into) {
    whole += times
    shared += Math.min(times, from.get(word) ?? 0)
  }
  return whole === 0 ? 1 : (whole - shared) / whole
}

/** How often each word stands in a text. */
const countsOf = (text: string): ReadonlyMap<string, number> =>
  kept(COUNTS, text, () => {
    const counts = new Map<string, number>()
    for (const word of tokensOf(text)) if (isWord(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    return counts
  })

/** What was worked out last: the same words are drawn over and over. */
const SHARES = new Map<string, number>()
const COUNTS = new Map<string, ReadonlyMap<string, number>>()
const MOST_KEPT = 2_000

function kept<T>(known: Map<string, T>, key: string, read: () => T): T {
  const before = known.get(key)
  if (before !== undefined) return before
  const [oldest] = known.size < MOST_KEPT ? [] : known.keys()
  if (oldest !== undefined) known.delete(oldest)
  const value = read()
  known.set(key, value)
  return value
}
