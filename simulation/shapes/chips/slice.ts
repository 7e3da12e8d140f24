// The part of a room's state that the events of chips change, where this reader may hear it.
import type { DelegationId, SeatId } from '../../kernel/ids'
import type { LaidChips } from './schemas'

/** What one seat proposes to its head. */
export type ProposedChips = Readonly<{ seat: SeatId; laid: LaidChips; at: number }>

export type DelegationChips = Readonly<{
  /** The newest proposal of each seat, the newest of all last. */
  proposed: readonly ProposedChips[]
  /** What the head laid, by the number of its entry; null while it has not. */
  laid: (ProposedChips & { no: string }) | null
}>

export type ChipsSlice = Readonly<{ chips: Readonly<Record<DelegationId, DelegationChips>> }>

export const chipsStart = (): ChipsSlice => ({ chips: {} })
