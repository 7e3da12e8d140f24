// How long the floor was held: by a seat, by a delegation, and what is left of the running turn; pauses not counted (rules P4, F6).
// All in milliseconds; `now` is a parameter so that a screen can pass the server's clock instead of its device's.

import { delegationIds } from '../../agenda/parties'
import type { DelegationId, SeatId } from '../../kernel/ids'
import { heardIn } from '../../questions/floor'
import { heldFor, spentBy } from '../../state/clock'
import type { RoomState } from '../../state/room-state'

/** Milliseconds whoever sits here has held the floor, the running turn included (F6: their time comes along into another seat). */
export function heldBySeat(state: RoomState, id: SeatId, now: number): number {
  const seat = state.seats[id]
  return (seat ? heardIn(state, seat) : 0) + (state.floor.holder?.seat === id ? heldFor(state, now) : 0)
}

/** What is left of the running turn, and its whole length; null while nobody has the floor. */
export function turnNow(state: RoomState, now: number): { leftMs: number; wholeMs: number } | null {
  const { holder } = state.floor
  if (!holder) return null
  const wholeMs = holder.until - holder.since
  return { leftMs: Math.max(0, holder.until - (state.clock?.pausedAt ?? now)), wholeMs }
}

type Share = { delegation: DelegationId; ms: number; percent: number }

/** Each delegation's time on the floor and its share in per cent, in the plan's order; null before anybody spoke. */
export function talkShares(state: RoomState, now: number): readonly Share[] | null {
  const spent = delegationIds(state.plan).map((delegation) => ({ delegation, ms: spentBy(state, delegation, now) }))
  const all = spent.reduce((sum, { ms }) => sum + ms, 0)
  return all === 0 ? null : spent.map((each) => ({ ...each, percent: Math.round((each.ms / all) * 100) }))
}
