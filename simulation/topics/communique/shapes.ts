// The joint text: words chosen, brackets kept.
// The shapes of its commands and events; it must not know who may ask or who hears.
import * as z from 'zod/mini'
import { delegationId, line, passage, words } from '../../kernel/ids'
import { shape } from '../../kernel/shape'

export const communiqueCommands = [
  shape('chooseText', { clause: line, text: delegationId }),
  shape('keepBracket', { clause: line, reason: words(300) }),
] as const

export const communiqueEvents = [
  shape('TextChosen', { clause: line, delegation: delegationId, text: delegationId, agreed: z.boolean() }),
  shape('BracketKept', { clause: line, delegation: delegationId, reason: passage }),
] as const
