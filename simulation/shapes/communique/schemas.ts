// Commands and events of the communiqué's negotiation: texts chosen, brackets left open.
import * as z from 'zod/mini'
import { delegationId, longText, shortText, writtenText } from '../../kernel/ids'
import { LIMITS } from '../../kernel/limits'
import { variant } from '../../kernel/variant'

export const communiqueCommands = [
  variant('chooseText', { clause: shortText, text: delegationId }),
  variant('keepBracket', { clause: shortText, reason: writtenText(LIMITS.reason) }),
] as const

export const communiqueEvents = [
  variant('TextChosen', { clause: shortText, delegation: delegationId, text: delegationId, agreed: z.boolean() }),
  variant('BracketKept', { clause: shortText, delegation: delegationId, reason: longText }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const communiqueRefusals = [
  'no-such-delegation',
  'clause-not-open', // its words are agreed; there is no bracket to leave standing
] as const
