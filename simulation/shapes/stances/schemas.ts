// Commands and events of what people say of themselves, out of role: stances, reflections, and whether they knew what they were to have read.
import * as z from 'zod/mini'
import { optionPlace } from '../../agenda/chair-papers'
import {
  axisValue,
  LEARNING_ITEMS,
  list,
  MOST_CHECKS,
  personId,
  privateEntry,
  tensionKey,
  writing,
  writtenText,
} from '../../kernel/ids'
import { LIMITS } from '../../kernel/limits'
import { handedIn, phaseIndex, variant } from '../../kernel/variant'

const checkQuestion = z.int().check(z.nonnegative(), z.lt(MOST_CHECKS))

export const writeReflection = variant('writeReflection', { prompt: phaseIndex, text: writtenText(LIMITS.written) })
/** How sure somebody is of their own view, from not at all to quite. */
const sure = z.optional(z.literal([1, 2, 3, 4, 5]))
const learningItem = z.int().check(z.nonnegative(), z.lt(LEARNING_ITEMS))
const when = z.enum(['before', 'after'])

export const stancesCommands = [
  variant('markStance', { round: tensionKey, value: axisValue, sure }),
  /** `item` and `option` are places in the plan. */
  variant('answerKnowledge', { item: learningItem, option: optionPlace }),
  /** `question` is its place in the plan; `knew` is said once its answer is seen. */
  variant('checkReading', { question: checkQuestion, knew: z.boolean() }),
  writeReflection,
] as const

export const stancesEvents = [
  variant('StanceMarked', { person: personId, when, round: tensionKey, value: axisValue, sure }),
  /** With the last answer after the talks, which option of each question is right. */
  variant('KnowledgeAnswered', {
    person: personId,
    when,
    item: learningItem,
    option: optionPlace,
    right: z.optional(list(optionPlace, LEARNING_ITEMS)),
  }),
  variant('ReadingChecked', { person: personId, question: checkQuestion, knew: z.boolean() }),
  variant('ReflectionWritten', {
    no: privateEntry,
    person: personId,
    prompt: phaseIndex,
    text: writing,
    handedIn,
  }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const stancesRefusals = [
  'no-such-item', // the room asks no such question, or offers no such answer
  'answered-once', // each question is answered once before the talks and once after them
  'reading-check-over', // the reading is checked before the first phase starts, in a room that asks for it
] as const
