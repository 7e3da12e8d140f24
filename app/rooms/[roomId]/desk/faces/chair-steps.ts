// The next action of the chair, derived from the room's state.

import type { PhasePlan } from '#simulation/agenda/plan'
import type { SeatId } from '#simulation/kernel/ids'
import { nextInLine } from '#simulation/reading/log/queue'
import { haveAllOpened } from '#simulation/reading/positions/openers'
import { opensNow, phaseNow, type RoomState } from '#simulation/state/room-state'

/** The action that the Enter key takes. */
export type NextStep =
  | { kind: 'start'; index: number; phase: PhasePlan }
  | { kind: 'grant'; seat: SeatId }
  /** Nobody speaks or asks to: in a phase without a floor, in a text that nobody talks about, and once all have opened. */
  | { kind: 'end'; index: number }
  | null

export function nextStep(state: RoomState): NextStep {
  if (state.closedAt !== null) return null
  const { index, status } = state.agenda
  if (status === 'lobby' || status === 'between') {
    const phase = state.plan.phases[index + 1]
    return phase ? { kind: 'start', index: index + 1, phase } : null
  }
  if (isHomework(state) || status === 'finished' || phaseNow(state) === null) return null
  if (!opensNow(state, 'floor')) return { kind: 'end', index }
  if (state.clock?.pausedAt != null) return null
  const seat = nextInLine(state)
  if (seat) return { kind: 'grant', seat }
  const isDone = haveAllOpened(state) || (opensNow(state, 'text') && state.floor.holder === null)
  return isDone ? { kind: 'end', index } : null
}

/** Whether the floor can be granted now: the phase has a floor and its clock is not paused. */
export const hasFloor = (state: RoomState): boolean => opensNow(state, 'floor') && state.clock?.pausedAt == null

/** Whether a phase runs that can be paused, lengthened or ended. */
export const isTicking = (state: RoomState): boolean => phaseNow(state) !== null && state.agenda.status === 'running'

/** Whether this is a homework debate, whose phases have due dates and neither floor nor clock. */
export const isHomework = (state: RoomState): boolean => state.plan.kind === 'homework'
