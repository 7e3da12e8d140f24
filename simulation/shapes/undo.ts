// Command and event of undoing the chair's last step, and their part of the state of a room: the step that the chair can take back.
import * as z from 'zod/mini'
import { commandId, shortText } from '../kernel/ids'
import { variant } from '../kernel/variant'
import type { FloorSlice } from './floor'
import type { PhasesSlice } from './phases'

export const commands = [variant('undoLastStep', { of: z.optional(commandId) })] as const

export const events = [variant('StepUndone', { undid: shortText })] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = ['nothing-to-undo'] as const

/** The chair's last step that `undoLastStep` could take back, with the parts of the state as they were before it (P12). */
export type Step = Readonly<{
  commandId: string
  label: UndoLabel | null
  /** It revealed, unsealed or issued something, so it cannot be undone. */
  final: boolean
  at: number
  before: Pick<FloorSlice, 'floor'> & Pick<PhasesSlice, 'agenda' | 'clock' | 'autopilot' | 'turnedTo' | 'endedEarly'>
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

export const start = (): UndoSlice => ({
  lastStep: null,
})
