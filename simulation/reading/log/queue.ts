// In which order the raised hands will be called, and who has the floor next: the rules F7 and F8 applied turn after turn.
// Desk, phone, stage and wall all use this order and sort no hands themselves: a student who is told "second" must be called second.

import type { Intent, SeatId } from '../../kernel/ids'
import { turnMs, upNext } from '../../questions/floor'
import type { Floor, Hand } from '../../shapes/floor'
import type { Seat } from '../../shapes/seats'
import { withTurn } from '../../state/floor-state'
import type { RoomState } from '../../state/room-state'
import { turnNow } from './time-accounts'

/**
 * The raised hands in the order of their calls. Each earlier turn is counted as spoken to its end, as it will be unless the speaker
 * yields: without that, two hands of one delegation would both be placed before a delegation that has spoken less.
 * The order does not depend on the present time, so every screen that holds the same state shows the same order.
 */
export function queue(state: RoomState): readonly Hand[] {
  return callsFrom(state).flatMap((seat) => state.floor.hands.find((hand) => hand.seat === seat) ?? [])
}

/** The place of a seat's hand in the queue, counted from 1; null for a seat whose hand is down. */
export function placeInQueue(state: RoomState, seat: SeatId): number | null {
  const place = queue(state).findIndex((hand) => hand.seat === seat)
  return place === -1 ? null : place + 1
}

/** A seat's place in the queue from 1, its hand, and in how many milliseconds its call is to be expected; null for a seat whose hand is down. */
export function queuePlaceOf(
  state: RoomState,
  seat: SeatId,
  now: number,
): { place: number; hand: Hand; inMs: number } | null {
  const place = placeInQueue(state, seat)
  const hand = state.floor.hands.find((raised) => raised.seat === seat)
  if (place === null || !hand) return null
  const before = callsFrom(state).indexOf(seat)
  return { place, hand, inMs: (turnNow(state, now)?.leftMs ?? 0) + before * turnMs(state) }
}

/** The place that a seat whose hand is down would get if it asked for the floor now, counted from 1. */
export function placeIfAsked(state: RoomState, seat: SeatId): number {
  const at = Math.max(0, ...state.floor.hands.map((hand) => hand.at)) + 1
  const hands: readonly Hand[] = [...state.floor.hands, { seat, intent: 'point', answers: null, at }]
  return placeInQueue({ ...state, floor: { ...state.floor, hands } }, seat) ?? hands.length
}

/** The intent with which a seat has the floor or asks for it; that of a plain point while it does neither. */
export const intentAsked = ({ floor }: Pick<RoomState, 'floor'>, seat: SeatId): Intent =>
  (floor.holder?.seat === seat ? floor.holder : floor.hands.find((hand) => hand.seat === seat))?.intent ?? 'point'

/** Who has the floor after the running turn: the speaker of the next delegation to open, else the first hand; null when nobody waits. */
export const nextInLine = (state: RoomState): SeatId | null => callsFrom(state)[0] ?? null

/** The first of those who wait, as many as asked for, each with the intent of its hand; null for a speaker whose turn it is to open. */
export const firstInLine = (state: RoomState, most: number): readonly { seat: SeatId; intent: Intent | null }[] =>
  callsFrom(state)
    .slice(0, most)
    .map((seat) => ({ seat, intent: state.floor.hands.find((hand) => hand.seat === seat)?.intent ?? null }))

/** Whether one of these hands is a point of order: wherever hands are only counted, it is said beside the count. */
export const holdsPointOfOrder = (hands: readonly Pick<Hand, 'intent'>[]): boolean =>
  hands.some(({ intent }) => intent === 'point-of-order')

/** Every seat that waits for the floor in the order of the calls, speakers of openings still to come included. */
function callsFrom(state: RoomState): readonly SeatId[] {
  const calls: SeatId[] = []
  let floor = afterHolder(state)
  for (;;) {
    const seat = upNext({ ...state, floor })
    if (seat === null) return calls
    calls.push(seat)
    floor = afterTurn(state, floor, seat)
  }
}

/** The floor as it will be once the running turn has been spoken to its end. */
function afterHolder({ seats, floor }: RoomState): Floor {
  const { holder } = floor
  const seat = holder && seats[holder.seat]
  return seat ? { ...floor, holder: null, ...withTurn(floor, seat, holder.person, holder.until - holder.since) } : floor
}

/** The floor as it will be once this seat has been called and has spoken a whole turn. Each call removes a hand or an opening, so `callsFrom` ends. */
function afterTurn(state: RoomState, floor: Floor, seat: SeatId): Floor {
  const place = state.seats[seat]
  const delegation = place?.delegation
  const opens = floor.toOpen.some((waiting) => waiting === delegation)
  return {
    ...floor,
    hands: floor.hands.filter((hand) => hand.seat !== seat),
    toOpen: floor.toOpen.filter((waiting) => waiting !== delegation),
    opened: opens ? { ...floor.opened, [seat]: (floor.opened[seat] ?? 0) + 1 } : floor.opened,
    ...(place && withTurn(floor, place, place.holder, turnMs(state))),
  }
}

/** A raised hand's place from 1, with what intent, and about when it is called: null where its phase ends first (N8). */
export type InQueue = { place: number; at: number | null; intent: Intent }

/** Where this seat's raised hand stands; null while its hand is down. */
export function handInQueue(state: RoomState, seat: Seat, now: number): InQueue | null {
  const { clock } = state
  const queued = queuePlaceOf(state, seat.id, now)
  if (!queued || !clock) return null
  const { place, inMs, hand } = queued
  const called = inMs < clock.endsAt - (clock.pausedAt ?? now)
  return { place, at: called ? now + inMs : null, intent: hand.intent }
}
