// Questions about time in a room: whether the phase has ended, what is left of it, who has held the floor for how long (rules P2–P5,
// F6). All instants are parameters, in milliseconds since 1970.

import type { PhaseFeature } from '../agenda/phase-kinds'
import type { Moment } from '../kernel/moment'
import { MINUTE_MS } from '../kernel/time'
import type { Rejection } from '../shapes/verdict'
import type { NextRoom } from './next-room'
import { isRunning, opensNow, phaseNow, type RoomState } from './room-state'

/** P3: why something that needs this feature of a phase (or, without one, any running phase) cannot happen now; null when it can. */
export function closedTo(state: RoomState, moment: Pick<Moment, 'at'>, what?: PhaseFeature): Rejection | null {
  const phase = phaseNow(state)
  if (!phase || !state.clock || !isRunning(state)) return 'phase-not-running'
  if (what && !opensNow(state, what)) return 'wrong-phase'
  return hasEnded(state, moment.at) ? 'phase-ended' : null
}

/** Whether the phase's planned end has come at this instant; never while its clock is paused. */
export const hasEnded = (state: RoomState, at: number): boolean =>
  state.clock !== null && state.clock.pausedAt === null && at >= state.clock.endsAt

/** H14: the last moment before the running phase ends, or this one where the chair ends it sooner. */
export const lastMoment = ({ clock }: Pick<RoomState, 'clock'>, at: number): number =>
  clock === null ? at : Math.min(at, clock.endsAt - 1)

/** How long the present holder has had the floor, in milliseconds, pauses not counted. */
export function heldFor(state: RoomState, now: number): number {
  const holder = state.floor.holder
  if (!holder) return 0
  return Math.max(0, Math.min(state.clock?.pausedAt ?? now, holder.until) - holder.since)
}

/** Milliseconds left of the phase at `now`; zero when none runs. */
export function remainingMs(state: RoomState, now: number): number {
  if (!state.clock || !isRunning(state)) return 0
  return Math.max(0, state.clock.endsAt - (state.clock.pausedAt ?? now))
}

const LAST_MS = MINUTE_MS

/**
 * Whether the phase is about to end: in its last minute, or its last quarter where that is shorter, so that a short phase is not
 * announced as ending from its start. At practice speed the minute is divided by the speed, as the phases are.
 */
export function isEnding(state: RoomState, now: number): boolean {
  const { clock, plan } = state
  if (!clock || clock.pausedAt !== null || !isRunning(state) || plan.kind === 'homework') return false
  return remainingMs(state, now) <= Math.min(LAST_MS / plan.speed, (clock.endsAt - clock.startsAt) / 4)
}

/** P5: moves the phase, the running turn and the open motion by a time that did not count, such as a pause. Moving one alone would let a turn outlast its phase. */
export function shiftTime(room: NextRoom, byMs: number): void {
  const { clock, floor, motion } = room
  const { holder, freeSince } = floor
  if (motion) room.motion = { ...motion, until: motion.until + byMs }
  if (clock) room.clock = { ...clock, startsAt: clock.startsAt + byMs, endsAt: clock.endsAt + byMs }
  if (holder) room.floor = { ...floor, holder: { ...holder, since: holder.since + byMs, until: holder.until + byMs } }
  else if (freeSince !== null) room.floor = { ...floor, freeSince: freeSince + byMs }
}
