// What of the joint text is before everybody at one moment: the clause that was touched last, and the one that is voted on.
import type { RoomPlan } from '../../agenda/plan'
import { type DelegationId, delegationId } from '../../kernel/ids'
import { putToVote } from '../../questions/ballots'
import { isClean, isInitialled, lastChangedAt, stoodOn } from '../../questions/text'
import type { ClauseText } from '../../shapes/text'
import { opensNow, type RoomState, votesOn } from '../../state/room-state'

/** Whether the phase that runs is about the joint text: it is written, voted on, or ratified. */
export const isAboutText = (state: RoomState): boolean =>
  opensNow(state, 'text') || opensNow(state, 'votes') || opensNow(state, 'ratifies')

/** A clause, and who last changed something in it and when; `put`: by putting words forward. Null is the chair. */
export type Touched = Readonly<{ clause: ClauseText; by: DelegationId | null; at: number; put: boolean }>

/** The clause that was changed last; before anybody has, the first. */
export function lastTouched({ clauses }: Pick<RoomState, 'clauses'>): Touched | null {
  const [clause] = clauses.toSorted((a, b) => lastChangedAt(b) - lastChangedAt(a))
  if (!clause) return null
  const at = lastChangedAt(clause)
  const version = clause.versions.findLast((each) => each.at === at)
  if (version) return { clause, by: version.by, at, put: true }
  const stood = Object.entries(clause.stands).find(([, stand]) => stand.at === at)
  return { clause, by: stood ? delegationId.parse(stood[0]) : null, at, put: false }
}

/** The clause that is being voted on: the first for which a ballot is missing, or the last of all. */
export function clauseToVote(state: RoomState): ClauseText | null {
  const put = putToVote(state)
  const all = state.plan.delegations.length
  return put.find(({ key }) => Object.keys(votesOn(state, key).ballots).length < all) ?? put.at(-1) ?? null
}

/** How a clause stands: initialled by all, clean, with open brackets, or with one side alone on it. */
export type ClauseStateName = 'initialled' | 'clean' | 'open' | 'alone'

export function clauseState(plan: RoomPlan, clause: ClauseText): ClauseStateName {
  if (isClean(clause)) return isInitialled(clause) ? 'initialled' : 'clean'
  return stoodOn(plan, clause).filter(({ version }) => version !== null).length === 1 ? 'alone' : 'open'
}
