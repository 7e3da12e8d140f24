// Sentences about several rounds as data that carries its proof: in which rounds they hold, in which it was the other way, and which
// positions in them nobody filed (rule D14). Screens put a finding into words and add no number of their own.

import { delegationIds, focusOf, pairOf } from '../../agenda/parties'
import type { DelegationId, FilingStage, TensionKey } from '../../kernel/ids'
import { positionFile, type RoomState } from '../../state/room-state'
import { distance, focusGap, gapByRound, meanGap, type RoundGap, type Values } from '../log/gap'

/** How far a sentence holds: in all rounds that are known, in more than the other way, in as many, or everywhere both were equal. */
export type Holds = 'all' | 'most' | 'split' | 'tied'

/** How many rounds bear a sentence out, are the other way and are equal; `n` are known, which may be `all` of the plan's. */
export function countsOf({ rounds }: Pick<StoodFinding, 'rounds'>) {
  const count = (says: Says) => rounds.filter(({ way }) => way === says).length
  const unknown = count('unknown')
  const known = unknown === 0 ? ('all' as const) : ('some' as const)
  return { for: count('for'), against: count('against'), tied: count('tied'), n: rounds.length - unknown, known }
}

export function holds(counts: ReturnType<typeof countsOf>): Holds {
  if (counts.tied === counts.n) return 'tied'
  if (counts.for === counts.n) return 'all'
  return counts.for === counts.against ? 'split' : 'most'
}

/** How one round bears on a sentence about several. */
export type Says = 'for' | 'against' | 'tied' | 'unknown'

/**
 * One thing that a title counts, for its proof: how it bears on the title, what it is, and the numbers of the entries in which it is read,
 * as this reader may read them.
 */
export type Ground<Way extends string, About = unknown> = Readonly<
  { key: string; way: Way; entries: readonly string[] } & About
>

/** The numbers of the entries that revealed these stages of a round. */
export const revealNos = (
  { record }: RoomState,
  round: TensionKey,
  ...stages: readonly FilingStage[]
): readonly string[] =>
  stages.flatMap(
    (stage) =>
      record.findLast(
        ({ event }) => event.type === 'PositionsRevealed' && event.round === round && event.stage === stage,
      )?.no ?? [],
  )

/** One round of the comparison that a finding rests on; `inside` and `outside` are null where they are not known. */
export type ComparedRound = Ground<
  Says,
  {
    round: TensionKey
    inside: number | null
    outside: number | null
    /** Who stands there by its brief. */
    byBrief: readonly DelegationId[]
  }
>

/** Whether the gap's last member stood nearer to a delegation outside the gap than the gap is wide. */
export type StoodFinding = Readonly<{
  nearer: 'outside' | 'inside'
  member: DelegationId
  outside: DelegationId
  /** Every round of the plan. */
  rounds: readonly ComparedRound[]
  /** How often each delegation stood, in the rounds that are known, where nobody of it had filed: by its brief. */
  byBrief: readonly { delegation: DelegationId; rounds: number }[]
  /** In how many of the rounds in which the gap's first member guessed all of them its guesses told which was nearer. */
  saw: { right: number; of: number }
}>

/** Of several delegations outside the gap the finding is about the one that the member stood nearest to on average. Null where no round can be compared. */
export function stoodFinding(state: RoomState): StoodFinding | null {
  const { members } = focusOf(state.plan)
  const member = members.at(-1)
  const outside = member === undefined ? null : nearestOutside(state, member)
  if (member === undefined || outside === null) return null
  const pair = pairOf(state.plan, member, outside)
  if (pair === null) return null
  const rows = gapByRound(state)
  const compared = state.plan.rounds.map(({ key }) => {
    const row = rows.find(({ round }) => round === key)
    const [inside, far] = row ? [focusGap(state.plan, row.values), distance(row.values, pair)] : [null, null]
    return { key, row, inside, outside: far, way: wayOf(inside, far) }
  })
  const times = (way: Way) => compared.filter((one) => one.way === way).length
  const nearer = times('outside') >= times('inside') ? 'outside' : 'inside'
  if (compared.every(({ way }) => way === null)) return null
  const seen = compared.flatMap(({ row, way }) => {
    const believed = row && way ? believedWay(state, row, member, outside) : null
    return believed === null ? [] : [believed === way]
  })
  const ids = delegationIds(state.plan).filter((id) => id === outside || members.includes(id))
  const rounds = compared.map(
    ({ key, row, inside, outside: far, way }): ComparedRound => ({
      ...{ key, round: key, inside, outside: far },
      way: way === null ? 'unknown' : way === 'tied' ? 'tied' : way === nearer ? 'for' : 'against',
      entries: row ? revealNos(state, key, row.stage) : [],
      byBrief: row ? ids.filter((id) => standsByBrief(state, row, id)) : [],
    }),
  )
  const byBrief = ids.flatMap((delegation) => {
    const own = rounds.filter((one) => one.way !== 'unknown' && one.byBrief.includes(delegation)).length
    return own === 0 ? [] : [{ delegation, rounds: own }]
  })
  return { nearer, member, outside, rounds, byBrief, saw: { right: seen.filter(Boolean).length, of: seen.length } }
}

