// What came of the joint text: ballots cast while they are sealed, votes counted once they are open, and the outcome as issued.

import { type IssuedClause, VOTES, type Vote } from '../shapes/ballots/schemas'
import type { RoomState } from '../state/room-state'
import { clauseIn } from '../state/room-state'

/** How many of each vote there are. */
export function countVotes(votes: readonly Vote[]): Readonly<Record<Vote, number>> {
  const counts = { for: 0, abstain: 0, against: 0 } satisfies Record<Vote, number>
  for (const vote of VOTES) counts[vote] = votes.filter((each) => each === vote).length
  return counts
}

/** How many ballots are cast, of one for each delegation on each clause. Everybody may know it: only the votes are sealed. */
export function ballotsCast(state: RoomState): { cast: number; of: number } {
  const { communique, delegations } = state.plan
  const cast = communique.clauses.reduce(
    (sum, { key }) => sum + Object.keys(clauseIn(state, key)?.ballots ?? {}).length,
    0,
  )
  return { cast, of: communique.clauses.length * delegations.length }
}

type Outcome = {
  clauses: readonly IssuedClause[]
  passed: number
  /** How many clauses were issued with a bracket open. */
  bracketed: number
  /** The number of the entry that issued the text. */
  no: string | null
}

/** The joint text as issued; null before. */
export function outcomeOf({ issued, record }: RoomState): Outcome | null {
  if (!issued) return null
  const { clauses } = issued
  return {
    clauses,
    passed: clauses.filter(({ outcome }) => outcome === 'passed').length,
    bracketed: clauses.filter(({ standing }) => standing.length > 0).length,
    no: record.findLast(({ event }) => event.type === 'CommuniqueIssued')?.no ?? null,
  }
}
