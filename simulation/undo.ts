// Taking back the chair's last step, as a new entry (rule P12): the slices it changed are put back as they were.
// It must not know why the step was taken; only what kind it was and what stood before.
import { changed, changedFurther } from './changed'
import { hasEnded, heldFor, shiftTime } from './clock'
import type { SeatId } from './ids'
import type { Moment } from './moment'
import type { Recorded } from './record'
import { everyone } from './record'
import type { RoomEvent } from './room-event'
import type { Floor, RoomState, Standing, Step, UndoLabel } from './room-state'
import type { Verdict } from './verdict'
import { accept, refuse } from './verdict'

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

/** Follows the chair's steps: remembers what stood before one, and forgets it once anything else moves the same things. */
export function followSteps(before: RoomState, after: RoomState, row: Recorded): RoomState {
  const event = row.event
  if (event.type === 'SeatLeft')
    return changedFurther(before, after, { lastStep: stepWithout(after.lastStep, event.seat) })
  if (!movesTheRoom(event)) return after
  if (!row.by.startsWith('chair:')) return after.lastStep ? changedFurther(before, after, { lastStep: null }) : after
  const begun =
    before.lastStep?.commandId === row.commandId
      ? before.lastStep
      : { commandId: row.commandId, label: null, final: false, at: row.at, inject: null, before: slicesOf(before) }
  return changedFurther(before, after, { lastStep: { ...begun, ...labelled(begun, event) } })
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

/** The room with its last step taken back at `row.at`; time that passed under the step counts for nobody. */
export function evolveUndo(state: RoomState, row: Recorded): RoomState {
  const step = state.lastStep
  if (!step?.label) return state
  return undone(state, step, step.label, row.at)
}

function undone(state: RoomState, { before, at }: Step, label: UndoLabel, now: number): RoomState {
  switch (label) {
    case 'granted':
    case 'taken-back': {
      // Whoever was granted the floor has been heard for as long as they held it; whoever gets it back holds it still.
      const { holder } = state.floor
      const { spentMs } = before.floor
      const heard = holder ? spentMs.plus(holder.seat, heldFor(state, now)) : spentMs
      const passed = state.clock?.pausedAt == null ? now - at : 0
      const back = before.floor.holder
      const until = back ? Math.min(back.until + passed, state.clock?.endsAt ?? Number.POSITIVE_INFINITY) : 0
      const returned = back ? { ...back, since: back.since + passed, until } : null
      return changed(state, {
        floor: { ...before.floor, spentMs: heard, holder: returned, hands: handsAfter(state, before) },
      })
    }
    case 'paused':
      return shiftTime(changed(state, { clock: state.clock && { ...state.clock, pausedAt: null } }), now - at)
    case 'resumed':
      return changed(state, { clock: state.clock && { ...state.clock, pausedAt: now } })
    case 'extended': {
      // Not before now: what was said in the time that was added was said in the phase.
      const endsAt = Math.max(before.clock?.endsAt ?? 0, state.clock?.pausedAt ?? now)
      return changed(state, { clock: state.clock && { ...state.clock, endsAt } })
    }
    case 'ended':
    case 'started': {
      const { agenda, clock, floor, endedEarly } = before
      const restored = changed(state, { agenda, clock, floor, endedEarly })
      // A deadline is a day and an hour: it does not move by the minutes in which its phase was thought over (H9).
      const ran = agenda.status === 'running' && clock?.pausedAt === null && state.plan.kind === 'seminar'
      return ran ? shiftTime(restored, now - at) : restored
    }
    case 'autopilot':
      return changed(state, { autopilot: before.autopilot })
    case 'inject':
      return state
    default:
      return label satisfies never
  }
}

/** The hands that are up now, and the one that the grant took down, in the order they were raised. */
function handsAfter(state: RoomState, before: Step['before']): Floor['hands'] {
  const taken = before.floor.hands.filter((hand) => hand.seat === state.floor.holder?.seat)
  const now = state.floor.hands.filter((hand) => hand.seat !== before.floor.holder?.seat)
  return [...now, ...taken].sort((a, b) => a.at - b.at)
}