type Way = 'outside' | 'inside' | 'tied'

/** Which of the two was nearer; null where one of them is not known. */
const wayOf = (inside: number | null, outside: number | null): Way | null =>
  inside === null || outside === null ? null : outside < inside ? 'outside' : inside < outside ? 'inside' : 'tied'

function nearestOutside(state: RoomState, member: DelegationId): DelegationId | null {
  const { members } = focusOf(state.plan)
  const means = meanGap(state)
  const known = delegationIds(state.plan).flatMap((outside) => {
    const pair = members.includes(outside) ? null : pairOf(state.plan, member, outside)
    const mean = pair === null ? null : (means[pair] ?? null)
    return mean === null ? [] : [{ outside, mean }]
  })
  const least = Math.min(...known.map(({ mean }) => mean))
  return known.find(({ mean }) => mean === least)?.outside ?? null
}

/** Which was nearer by the guesses that the gap's first member filed with this very position; null where it did not guess all of them. */
function believedWay(state: RoomState, row: RoundGap, member: DelegationId, outside: DelegationId): Way | null {
  const [by, ...others] = focusOf(state.plan).members
  const filed = by === undefined ? null : positionFile(state, row.round, row.stage, by).filed
  if (by === undefined || !filed) return null
  const believed: Values = { [by]: filed.position.value }
  for (const of of [...others, outside]) {
    const guess = filed.position.guesses[of]
    if (guess === undefined) return null
    believed[of] = guess
  }
  const pair = pairOf(state.plan, member, outside)
  return pair === null ? null : wayOf(focusGap(state.plan, believed), distance(believed, pair))
}

/** Whether nobody of a delegation filed or drafted where it stands: its brief does, or an opening by brief that was held. */
export function standsByBrief(
  state: RoomState,
  { round, stage }: Pick<RoundGap, 'round' | 'stage'>,
  id: DelegationId,
): boolean {
  const { how } = positionFile(state, round, stage, id)
  return how === 'brief' || (how === 'held' && positionFile(state, round, 'opening', id).how === 'brief')
}

/** Whether in every revealed round every delegation stands by its brief: then nobody filed anything. */
export function nobodyFiled(state: RoomState): boolean {
  const rows = gapByRound(state)
  return (
    rows.length > 0 &&
    rows.every((row) =>
      delegationIds(state.plan).every((id) => row.values[id] === undefined || standsByBrief(state, row, id)),
    )
  )
}

/** An extreme among several: who or what shares it. One alone may be called the most; where `many` share it none stands out, and no sentence names them. */
export type Extreme<T> = Readonly<{ at: readonly T[]; value: number; of: number; stands: 'alone' | 'shared' | 'many' }>

export function extremeOf<T>(all: readonly (readonly [T, number])[], which: 'most' | 'least'): Extreme<T> | null {
  if (all.length === 0) return null
  const values = all.map(([, value]) => value)
  const value = which === 'most' ? Math.max(...values) : Math.min(...values)
  const at = all.flatMap(([one, own]) => (own === value ? [one] : []))
  const stands = at.length === 1 ? 'alone' : at.length <= MOST_TIED ? 'shared' : 'many'
  return { at, value, of: all.length, stands }
}

const MOST_TIED = 3

/** The rounds in which the gap was widest; null while no gap is known. */
export const widestRounds = (state: RoomState): Extreme<TensionKey> | null => extremeOf(knownGaps(state), 'most')

/** The rounds in which the gap was narrowest; null while no gap is known. */
export const closestRounds = (state: RoomState): Extreme<TensionKey> | null => extremeOf(knownGaps(state), 'least')

/** The rounds whose gap is known, in the plan's order. */
const knownGaps = (state: RoomState): readonly (readonly [TensionKey, number])[] =>
  gapByRound(state).flatMap(({ round, values }) => {
    const gap = focusGap(state.plan, values)
    return gap === null ? [] : [[round, gap] as const]
  })

/** How wide the gap was in each round of the plan: as the widest or narrower than that, or not known. Null for `gap` where it is not. */
export function widthGrounds(
  state: RoomState,
): readonly Ground<'widest' | 'narrower' | 'unknown', { round: TensionKey; gap: number | null }>[] {
  const widest = widestRounds(state)
  const rows = gapByRound(state)
  return state.plan.rounds.map(({ key }) => {
    const row = rows.find(({ round }) => round === key)
    const gap = row ? focusGap(state.plan, row.values) : null
    return {
      ...{ key, round: key, gap, entries: row ? revealNos(state, key, row.stage) : [] },
      way: gap === null ? 'unknown' : gap === widest?.value ? 'widest' : 'narrower',
    }
  })
}
