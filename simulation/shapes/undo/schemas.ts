// Command and event of undoing the chair's last step.
import * as z from 'zod/mini'
import { commandId, shortText } from '../../kernel/ids'
import { variant } from '../../kernel/variant'

export const undoCommands = [variant('undoLastStep', { of: z.optional(commandId) })] as const

export const undoEvents = [variant('StepUndone', { undid: shortText })] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const undoRefusals = ['nothing-to-undo'] as const
