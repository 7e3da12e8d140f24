// The private stances of people before and after the talks, as counts that name nobody (rule D7).
// The input is the whole room, secrets included; the output is numbers only, so that a page for every student may show it.
import { ruleOf } from '../../agenda/phase-kinds'
import type { AxisValue, TensionKey } from '../../kernel/ids'
import { stanceNow } from '../../questions/stances'
import { markedBy, type RoomState, stancesAt } from '../../state/room-state'
import { extremeOf } from '../record/proofs'

/** D7: counts of fewer people would show who marked what. */
export const FEWEST = 5

export type Spread =
  | { kind: 'shown'; people: number; mean: number; counts: readonly { value: AxisValue; people: number }[] }
  | { kind: 'too-few' }
  /** While stances are still being marked: comparing the counts before and after one more mark would show what that person marked. */
  | { kind: 'still-open' }

export type StanceSpread = {
  round: TensionKey
  before: Spread
  after: Spread
  /** Whether the same people marked both: only then has their mean moved. */
  same: boolean
}

export function stanceSpreads(state: RoomState): readonly StanceSpread[] {
  return state.plan.rounds.map(({ key }) => ({
    round: key,
    before: spreadOf(state, 'before', key),
    after: spreadOf(state, 'after', key),
    same: isSame(markedBy(state, 'before', key), markedBy(state, 'after', key)),
  }))
}

const isSame = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  some.size === others.size && [...some].every((one) => others.has(one))

function spreadOf(state: RoomState, when: 'before' | 'after', round: TensionKey): Spread {
  if (!stancesOver(state, when)) return { kind: 'still-open' }
  const values = stancesAt(state, when, round)
  if (values.length < FEWEST) return { kind: 'too-few' }
  return {
    kind: 'shown',
    people: values.length,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    counts: [...new Set(values)].map((value) => ({ value, people: values.filter((each) => each === value).length })),
  }
}

/**
 * D7: which stances the counts show. Both times in a round at least; those before while the ones after can still be marked; those of one
 * time only, for good; or none, while they are marked or because too few were.
 */
export type StancesShown = 'both' | 'awaits-after' | 'one-time' | 'still-open' | 'too-few'

export function stancesShown(spreads: readonly StanceSpread[]): StancesShown {
  const some = (when: 'before' | 'after', kind: Spread['kind']) => spreads.some((spread) => spread[when].kind === kind)
  if (spreads.some(({ before, after }) => before.kind === 'shown' && after.kind === 'shown')) return 'both'
  if (some('before', 'shown')) return some('after', 'still-open') ? 'awaits-after' : 'one-time'
  if (some('after', 'shown')) return 'one-time'
  return some('before', 'still-open') || some('after', 'still-open') ? 'still-open' : 'too-few'
}

type StanceCount = { value: AxisValue; before: number | null; after: number | null }

/** How many people stood at each value that anybody marked, lowest first; null where the counts of that time are not shown. */
export function stanceCounts({ before, after }: StanceSpread): readonly StanceCount[] {
  const countsOf = (spread: Spread) => (spread.kind === 'shown' ? spread.counts : null)
  const at = (spread: Spread, value: AxisValue) =>
    countsOf(spread) === null ? null : (countsOf(spread)?.find((count) => count.value === value)?.people ?? 0)
  const values = new Set([before, after].flatMap((spread) => (countsOf(spread) ?? []).map(({ value }) => value)))
  return [...values]
    .sort((a, b) => a - b)
    .map((value) => ({ value, before: at(before, value), after: at(after, value) }))
}

/** The mean of a spread as every screen gives it, to a tenth of a step. */
export const shownMean = (mean: number): number => Math.round(mean * 10) / 10

/**
 * D7, D14: the round whose mean stance differs most from before to after, where one does; `moved` where the same people marked both,
 * `differs` where not; `held` where as shown none of the same people's does; else `unknown`. The
 * numbers are of the rounds that can be compared and of those that cannot.
 */
type StanceFinding =
  | { kind: 'unknown' }
  | { kind: 'held'; unknown: number }
  | { kind: 'moved' | 'differs'; round: TensionKey; from: number; to: number; known: number; unknown: number }

export function stanceFinding(spreads: readonly StanceSpread[]): StanceFinding {
  const both = spreads.flatMap(({ round, before, after, same }) =>
    before.kind === 'shown' && after.kind === 'shown'
      ? [{ round, from: shownMean(before.mean), to: shownMean(after.mean), same }]
      : [],
  )
  const most = extremeOf(
    both.map((one) => [one, Math.round(Math.abs(one.to - one.from) * 10)] as const),
    'most',
  )
  const unknown = spreads.length - both.length
  const [first, ...others] = most?.at ?? []
  if (!most || !first) return { kind: 'unknown' }
  if (most.value === 0) return both.every((one) => one.same) ? { kind: 'held', unknown } : { kind: 'unknown' }
  if (others.length > 0) return { kind: 'unknown' }
  const { round, from, to, same } = first
  return { kind: same ? 'moved' : 'differs', round, from, to, known: both.length, unknown }
}

/** Whether nobody can mark this stance any more. */
export function stancesOver(state: RoomState, when: 'before' | 'after'): boolean {
  if (state.closedAt !== null || state.agenda.status === 'finished') return true
  if (state.agenda.status === 'lobby') return false
  const ahead = state.plan.phases.slice(state.agenda.index + 1).some((phase) => ruleOf(phase).stance === when)
  return !ahead && stanceNow(state) !== when
}
