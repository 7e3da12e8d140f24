// The joint text as it stands: its clauses, which words are clean, and which sides stand on which version (rules Q1, Q2).
import { delegationIds, type WithParties } from '../agenda/parties'
import { isFourthEdition } from '../agenda/plan'
import { type DelegationId, delegationId, MOST_CLAUSES } from '../kernel/ids'
import type { ClauseText, Stand, Version, VersionId } from '../shapes/text'
import { opensNow, type RoomState } from '../state/room-state'

export const versionIn = ({ versions }: Pick<ClauseText, 'versions'>, id: VersionId | null): Version | null =>
  versions.find((version) => version.id === id) ?? null

/** Whose version this is, and which of that side's. */
export function sponsorOf(version: VersionId): { by: DelegationId | 'chair'; no: number } {
  const [side = '', count = ''] = version.split('-')
  return { by: side === 'chair' ? side : delegationId.parse(side), no: Number(count) }
}

/** Where a delegation stands on a clause; on nothing in a clause that another side brought in. */
export const standIn = ({ stands }: Pick<ClauseText, 'stands'>, delegation: DelegationId): Stand =>
  stands[delegation] ?? { version: null, reason: null, at: 0 }

/** Q2: the version on which all delegations stand; null while the bracket is open. */
export function cleanVersion(clause: Pick<ClauseText, 'stands' | 'versions'>): Version | null {
  const [first, ...others] = Object.values(clause.stands)
  return first && others.every(({ version }) => version === first.version) ? versionIn(clause, first.version) : null
}
export const isClean = (clause: Pick<ClauseText, 'stands' | 'versions'>): boolean => cleanVersion(clause) !== null

/** Q12: whether every head has initialled it, so that it changes only once it is reopened. */
export const isInitialled = ({ stands, initials }: Pick<ClauseText, 'stands' | 'initials'>): boolean =>
  initials.length > 0 && initials.length === Object.keys(stands).length

/** Why a side stands where it does, and whose reason it is: words that several stand on have the reason of each who gave one, and of nobody else. */
export type StandReason = { by: readonly DelegationId[]; words: string }

/** One version that sides stand on; null is none of them. */
export type StoodOn = Readonly<{
  version: Version | null
  delegations: readonly DelegationId[]
  reasons: readonly StandReason[]
}>

/** The versions that somebody stands on, the oldest first, each with who does and why; those who stand on none come last. */
export function stoodOn(plan: WithParties, clause: ClauseText): readonly StoodOn[] {
  const all = delegationIds(plan)
  const on = (id: VersionId | null) => all.filter((each) => standIn(clause, each).version === id)
  return [...clause.versions, null].flatMap((version) => {
    const delegations = on(version?.id ?? null)
    return delegations.length === 0 ? [] : [{ version, delegations, reasons: reasonsOf(clause, delegations) }]
  })
}

const reasonsOf = (clause: ClauseText, delegations: readonly DelegationId[]): readonly StandReason[] =>
  delegations.flatMap((by) => {
    const words = standIn(clause, by).reason
    return words === null ? [] : [{ by: [by], words }]
  })

/** The reasons beside one text in the words of a row, which holds one text for all who wanted it (Q8). */
export const inOne = (reasons: readonly StandReason[]): string | null =>
  reasons.map(({ words }) => words).join(' ') || null

/** Whose the reasons of an issued bracket are. Where the clause does not hold them as they were issued, they are all theirs together. */
export function issuedReasons(
  clause: ClauseText | undefined,
  { delegations, reason }: { delegations: readonly DelegationId[]; reason: string | null },
): readonly StandReason[] {
  if (reason === null) return []
  const given = clause ? reasonsOf(clause, delegations) : []
  return inOne(given) === reason ? given : [{ by: delegations, words: reason }]
}

/** Q3: when brackets may be left standing, which is in the negotiation, and since the fourth edition while the vote runs, as no open bracket is put to it. */
export const bracketPhase = (state: RoomState): 'text' | 'votes' =>
  isFourthEdition(state.plan) && opensNow(state, 'votes') ? 'votes' : 'text'

export const openClauses = ({ clauses }: Pick<RoomState, 'clauses'>): readonly ClauseText[] =>
  clauses.filter((clause) => !isClean(clause))

/** The first open clause that a delegation has yet to settle: in those that it leaves standing with its reason it has done its part. */
export const clauseThatWaits = (state: RoomState, delegation: DelegationId | null): ClauseText | null =>
  openClauses(state).find((clause) => delegation === null || standIn(clause, delegation).reason === null) ?? null

/** When anything last changed in the words of a clause: a version was put forward, or somebody stood on another. */
export const lastChangedAt = ({ versions, stands }: ClauseText): number =>
  Math.max(0, ...versions.map(({ at }) => at), ...Object.values(stands).map(({ at }) => at))

/** The first clean clause that a delegation has not initialled; null where there is none. */
export const clauseToInitial = ({ clauses }: Pick<RoomState, 'clauses'>, delegation: DelegationId): ClauseText | null =>
  clauses.find((clause) => isClean(clause) && !clause.initials.includes(delegation)) ?? null

/** Who would stand on what if a delegation stood on this version. */
export const ifStoodOn = (
  plan: WithParties,
  clause: ClauseText,
  delegation: DelegationId,
  version: VersionId,
): readonly StoodOn[] =>
  stoodOn(plan, { ...clause, stands: { ...clause.stands, [delegation]: { version, reason: null, at: 0 } } })

/** How many more clauses a delegation, or the chair (null), may bring in (Q11). */
export function clausesLeft(state: RoomState, delegation: DelegationId | null): number {
  const room = MOST_CLAUSES - state.clauses.length
  if (delegation === null) return room
  const own = (state.plan.communique.moreClauses ?? 0) - broughtInBy(state, delegation)
  return Math.max(0, Math.min(own, room))
}

export const broughtInBy = ({ clauses }: Pick<RoomState, 'clauses'>, side: DelegationId | 'chair'): number =>
  clauses.filter(({ broughtBy }) => broughtBy === side).length
