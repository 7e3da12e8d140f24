// What the other titles of the debrief count, one by one, for their proofs (rule D14): moves, news, paragraphs, brackets, words, stances
// and cases. What the sentences about the gap rest on stands beside them, in proofs.ts and findings.ts.

import { delegationIds } from '../../agenda/parties'
import type { AxisValue, DelegationId, TensionKey } from '../../kernel/ids'
import type { RoomState } from '../../state/room-state'
import { revealedValues } from '../log/gap'
import { type Ground, revealNos } from '../record/proofs'
import type { BracketStep, BracketsOverTime } from '../text/brackets-over-time'
import type { SurvivingWords } from '../text/surviving-words'
import type { CaseRow, JudgedGuess } from './cases'
import { type InjectEffect, mostCited, movesKnown, type Use } from './debrief'
import { type Spread, type StanceSpread, shownMean } from './stance-spread'

type MoveGround = Ground<
  'moved' | 'stayed' | 'unknown',
  { round: TensionKey; side: Readonly<{ delegation: DelegationId; from: AxisValue; to: AxisValue }> | null }
>

/** Each side of each round that opened and closed it, with where; and each round of which no side did. */
export function moveGrounds(state: RoomState): readonly MoveGround[] {
  if (movesKnown(state).kind !== 'compared') return []
  return state.plan.rounds.flatMap(({ key: round }): readonly MoveGround[] => {
    const [opening, closing] = [revealedValues(state, round, 'opening'), revealedValues(state, round, 'closing')]
    const entries = revealNos(state, round, 'opening', 'closing')
    const sides = delegationIds(state.plan).flatMap((delegation): MoveGround[] => {
      const [from, to] = [opening[delegation], closing[delegation]]
      if (from === undefined || to === undefined) return []
      const side = { delegation, from, to }
      return [{ key: `${round}/${delegation}`, round, way: from === to ? 'stayed' : 'moved', side, entries }]
    })
    return sides.length > 0 ? sides : [{ key: round, round, way: 'unknown', side: null, entries }]
  })
}

/** Each piece of news: whether a position moved after it. Its entries are its own, and the reveals before and after it. */
export const newsGrounds = (
  state: RoomState,
  effects: readonly InjectEffect[],
): readonly Ground<'followed' | 'still' | 'unknown', Pick<InjectEffect, 'headline'>>[] =>
  effects.map(({ no, headline, compared, moves, between }) => ({
    ...{ key: no, headline },
    way: compared ? (moves.length > 0 ? 'followed' : 'still') : 'unknown',
    entries: [no, ...(compared ? between.flatMap((round) => revealNos(state, round, 'opening', 'closing')) : [])],
  }))

/** Each source paragraph with the entries that cite it, each once. */
export function citedGrounds(
  uses: ReadonlyMap<string, readonly Use[]>,
): readonly Ground<'cited' | 'lessCited' | 'never', { uses: readonly Use[] }>[] {
  const most = mostCited(uses)
  return [...uses].map(([key, own]) => ({
    ...{ key, uses: own, entries: [...new Set(own.map(({ no }) => no))] },
    way: own.length === 0 ? 'never' : most?.at.includes(key) ? 'cited' : 'lessCited',
  }))
}

/** The number of open brackets at the start, after each change, and at the vote or now. */
export const bracketGrounds = ({
  steps,
}: BracketsOverTime): readonly Ground<'start' | 'changed' | 'end', BracketStep>[] =>
  steps.map((step, place) => ({
    ...step,
    key: `${place}`,
    way: place === 0 ? 'start' : place === steps.length - 1 ? 'end' : 'changed',
    entries: step.no === null ? [] : [step.no],
  }))

/** Whoever wrote words that people put into the agreed ones, with how many; null is the chair. The entries are all that they put forward for the agreed clauses. */
export function wordsGrounds(
  { record, issued }: RoomState,
  { words, finding }: SurvivingWords,
): readonly Ground<'wrote' | 'wroteLess' | 'wroteNone', { by: DelegationId | null; words: number }>[] {
  const agreed = (issued?.clauses ?? []).flatMap(({ clause, outcome }) => (outcome === 'passed' ? [clause] : []))
  const counts = [...words.sides.map(({ side, people }) => [side, people] as const), [null, words.chair] as const]
  return counts.map(([by, count]) => ({
    ...{ key: by ?? 'chair', by, words: count },
    way: count === 0 ? 'wroteNone' : finding.kind === 'most' && finding.most.at.includes(by) ? 'wrote' : 'wroteLess',
    entries: [...record].flatMap(({ event, no }) =>
      (event.type === 'VersionPutForward' || event.type === 'ClauseBroughtIn') &&
      event.delegation === by &&
      agreed.includes(event.clause)
        ? [no]
        : [],
    ),
  }))
}

const meanOf = (spread: Spread): number | null => (spread.kind === 'shown' ? shownMean(spread.mean) : null)

/** The mean stance of each round before and after, as shown (D7): `viewDiffers` where not the same people marked both. Marks are in no entry. */
export const stanceGrounds = (
  spreads: readonly StanceSpread[],
): readonly Ground<
  'viewMoved' | 'viewStayed' | 'viewDiffers' | 'unknown',
  { round: TensionKey; from: number | null; to: number | null }
>[] =>
  spreads.map(({ round, before, after, same }) => {
    const [from, to] = [meanOf(before), meanOf(after)]
    const way =
      from === null || to === null ? 'unknown' : !same ? 'viewDiffers' : from === to ? 'viewStayed' : 'viewMoved'
    return { key: round, round, from, to, way, entries: [] }
  })

/** Each side's guesses of another before and after its question, and which was nearer. */
export const caseGrounds = (
  rows: readonly CaseRow[],
): readonly Ground<
  'cameNearer' | 'wentFurther' | 'stayedAsFar' | 'unknown',
  Pick<CaseRow, 'by' | 'of'> & { before: JudgedGuess | null; after: JudgedGuess | null }
>[] =>
  rows.map(({ by, of, before, after, question, answer }) => {
    const change = before && after ? after.off - before.off : null
    return {
      ...{ key: `${by}/${of}`, by, of, before, after },
      way: change === null ? 'unknown' : change < 0 ? 'cameNearer' : change > 0 ? 'wentFurther' : 'stayedAsFar',
      entries: [question, answer].flatMap((entry) => (entry === null ? [] : [String(entry)])),
    }
  })
