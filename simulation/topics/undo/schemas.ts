// The chair's last step, taken back.
// The shapes of its commands and events; it must not know who may ask or who hears.
import { shortText } from '../../kernel/ids'
import { variant } from '../../kernel/variant'

export const undoCommands = [variant('undoLastStep', {})] as const

export const undoEvents = [variant('StepUndone', { undid: shortText })] as const
