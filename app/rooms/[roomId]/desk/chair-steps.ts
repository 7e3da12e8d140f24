// What the chair can do next at the desk, read from the room alone: the primary step, and the hands in the order they would be given.
// It must not know how a step is asked for.

import type { PhasePlan } from '#simulation/agenda/plan'
import type { SeatId } from '#simulation/kernel/ids'
import type { Hand, RoomState } from '#simulation/kernel/room-state'
import { opensNow, phaseNow } from '#simulation/kernel/room-state'
import { nextHand, openingSpeaker } from '#simulation/topics/floor/floor'

/** The one step that Enter takes. */
export type NextStep = { kind: 'start'; index: number; phase: PhasePlan } | { kind: 'grant'; seat: SeatId } | null

export function nextStep(state: RoomState, now: number): NextStep {
  if (state.closedAt !== null) return null
  const { index, status } = state.agenda
  if (status === 'lobby' || status === 'between') {
    const phase = state.plan.phases[index + 1]
    return phase ? { kind: 'start', index: index + 1, phase } : null
  }
  if (!opensNow(state, 'floor') || state.clock?.pausedAt != null) return null
  const opener = state.floor.toOpen.find((delegation) => delegation !== holderOf(state))
  const seat = opener ? openingSpeaker(state, opener)?.id : nextHand(state, now)?.seat
  return seat ? { kind: 'grant', seat } : null
}

const holderOf = (state: RoomState) => {
  const seat = state.floor.holder?.seat
  return seat ? (state.seats[seat]?.delegation ?? null) : null
}

/** The raised hands, first to be heard first: the order the room's own setting would grant them in. */
export function handsInOrder(state: RoomState, now: number): readonly Hand[] {
  const ordered: Hand[] = []
  let left = state
  while (left.floor.hands.length > 0) {
    const next = nextHand(left, now)
    if (!next) break
    ordered.push(next)
    left = { ...left, floor: { ...left.floor, hands: left.floor.hands.filter((hand) => hand !== next) } }
  }
  return ordered
}

/** Whether a floor can be given at all now. */
export const hasFloor = (state: RoomState): boolean => opensNow(state, 'floor') && state.clock?.pausedAt == null

/** Whether the phase that runs may be paused, lengthened or ended. */
export const isTicking = (state: RoomState): boolean => phaseNow(state) !== null && state.agenda.status === 'running'

/** A week's debate: its phases have dates and no floor, and its clock is its calendar. */
export const isHomework = (state: RoomState): boolean => state.plan.kind === 'homework'
