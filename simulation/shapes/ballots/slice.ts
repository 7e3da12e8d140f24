// The part of a room's state that the events of ballots change: advice and votes on each clause, and the text as issued.
import type { DelegationId, SeatId } from '../../kernel/ids'
import type { IssuedClause, Vote } from './schemas'

export type Ballot = Readonly<{ sealedAt: number; vote: Vote | null; reason: string | null }>

/** What was advised and cast on one clause. */
export type ClauseVotes = Readonly<{
  advice: Readonly<Record<SeatId, Vote>>
  ballots: Readonly<Partial<Record<DelegationId, Ballot>>>
}>

export type BallotsSlice = Readonly<{
  /** By clause. */
  votes: Readonly<Record<string, ClauseVotes>>
  issued: { at: number; clauses: readonly IssuedClause[] } | null
}>

export const ballotsStart = (): BallotsSlice => ({
  votes: {},
  issued: null,
})
