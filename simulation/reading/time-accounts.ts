// How long the floor was held: by a seat, by a delegation, and what is left of the turn that runs; pauses not counted (rules P4, F6).
// It must not know where instants come from; they are handed in.
import { heldFor, spentBy } from '../agenda/clock'
import { delegationIds } from '../agenda/parties'
import type { DelegationId, SeatId } from '../kernel/ids'
import type { RoomState } from '../kernel/room-state'

/** Milliseconds this seat has held the floor, the running turn included. */
export function heldBySeat(state: RoomState, seat: SeatId, now: number): number {
  return state.floor.spentMs.of(seat) + (state.floor.holder?.seat === seat ? heldFor(state, now) : 0)
}

/** What is left of the turn that runs, and how long it is; null while nobody has the floor. */
export function turnNow(state: RoomState, now: number): { leftMs: number; wholeMs: number } | null {
  const { holder } = state.floor
  if (!holder) return null
  const wholeMs = holder.until - holder.since
  return { leftMs: Math.max(0, holder.until - (state.clock?.pausedAt ?? now)), wholeMs }
}

export type Share = { delegation: DelegationId; ms: number; percent: number }

/** How the time on the floor fell to the delegations, in the plan's order, each with its share of the whole; null before anybody spoke. */
export function talkShares(state: RoomState, now: number): readonly Share[] | null {
  const spent = delegationIds(state.plan).map((delegation) => ({ delegation, ms: spentBy(state, delegation, now) }))
  const all = spent.reduce((sum, { ms }) => sum + ms, 0)
  return all === 0 ? null : spent.map((each) => ({ ...each, percent: Math.round((each.ms / all) * 100) }))
}
