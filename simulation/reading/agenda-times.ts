// When the agenda's phases come and end as things stand, and how far the room runs behind its plan.
// It must not know where instants come from; they are handed in.
import type { PhasePlan } from '../agenda/plan'
import type { RoomState } from '../kernel/room-state'
import { isRunning } from '../kernel/room-state'

export const plannedSeconds = (phases: readonly PhasePlan[]): number =>
  phases.reduce((sum, phase) => sum + phase.seconds, 0)

/** When the phase that runs will end if nothing more is done to it; the time of a pause still counts up. */
function endsAt(state: RoomState, now: number): number | null {
  const { clock } = state
  if (!clock) return null
  if (state.agenda.status === 'between') return now
  if (clock.endedAt !== null && !isRunning(state)) return clock.endedAt
  return clock.endsAt + (clock.pausedAt === null ? 0 : Math.max(0, now - clock.pausedAt))
}

/** Milliseconds behind the plan (ahead of it when negative); null before the first phase. */
export function behindMs(state: RoomState, now: number): number | null {
  const ends = endsAt(state, now)
  const started = state.record.findLast(({ event }) => event.type === 'PhaseStarted' && event.index === 0)
  if (ends === null || started?.event.type !== 'PhaseStarted') return null
  return ends - started.event.startsAt - plannedSeconds(state.plan.phases.slice(0, state.agenda.index + 1)) * 1000
}

/** When the whole agenda ends as things stand. */
export function agendaEndsAt(state: RoomState, now: number): number | null {
  const ends = endsAt(state, now)
  return ends === null ? null : ends + plannedSeconds(state.plan.phases.slice(state.agenda.index + 1)) * 1000
}

/** When a phase of the plan begins as things stand; null for one that is over. */
export function phaseStartsAt(state: RoomState, index: number, now: number): number | null {
  const { clock, agenda } = state
  if (index === agenda.index && clock) return clock.startsAt
  const ends = endsAt(state, now)
  if (ends === null || index <= agenda.index) return null
  return ends + plannedSeconds(state.plan.phases.slice(agenda.index + 1, index)) * 1000
}
