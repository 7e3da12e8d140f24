// What the chair can do next at the desk, read from the room alone.

import type { PhasePlan } from '#simulation/agenda/plan'
import type { SeatId } from '#simulation/kernel/ids'
import type { RoomState } from '#simulation/kernel/room-state'
import { opensNow, phaseNow } from '#simulation/kernel/room-state'
import { nextInLine } from '#simulation/reading/queue'

/** The one step that Enter takes. */
export type NextStep = { kind: 'start'; index: number; phase: PhasePlan } | { kind: 'grant'; seat: SeatId } | null

export function nextStep(state: RoomState): NextStep {
  if (state.closedAt !== null) return null
  const { index, status } = state.agenda
  if (status === 'lobby' || status === 'between') {
    const phase = state.plan.phases[index + 1]
    return phase ? { kind: 'start', index: index + 1, phase } : null
  }
  if (!opensNow(state, 'floor') || state.clock?.pausedAt != null) return null
  const seat = nextInLine(state)
  return seat ? { kind: 'grant', seat } : null
}

/** Whether a floor can be given at all now. */
export const hasFloor = (state: RoomState): boolean => opensNow(state, 'floor') && state.clock?.pausedAt == null

/** Whether the phase that runs may be paused, lengthened or ended. */
export const isTicking = (state: RoomState): boolean => phaseNow(state) !== null && state.agenda.status === 'running'

/** A week's debate: its phases have dates and no floor, and its clock is its calendar. */
export const isHomework = (state: RoomState): boolean => state.plan.kind === 'homework'
