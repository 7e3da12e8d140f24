// What others may ask of ballots, as the rules themselves decide it.
import { opens } from '../agenda/phase-kinds'
import { isFourthEdition, type RoomPlan } from '../agenda/plan'
import type { IssuedClause, Vote } from '../shapes/ballots'
import type { ClauseText, Version } from '../shapes/text'
import { clauseIn, type RoomState } from '../state/room-state'
import { cleanVersion, issuedReasons, type StandReason } from './text'

/** Q4: whether the running phase votes, or the next one that asks anything of people does. */
export function votesNext({ plan, agenda }: Pick<RoomState, 'plan' | 'agenda'>): boolean {
  const ahead = plan.phases.slice(agenda.index)
  const next = ahead.slice(1).find((phase) => !opens(phase, 'movement'))
  return opens(ahead[0], 'votes') || opens(next, 'votes')
}

/** Whether a ballot agrees to its clause, with a reservation or without. */
export const agrees = (vote: Vote | null | undefined): boolean => vote === 'for' || vote === 'reserved'

/** Q7, M2: whether so many delegations for, and so many against, carry it. */
export const isCarried = ({ ballotRule }: Pick<RoomPlan, 'ballotRule'>, inFavour: number, against: number): boolean =>
  inFavour >= ballotRule.votesFor && against <= ballotRule.votesAgainst

/** The clauses that are put to the vote (Q5): those with clean words; before the fourth edition all. */
export const putToVote = ({ plan, clauses }: Pick<RoomState, 'plan' | 'clauses'>): readonly ClauseText[] =>
  isFourthEdition(plan) ? clauses.filter((clause) => cleanVersion(clause) !== null) : clauses

type ReasonedText = IssuedClause['standing'][number] & { reasons: readonly StandReason[] }
/** A clause as issued, with whose the reasons beside its texts are and, since the fourth edition, all its versions: who wrote which words is read from them. */
export type ReadClause = Omit<IssuedClause, 'standing'> & {
  standing: readonly ReasonedText[]
  versions?: readonly Version[]
}

export const withReasons = (state: RoomState, clauses: readonly IssuedClause[]): readonly ReadClause[] =>
  clauses.map((issued) => {
    const clause = clauseIn(state, issued.clause)
    return {
      ...issued,
      standing: issued.standing.map((text) => ({ ...text, reasons: issuedReasons(clause, text) })),
      ...(clause && isFourthEdition(state.plan) ? { versions: clause.versions } : {}),
    }
  })
