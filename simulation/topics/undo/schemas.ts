// Command and event of undoing the chair's last step.
import { shortText } from '../../kernel/ids'
import { variant } from '../../kernel/variant'

export const undoCommands = [variant('undoLastStep', {})] as const

export const undoEvents = [variant('StepUndone', { undid: shortText })] as const
