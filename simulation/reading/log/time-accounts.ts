// How long is told that somebody spoke: a seat's holder, a delegation; and what is left of the running turn; pauses not counted (rules P4, F6).
// Every screen asks here. The order of hands goes by the time that the floor was held (questions/floor.ts), which is known as a turn ends.
// All in milliseconds; `now` is a parameter so that a screen can pass the server's clock instead of its device's.

import { delegationIds } from '../../agenda/parties'
import { type DelegationId, personOfActor, type SeatId } from '../../kernel/ids'
import { onceFor } from '../../kernel/once-for'
import { heardIn } from '../../questions/floor'
import { isToldSpoken, turnIn, waitsToBeTold } from '../../questions/turns'
import { heldFor } from '../../state/clock'
import { type Times, withTurn } from '../../state/floor-state'
import { type RoomState, seatsIn } from '../../state/room-state'

/** F6: the times of past turns that are told as talk: those of the floor, without the turns of people of which nothing is said yet. */
export const timesTold = onceFor((state: RoomState): Times => {
  let times: Times = state.floor
  for (const entry of state.record) {
    const no = Number(entry.no)
    const turn = turnIn(state, no)
    if (!turn || !waitsToBeTold(state.plan, turn.speaker) || isToldSpoken(state, no)) continue
    const seat = { id: turn.seat, delegation: state.seats[turn.seat]?.delegation ?? null }
    times = withTurn(times, seat, personOfActor(turn.speaker), -turn.spokenMs)
  }
  return times
})

/** Milliseconds that whoever sits here is told to have spoken in past turns (F6: their time comes along into another seat). */
export const toldOfSeat = (state: RoomState, seat: Parameters<typeof heardIn>[1]): number =>
  heardIn({ plan: state.plan, floor: { ...state.floor, ...timesTold(state) } }, seat)

/** The same with the running turn. */
export function heldBySeat(state: RoomState, id: SeatId, now: number): number {
  const seat = state.seats[id]
  return (seat ? toldOfSeat(state, seat) : 0) + (state.floor.holder?.seat === id ? heldFor(state, now) : 0)
}

/** Milliseconds that a delegation is told to have spoken, the running turn included. */
export function spentBy(state: RoomState, delegation: DelegationId, now: number): number {
  const { spentMs } = timesTold(state)
  const past = seatsIn(state, delegation).reduce((sum, seat) => sum + (spentMs.get(seat.id) ?? 0), 0)
  const holder = state.floor.holder
  if (!holder || state.seats[holder.seat]?.delegation !== delegation) return past
  return past + heldFor(state, now)
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
