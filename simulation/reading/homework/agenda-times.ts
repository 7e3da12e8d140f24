// When the phases still to come will start and end if nothing is changed, and how far the room is behind its plan.
// Instants are milliseconds of the epoch; `now` is a parameter so that a screen can pass the server's clock instead of its device's.
import type { PhasePlan } from '../../agenda/plan'
import { type Entry, isRunning, type RoomState } from '../../state/room-state'

export const plannedSeconds = (phases: readonly PhasePlan[]): number =>
  phases.reduce((sum, phase) => sum + phase.seconds, 0)

/** An end that is recorded this much later than planned is no delay that anybody sees. */
export const OVERDUE_MS = 3_000

/** Whether the running phase should have ended and the server has not recorded it: it cannot save, or the page has lost it. */
export function isEndOverdue(state: RoomState, now: number): boolean {
  const { clock } = state
  return isRunning(state) && clock !== null && clock.pausedAt === null && now - clock.endsAt > OVERDUE_MS
}

/**
 * When the running phase will end if it is neither extended nor ended early. While the clock is paused or its end is overdue this moves on with
 * `now`: the next phase starts when the clock is back (P8).
 */
function endsAt(state: RoomState, now: number): number | null {
  const { clock } = state
  if (!clock) return null
  if (state.agenda.status === 'between' || isEndOverdue(state, now)) return now
  if (clock.endedAt !== null && !isRunning(state)) return clock.endedAt
  return clock.endsAt + (clock.pausedAt === null ? 0 : Math.max(0, now - clock.pausedAt))
}

/** The entry with which a phase started, last where the chair took its start back; undefined before that. */
export const phaseStart = ({ record }: Pick<RoomState, 'record'>, index: number): Entry | undefined =>
  record.findLast(({ event }) => event.type === 'PhaseStarted' && event.index === index)

/** Milliseconds behind the plan (ahead of it when negative); null before the first phase. */
export function behindMs(state: RoomState, now: number): number | null {
  const ends = endsAt(state, now)
  const started = phaseStart(state, 0)
  if (ends === null || started?.event.type !== 'PhaseStarted') return null
  return ends - started.event.startsAt - plannedSeconds(state.plan.phases.slice(0, state.agenda.index + 1)) * 1000
}

/** When the last phase ends if every phase to come takes its planned seconds; null before the first phase. */
export function agendaEndsAt(state: RoomState, now: number): number | null {
  const ends = endsAt(state, now)
  return ends === null ? null : ends + plannedSeconds(state.plan.phases.slice(state.agenda.index + 1)) * 1000
}

/** When a phase starts if every phase before it takes its planned seconds; null for a phase that is over, and for all before the first starts. */
export function phaseStartsAt(state: RoomState, index: number, now: number): number | null {
  const { clock, agenda } = state
  if (index === agenda.index && clock) return clock.startsAt
  const ends = endsAt(state, now)
  if (ends === null || index <= agenda.index) return null
  return ends + plannedSeconds(state.plan.phases.slice(agenda.index + 1, index)) * 1000
}
