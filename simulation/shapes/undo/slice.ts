// The part of a room's state that the events of undo change: the step that the chair can take back.
import type { FloorSlice } from '../floor/slice'
import type { PhasesSlice } from '../phases/slice'

/** The chair's last step that `undoLastStep` could take back, with the parts of the state as they were before it (P12). */
export type Step = Readonly<{
  commandId: string
  label: UndoLabel | null
  /** It revealed, unsealed or issued something, so it cannot be undone. */
  final: boolean
  at: number
  before: FloorSlice & Pick<PhasesSlice, 'agenda' | 'clock' | 'autopilot' | 'turnedTo' | 'endedEarly'>
  inject: string | null
}>

export const UNDO_LABELS = [
  ...(['granted', 'taken-back', 'paused', 'resumed', 'extended'] as const),
  ...(['ended', 'started', 'autopilot', 'inject'] as const),
] as const

export type UndoLabel = (typeof UNDO_LABELS)[number]

export type UndoSlice = Readonly<{
  /** The step that `undoLastStep` would take back; null when there is none. */
  lastStep: Step | null
}>

export const undoStart = (): UndoSlice => ({
  lastStep: null,
})
