// What others may ask of ballots, as the rules themselves decide it.
import { opens } from '../agenda/phase-kinds'
import type { IssuedClause } from '../shapes/ballots/schemas'
import type { RoomState } from '../state/room-state'
import { clauseIn } from '../state/room-state'
import { type BracketReason, issuedReasons } from './communique'

/** Q4: whether the running phase votes, or the next one that asks anything of people does. */
export function votesNext({ plan, agenda }: Pick<RoomState, 'plan' | 'agenda'>): boolean {
  const ahead = plan.phases.slice(agenda.index)
  const next = ahead.slice(1).find((phase) => !opens(phase, 'movement'))
  return opens(ahead[0], 'votes') || opens(next, 'votes')
}

type ReasonedText = IssuedClause['standing'][number] & { reasons: readonly BracketReason[] }
/** A clause as issued, with whose the reasons beside its texts are. */
export type ReadClause = Omit<IssuedClause, 'standing'> & { standing: readonly ReasonedText[] }

export const withReasons = (state: RoomState, clauses: readonly IssuedClause[]): readonly ReadClause[] =>
  clauses.map((clause) => ({
    ...clause,
    standing: clause.standing.map((text) => ({
      ...text,
      reasons: issuedReasons(clauseIn(state, clause.clause), text),
    })),
  }))
