// What came of the joint text: ballots cast while they are sealed, votes counted once they are open, and the outcome of each clause and of
// the whole as it was issued (rules Q7, Q8).

import { delegationIds } from '../../agenda/parties'
import { isFourthEdition, type RoomPlan } from '../../agenda/plan'
import type { DelegationId } from '../../kernel/ids'
import { agrees, putToVote } from '../../questions/ballots'
import { signersOf } from '../../questions/ratification'
import { type IssuedClause, VOTES, type Vote } from '../../shapes/ballots'
import { isBroughtIn } from '../../shapes/places'
import { type RoomState, votesOn } from '../../state/room-state'

/** How many of each vote there are. */
export function countVotes(votes: readonly Vote[]): Readonly<Record<Vote, number>> {
  const counts = { for: 0, reserved: 0, abstain: 0, against: 0 } satisfies Record<Vote, number>
  for (const vote of VOTES) counts[vote] = votes.filter((each) => each === vote).length
  return counts
}

/** How many ballots are cast, of one for each delegation on each clause that is put to the vote. Everybody may know it: only the votes are sealed. */
export function ballotsCast(state: RoomState): { cast: number; of: number } {
  const put = putToVote(state)
  const cast = put.reduce((sum, { key }) => sum + Object.keys(votesOn(state, key).ballots).length, 0)
  return { cast, of: put.length * state.plan.delegations.length }
}

/**
 * What became of a clause, with the sides in the plan's order. `own`: brought in by a side, and nobody else stood on it. `open`: its
 * bracket stood open, so that it was not put to the vote.
 */
export type ClauseOutcome = Readonly<{
  kind: 'agreed' | 'agreed-by' | 'not-agreed' | 'open' | 'own'
  /** Those who voted for it, with a reservation or without. */
  agreed: readonly DelegationId[]
  reserved: readonly DelegationId[]
  abstained: readonly DelegationId[]
  against: readonly DelegationId[]
  /** Those who cast nothing. */
  silent: readonly DelegationId[]
}>

/** What the outcome of a clause is read from. */
type Voted = Pick<IssuedClause, 'clause' | 'votes' | 'outcome'> & {
  standing: readonly IssuedClause['standing'][number][]
}

export function clauseOutcome(plan: RoomPlan, issued: Voted): ClauseOutcome {
  const { votes } = issued
  const who = (...cast: readonly (Vote | undefined)[]) =>
    delegationIds(plan).filter((id) => cast.includes(votes[id]?.vote))
  return {
    kind: kindOf(plan, issued),
    ...{ agreed: who('for', 'reserved'), reserved: who('reserved') },
    ...{ abstained: who('abstain'), against: who('against'), silent: who(undefined) },
  }
}

function kindOf(plan: RoomPlan, { clause, votes, standing, outcome }: Voted): ClauseOutcome['kind'] {
  if (outcome === 'passed') {
    const all = delegationIds(plan).every((id) => agrees(votes[id]?.vote))
    return all ? 'agreed' : 'agreed-by'
  }
  if (!isFourthEdition(plan) || standing.length === 0) return 'not-agreed'
  const [first, ...others] = standing.filter(({ version }) => version !== undefined)
  const alone = isBroughtIn(clause) && first?.delegations.length === 1 && others.length === 0
  return alone ? 'own' : 'open'
}

/** The side that alone stands on a clause of its own; null where there is no such side. */
export const aloneOn = (plan: RoomPlan, issued: Voted): DelegationId | null =>
  kindOf(plan, issued) === 'own'
    ? (issued.standing.find(({ version }) => version !== undefined)?.delegations[0] ?? null)
    : null

/** The joint text as issued; null before. */
export function outcomeOf({ issued, record, plan }: RoomState) {
  if (!issued) return null
  const { clauses } = issued
  return {
    clauses,
    passed: clauses.filter(({ outcome }) => outcome === 'passed').length,
    /** How many clauses were issued with a bracket open. */
    bracketed: clauses.filter(({ standing }) => standing.length > 0).length,
    /** Who agreed to one clause at least, and so signs; nobody else is named in the title. */
    signers: signersOf(plan, clauses),
    /** The number of the entry that issued the text. */
    no: record.findLast(({ event }) => event.type === 'CommuniqueIssued')?.no ?? null,
  }
}
