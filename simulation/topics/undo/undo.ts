// Taking back the chair's last step, as a new entry (rule P12): the slices it changed are put back as they were.
// It must not know why the step was taken; only what kind it was and what stood before.

import { hasEnded, heldFor, shiftTime } from '../../agenda/clock'
import type { ActorRole } from '../../kernel/actor'
import type { SeatId } from '../../kernel/ids'
import { never } from '../../kernel/ids'
import type { Moment } from '../../kernel/moment'
import type { NextRoom } from '../../kernel/next-room'
import type { Recorded } from '../../kernel/record'
import { everyone } from '../../kernel/record'
import type { RoomEvent } from '../../kernel/room-event'
import type { Floor, RoomState, Step, UndoLabel } from '../../kernel/room-state'
import type { Verdict } from '../../kernel/verdict'
import { accept, refuse } from '../../kernel/verdict'
import type { EventRow, EventType } from '../topic'

export function undoLastStep(state: RoomState, who: ActorRole, moment: Moment): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const step = state.lastStep
  if (!step?.label || step.final) return refuse('nothing-to-undo')
  // P3: a clock that has run out is neither stopped again nor set back to before what was said since.
  const ran = step.label === 'resumed' || step.label === 'extended'
  if (ran && hasEnded(state, moment.at)) return refuse('phase-ended')
  const retraction = step.inject ? [everyone({ type: 'InjectRetracted', key: step.inject })] : []
  return accept(everyone({ type: 'StepUndone', undid: step.label }), ...retraction)
}

/**
 * The chair's step that could be taken back after this row, in a room that has not folded it yet: a step remembers what
 * stood before it, and is forgotten once anything else moves the same things.
 */
export function stepAfter(state: RoomState, row: Recorded, rule: EventRow<EventType>['step']): Step | null {
  const { lastStep } = state
  const byChair = row.by.startsWith('chair:')
  if (lastStep === null && !byChair) return null
  if (row.event.type === 'SeatLeft') return stepWithout(lastStep, row.event.seat)
  if (rule === undefined) return lastStep
  const begun =
    lastStep?.commandId === row.commandId
      ? lastStep
      : { commandId: row.commandId, label: null, final: false, at: row.at, inject: null, before: slicesOf(state) }
  const change = changeBy(rule, begun, row.event)
  if (change === null) return lastStep
  return byChair ? { ...begun, ...change } : null
}

function changeBy(rule: NonNullable<EventRow<EventType>['step']>, step: Step, event: RoomEvent): Partial<Step> | null {
  if (rule === 'final') return { final: true }
  return typeof rule === 'string' ? { label: rule } : rule(step, event)
}

/** S9: a seat that was left has no hand and no floor to be given back; a turn taken back from it cannot be undone. */
function stepWithout(step: Step | null, seat: SeatId): Step | null {
  if (!step) return null
  const { floor } = step.before
  const held = floor.holder?.seat === seat
  if (held && step.label === 'taken-back') return null
  const left: Floor = {
    ...floor,
    holder: held ? null : floor.holder,
    hands: floor.hands.filter((hand) => hand.seat !== seat),
  }
  return { ...step, before: { ...step.before, floor: left } }
}

const slicesOf = ({ agenda, clock, floor, autopilot, endedEarly }: RoomState): Step['before'] => ({
  agenda,
  clock,
  floor,
  autopilot,
  endedEarly,
})

/** Takes the last step back at this instant; time that passed under the step counts for nobody. */
export function takeBack(room: NextRoom, at: number): void {
  const step = room.lastStep
  if (step?.label) undo(room, step, step.label, at)
}

function undo(room: NextRoom, { before, at }: Step, label: UndoLabel, now: number): void {
  const { clock, plan } = room
  switch (label) {
    case 'granted':
    case 'taken-back': {
      // Whoever was granted the floor has been heard for as long as they held it; whoever gets it back holds it still.
      const { holder } = room.floor
      const { spentMs } = before.floor
      const heard = holder ? spentMs.plus(holder.seat, heldFor(room, now)) : spentMs
      const passed = clock?.pausedAt == null ? now - at : 0
      const back = before.floor.holder
      const until = back ? Math.min(back.until + passed, clock?.endsAt ?? Number.POSITIVE_INFINITY) : 0
      const returned = back ? { ...back, since: back.since + passed, until } : null
      room.floor = { ...before.floor, spentMs: heard, holder: returned, hands: handsAfter(room, before) }
      break
    }
    case 'paused':
      room.clock = clock && { ...clock, pausedAt: null }
      shiftTime(room, now - at)
      break
    case 'resumed':
      room.clock = clock && { ...clock, pausedAt: now }
      break
    case 'extended':
      // Not before now: what was said in the time that was added was said in the phase.
      room.clock = clock && { ...clock, endsAt: Math.max(before.clock?.endsAt ?? 0, clock.pausedAt ?? now) }
      break
    case 'ended':
    case 'started': {
      room.agenda = before.agenda
      room.clock = before.clock
      room.floor = before.floor
      room.endedEarly = before.endedEarly
      // A deadline is a day and an hour: it does not move by the minutes in which its phase was thought over (H9).
      const ran = before.agenda.status === 'running' && before.clock?.pausedAt === null && plan.kind === 'seminar'
      if (ran) shiftTime(room, now - at)
      break
    }
    case 'autopilot':
      room.autopilot = before.autopilot
      break
    case 'inject':
      break // its own event retracts it
    default:
      never(label)
  }
}

/** The hands that are up now, and the one that the grant took down, in the order they were raised. */
function handsAfter(state: RoomState, before: Step['before']): Floor['hands'] {
  const taken = before.floor.hands.filter((hand) => hand.seat === state.floor.holder?.seat)
  const now = state.floor.hands.filter((hand) => hand.seat !== before.floor.holder?.seat)
  return [...now, ...taken].sort((a, b) => a.at - b.at)
}
