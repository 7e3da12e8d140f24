// The part of a room's state that the events of positions change: drafted, filed and revealed.
import type { ActorId, SeatId } from '../../kernel/ids'
import type { HowFiled, Position } from './schemas'

export type SeatDraft = Readonly<{ position: Position; seat: SeatId; at: number; handedIn: boolean }>

export type PositionFile = Readonly<{
  /** The newest draft of the delegation, where this reader may hear it; one that was handed in at the deadline only where nobody proposed another. */
  draft: SeatDraft | null
  /** The filed position, where this reader may hear it, and who filed it; `by` is null once it is revealed to everybody. */
  filed: { position: Position; at: number; revision: number; by: ActorId | null; asBrief: boolean } | null
  /** Every draft, the oldest first, where this reader may hear it. */
  drafts: readonly SeatDraft[]
  /** Who filed it and which drafts there were then, where this reader may hear it; also once it is revealed. */
  filing: { by: ActorId; revision: number; drafts: readonly SeatDraft[] } | null
  /** When it was filed, which everyone hears; null while it is not. */
  sealedAt: number | null
  /** How it came to stand (O8), which everyone hears; null while it does not, and in records of before the third edition. */
  how: HowFiled | null
  revealed: boolean
}>

export type PositionsSlice = Readonly<{
  /** By `round/stage/delegation`. */
  positions: Readonly<Record<string, PositionFile>>
}>

export const positionsStart = (): PositionsSlice => ({
  positions: {},
})
