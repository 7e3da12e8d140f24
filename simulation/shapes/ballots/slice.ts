// The part of a room's state that the events of ballots change: the communiqué's clauses, and what was issued.
import { delegationIds } from '../../agenda/parties'
import type { RoomPlan } from '../../agenda/plan'
import type { DelegationId, SeatId } from '../../kernel/ids'
import type { IssuedClause, Vote } from './schemas'

export type Choice = Readonly<{ text: DelegationId; reason: string | null; at: number }>

export type Ballot = Readonly<{ sealedAt: number; vote: Vote | null; reason: string | null }>

export type ClauseState = Readonly<{
  choices: Readonly<Record<DelegationId, Choice>>
  advice: Readonly<Record<SeatId, Vote>>
  ballots: Readonly<Partial<Record<DelegationId, Ballot>>>
}>

export type BallotsSlice = Readonly<{
  clauses: Readonly<Record<string, ClauseState>>
  issued: { at: number; clauses: readonly IssuedClause[] } | null
}>

export const ballotsStart = (plan: RoomPlan, at: number): BallotsSlice => ({
  clauses: Object.fromEntries(
    plan.communique.clauses.map((clause) => [
      clause.key,
      {
        choices: Object.fromEntries(delegationIds(plan).map((text) => [text, { text, reason: null, at }])),
        advice: {},
        ballots: {},
      } satisfies ClauseState,
    ]),
  ),
  issued: null,
})
