// Commands and events of personal stances and reflections, out of role.
import * as z from 'zod/mini'
import { axisValue, longText, personId, privateEntry, tensionKey, writtenText } from '../../kernel/ids'
import { LIMITS } from '../../kernel/limits'
import { phaseIndex, variant } from '../../kernel/variant'

export const stancesCommands = [
  variant('markStance', { round: tensionKey, value: axisValue }),
  variant('writeReflection', { prompt: phaseIndex, text: writtenText(LIMITS.reflection) }),
] as const

export const stancesEvents = [
  variant('StanceMarked', { person: personId, when: z.enum(['before', 'after']), round: tensionKey, value: axisValue }),
  variant('ReflectionWritten', {
    no: privateEntry,
    person: personId,
    prompt: phaseIndex,
    text: longText,
  }),
] as const
