// Commands and events of what people say of themselves, out of role: stances, reflections, and whether they knew what they were to have read.
import * as z from 'zod/mini'
import { axisValue, longText, MOST_CHECKS, personId, privateEntry, tensionKey, writtenText } from '../../kernel/ids'
import { LIMITS } from '../../kernel/limits'
import { handedIn, phaseIndex, variant } from '../../kernel/variant'

const checkQuestion = z.int().check(z.nonnegative(), z.lt(MOST_CHECKS))

export const writeReflection = variant('writeReflection', { prompt: phaseIndex, text: writtenText(LIMITS.reflection) })

export const stancesCommands = [
  variant('markStance', { round: tensionKey, value: axisValue }),
  /** `question` is its place in the plan; `knew` is said once its answer is seen. */
  variant('checkReading', { question: checkQuestion, knew: z.boolean() }),
  writeReflection,
] as const

export const stancesEvents = [
  variant('StanceMarked', { person: personId, when: z.enum(['before', 'after']), round: tensionKey, value: axisValue }),
  variant('ReadingChecked', { person: personId, question: checkQuestion, knew: z.boolean() }),
  variant('ReflectionWritten', {
    no: privateEntry,
    person: personId,
    prompt: phaseIndex,
    text: longText,
    handedIn,
  }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const stancesRefusals = [
  'reading-check-over', // the reading is checked before the first phase starts, in a room that asks for it
] as const
