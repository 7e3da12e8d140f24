// What people say of themselves, out of role.
// The shapes of its commands and events; it must not know who may ask or who hears.
import * as z from 'zod/mini'
import { axisValue, passage, personId, privateEntry, tensionKey, words } from '../../kernel/ids'
import { phaseIndex, shape } from '../../kernel/shape'

export const stancesCommands = [
  shape('markStance', { round: tensionKey, value: axisValue }),
  shape('writeReflection', { prompt: phaseIndex, text: words(2000) }),
] as const

export const stancesEvents = [
  shape('StanceMarked', { person: personId, when: z.enum(['before', 'after']), round: tensionKey, value: axisValue }),
  shape('ReflectionWritten', {
    no: privateEntry,
    person: personId,
    prompt: phaseIndex,
    text: passage,
  }),
] as const
