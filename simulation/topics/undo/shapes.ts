// The chair's last step, taken back.
// The shapes of its commands and events; it must not know who may ask or who hears.
import { line } from '../../kernel/ids'
import { shape } from '../../kernel/shape'

export const undoCommands = [shape('undoLastStep', {})] as const

export const undoEvents = [shape('StepUndone', { undid: line })] as const
