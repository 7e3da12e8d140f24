// The bracketed text of a clause, computed from the versions that somebody stands on (rule Q2): common words stand outside, and each
// alternative names who stands on it.
import { diffArrays } from 'diff'
import type { WithParties } from '../../agenda/parties'
import type { DelegationId } from '../../kernel/ids'
import { stoodOn } from '../../questions/text'
import type { ClauseText } from '../../shapes/text'
import { tokensOf, wordCount } from '../log/differences'

/** One wording, and who stands on it; the oldest comes first in a list. */
export type Wording = Readonly<{ words: string; who: readonly DelegationId[] }>
/** One wording of a bracket; empty where a side wants no words there. */
export type Alternative = Readonly<{ text: string; who: readonly DelegationId[] }>
export type Stretch =
  | Readonly<{ kind: 'common'; text: string }>
  | Readonly<{ kind: 'bracket'; alternatives: readonly Alternative[] }>

/** Fewer common words than these between two brackets make them one. */
const LEAST_BETWEEN = 2
/** With less than this share of its words in common the whole clause stands in brackets. */
const LEAST_COMMON = 1 / 3

/** The clause as it stands, from the versions that somebody stands on. */
export const clauseStretches = (plan: WithParties, clause: ClauseText): readonly Stretch[] =>
  bracketed(
    stoodOn(plan, clause).flatMap(({ version, delegations }) =>
      version ? [{ words: version.words, who: delegations }] : [],
    ),
  )

/** How many brackets stand open in a clause. */
export const bracketsIn = (plan: WithParties, clause: ClauseText): number =>
  clauseStretches(plan, clause).filter(({ kind }) => kind === 'bracket').length

/**
 * The wordings as one text with brackets. For every side, the words outside and its own alternatives are exactly its wording. All are
 * aligned with one of them: that with the most sides, and of these the oldest.
 */
export function bracketed(wordings: readonly Wording[]): readonly Stretch[] {
  const [pivot, ...rest] = wordings.toSorted((a, b) => b.who.length - a.who.length)
  if (!pivot) return []
  if (rest.length === 0) return [{ kind: 'common', text: pivot.words }]
  const texts = wordings.map(({ words }) => tokensOf(words))
  const base = tokensOf(pivot.words)
  const places = texts.map((tokens) => matches(base, tokens))
  const runs = joined(commonRuns(base, places), base)
  const inCommon = runs.reduce((sum, { from, to }) => sum + wordCount(base.slice(from, to)), 0)
  if (inCommon < wordCount(base) * LEAST_COMMON)
    return [
      bracketOf(
        wordings,
        texts.map((tokens) => tokens.join('')),
      ),
    ]

  const stretches: Stretch[] = []
  const at = texts.map(() => 0)
  const upTo = (ends: readonly number[]) => {
    const between = texts.map((tokens, each) => tokens.slice(at[each], ends[each]).join(''))
    if (between.some((text) => text !== '')) stretches.push(bracketOf(wordings, between))
  }
  for (const { from, to } of runs) {
    upTo(places.map((place) => place[from] ?? 0))
    stretches.push({ kind: 'common', text: base.slice(from, to).join('') })
    for (const [each, place] of places.entries()) at[each] = (place[to - 1] ?? 0) + 1
  }
  upTo(texts.map(({ length }) => length))
  return stretches
}

/** For each token of the base, where the same one stands in the other text; undefined where it does not. */
function matches(base: readonly string[], other: readonly string[]): readonly (number | undefined)[] {
  const found: (number | undefined)[] = Array.from({ length: base.length })
  let [inBase, inOther] = [0, 0]
  for (const { value, added, removed } of diffArrays([...base], [...other])) {
    if (!added && !removed) for (const step of value.keys()) found[inBase + step] = inOther + step
    if (!added) inBase += value.length
    if (!removed) inOther += value.length
  }
  return found
}

/** A stretch of the base, from one token to before another. */
type Run = { from: number; to: number }

/** The longest stretches that stand in all texts without a word between. */
function commonRuns(base: readonly string[], places: readonly (readonly (number | undefined)[])[]): readonly Run[] {
  const runs: Run[] = []
  for (const at of base.keys()) {
    if (places.some((place) => place[at] === undefined)) continue
    const last = runs.at(-1)
    const goesOn = last?.to === at && places.every((place) => place[at] === (place[at - 1] ?? Number.NaN) + 1)
    if (last && goesOn) last.to = at + 1
    else runs.push({ from: at, to: at + 1 })
  }
  return runs
}

/** Without the runs that are too short to stand between two brackets; at an end a word is enough. */
const joined = (runs: readonly Run[], base: readonly string[]): readonly Run[] =>
  runs.filter(({ from, to }) => {
    const tokens = base.slice(from, to)
    return wordCount(tokens) >= (from === 0 || to === base.length ? 1 : LEAST_BETWEEN)
  })

/** Sides with the same words there stand on one alternative. */
function bracketOf(wordings: readonly Wording[], texts: readonly string[]): Stretch {
  const alternatives = [...new Set(texts)].map((text) => ({
    text,
    who: wordings.flatMap(({ who }, each) => (texts[each] === text ? who : [])),
  }))
  return { kind: 'bracket', alternatives }
}
