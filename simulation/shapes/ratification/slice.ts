// The part of a room's state that the events of ratification change: votes at home as far as this reader hears them, and the cards as turned.
import type { DelegationId, SeatId } from '../../kernel/ids'
import type { HomeVote, JudgedSide } from './schemas'

/** `vote` is null for whoever hears only that it is sealed. */
export type SealedVote = Readonly<{
  vote: HomeVote | null
  reason: string | null
  /** An understudy's. */
  scripted: boolean
  at: number
}>

export type RatificationSlice = Readonly<{
  /** By the first seat of the office. */
  homeVotes: Readonly<Record<SeatId, SealedVote>>
  /** What the chair decided instead. */
  homeDecided: Readonly<Partial<Record<DelegationId, { ratified: boolean; reason: string }>>>
  turned: Readonly<{ at: number; sides: readonly JudgedSide[] }> | null
}>

export const ratificationStart = (): RatificationSlice => ({ homeVotes: {}, homeDecided: {}, turned: null })
