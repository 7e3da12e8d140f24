// Taking back the chair's last step, as a new entry (rule P12): the slices it changed are put back as they were.
// It must not know why the step was taken; only what kind it was and what stood before.

import { hasEnded, heldFor, shiftTime } from '../../agenda/clock'
import type { Standing } from '../../kernel/actor'
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

export function undoLastStep(state: RoomState, who: Standing, moment: Moment): Verdict {
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
export function stepAfter(state: RoomState, row: Recorded): Step | null {
  const { lastStep } = state
  const byChair = row.by.startsWith('chair:')
  if (lastStep === null && !byChair) return null
  const event = row.event
  if (event.type === 'SeatLeft') return stepWithout(lastStep, event.seat)
  if (!movesTheRoom(event)) return lastStep
  if (!byChair) return null
  const begun =
    lastStep?.commandId === row.commandId
      ? lastStep
      : { commandId: row.commandId, label: null, final: false, at: row.at, inject: null, before: slicesOf(state) }
  return { ...begun, ...labelled(begun, event) }
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

function labelled(step: Step, event: MovingEvent): Partial<Step> {
  switch (event.type) {
    case 'FloorGranted':
      return { label: 'granted' } // also when it took the floor back from somebody
    case 'FloorEnded':
      return event.cause === 'taken-back' && !step.label ? { label: 'taken-back' } : {}
    case 'ClockPaused':
      return { label: 'paused' }
    case 'ClockResumed':
      return { label: 'resumed' }
    case 'ClockExtended':
      return { label: 'extended' }
    case 'PhaseEnded':
      return { label: 'ended' }
    case 'PhaseStarted':
      return { label: step.label ?? 'started' }
    case 'AutopilotSet':
      return { label: 'autopilot' }
    case 'InjectSent':
      return { label: 'inject', inject: event.key }
    case 'PositionsRevealed':
    case 'StatementPosted':
    case 'RecordUnsealed':
    case 'CommuniqueIssued':
    case 'StepUndone':
    case 'RoomClosed':
      return { final: true }
    default:
      return event satisfies never
  }
}

type MovingEvent = Extract<
  RoomEvent,
  {
    type:
      | 'FloorGranted'
      | 'FloorEnded'
      | 'ClockPaused'
      | 'ClockResumed'
      | 'ClockExtended'
      | 'PhaseStarted'
      | 'PhaseEnded'
      | 'AutopilotSet'
      | 'InjectSent'
      | 'PositionsRevealed'
      | 'StatementPosted'
      | 'RecordUnsealed'
      | 'CommuniqueIssued'
      | 'StepUndone'
      | 'RoomClosed'
  }
>
const MOVING: ReadonlySet<RoomEvent['type']> = new Set<MovingEvent['type']>([
  'FloorGranted',
  'FloorEnded',
  'ClockPaused',
  'ClockResumed',
  'ClockExtended',
  'PhaseStarted',
  'PhaseEnded',
  'AutopilotSet',
  'InjectSent',
  'PositionsRevealed',
  'RecordUnsealed',
  'CommuniqueIssued',
  'StepUndone',
  'RoomClosed',
])
/** A post moves the room only where the end of a phase opens it with all the others. */
const movesTheRoom = (event: RoomEvent): event is MovingEvent =>
  MOVING.has(event.type) || (event.type === 'StatementPosted' && event.unseals !== null)

/** Takes the last step back at `row.at`; time that passed under the step counts for nobody. */
export function evolveUndo(room: NextRoom, row: Recorded): void {
  const step = room.lastStep
  if (step?.label) undo(room, step, step.label, row.at)
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
