// Taking back the chair's last step, as a new entry (rule P12): the slices it changed are put back as they were.
// It must not know why the step was taken; only what kind it was and what stood before.
import { heldFor, shiftTime } from './clock'
import type { Recorded } from './record'
import { everyone } from './record'
import type { RoomEvent } from './room-event'
import type { RoomState, Standing, Step, UndoLabel } from './room-state'
import type { Verdict } from './verdict'
import { accept, refuse } from './verdict'

export function undoLastStep(state: RoomState, who: Standing): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const step = state.lastStep
  if (!step?.label || step.final) return refuse('nothing-to-undo')
  const retraction = step.inject ? [everyone({ type: 'InjectRetracted', key: step.inject })] : []
  return accept(everyone({ type: 'StepUndone', undid: step.label }), ...retraction)
}

/** Follows the chair's steps: remembers what stood before one, and forgets it once anything else moves the same things. */
export function followSteps(before: RoomState, after: RoomState, row: Recorded): RoomState {
  const event = row.event
  if (!movesTheRoom(event)) return after
  if (!row.by.startsWith('chair:')) return after.lastStep ? { ...after, lastStep: null } : after
  const begun =
    before.lastStep?.commandId === row.commandId
      ? before.lastStep
      : { commandId: row.commandId, label: null, final: false, at: row.at, inject: null, before: slicesOf(before) }
  return { ...after, lastStep: { ...begun, ...labelled(begun, event) } }
}

const slicesOf = ({ agenda, clock, floor, autopilot }: RoomState): Step['before'] => ({
  agenda,
  clock,
  floor,
  autopilot,
})

function labelled(step: Step, event: MovingEvent): Partial<Step> {
  switch (event.type) {
    case 'FloorGranted':
      return step.label ? {} : { label: 'granted' }
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
const movesTheRoom = (event: RoomEvent): event is MovingEvent => MOVING.has(event.type)

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
      const holder = state.floor.holder
      const spentMs = holder
        ? { ...state.floor.spentMs, [holder.seat]: (state.floor.spentMs[holder.seat] ?? 0) + heldFor(state, now) }
        : before.floor.spentMs
      const passed = state.clock?.pausedAt == null ? now - at : 0
      const back = before.floor.holder
      const until = back ? Math.min(back.until + passed, state.clock?.endsAt ?? Number.POSITIVE_INFINITY) : 0
      const returned = back ? { ...back, since: back.since + passed, until } : null
      return {
        ...state,
        floor: { ...before.floor, spentMs: returned ? before.floor.spentMs : spentMs, holder: returned },
      }
    }
    case 'paused':
      return shiftTime({ ...state, clock: state.clock && { ...state.clock, pausedAt: null } }, now - at)
    case 'resumed':
      return { ...state, clock: state.clock && { ...state.clock, pausedAt: now } }
    case 'extended':
      return { ...state, clock: state.clock && before.clock && { ...state.clock, endsAt: before.clock.endsAt } }
    case 'ended':
    case 'started': {
      const restored = { ...state, agenda: before.agenda, clock: before.clock, floor: before.floor }
      return before.clock?.pausedAt === null ? shiftTime(restored, now - at) : restored
    }
    case 'autopilot':
      return { ...state, autopilot: before.autopilot }
    case 'inject':
      return state
    default:
      return label satisfies never
  }
}
