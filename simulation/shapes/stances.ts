// Commands and events of what people say of themselves, out of role: stances, reflections, and whether they knew what they were to have
// read, and their part of the state of a room: personal stances, reflections, reading checks, and the evidence of learning.
import * as z from 'zod/mini'
import { optionPlace } from '../agenda/chair-papers'
import {
  type AxisValue,
  axisValue,
  LEARNING_ITEMS,
  list,
  MOST_CHECKS,
  type PersonId,
  personId,
  privateEntry,
  tensionKey,
  writing,
  writtenText,
} from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { handedIn, phaseIndex, variant } from '../kernel/variant'

const checkQuestion = z.int().check(z.nonnegative(), z.lt(MOST_CHECKS))

export const writeReflection = variant('writeReflection', { prompt: phaseIndex, text: writtenText(LIMITS.written) })
/** How sure somebody is of their own view, from not at all to quite. */
const sure = z.optional(z.literal([1, 2, 3, 4, 5]))
const learningItem = z.int().check(z.nonnegative(), z.lt(LEARNING_ITEMS))
const when = z.enum(['before', 'after'])
/** The two forms of the questions, as long and as hard as each other. */
const form = z.enum(['A', 'B'])
export type Form = z.infer<typeof form>

export const commands = [
  variant('markStance', { round: tensionKey, value: axisValue, sure }),
  /** `item` and `option` are places in the plan. */
  /** The form is the one that was on the screen; absent where there is one. */
  variant('answerKnowledge', { item: learningItem, option: optionPlace, form: z.optional(form) }),
  /** `question` is its place in the plan; `knew` is said once its answer is seen. */
  variant('checkReading', { question: checkQuestion, knew: z.boolean() }),
  writeReflection,
] as const
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['markStance', 'answerKnowledge', 'checkReading', 'writeReflection'] as const

export const events = [
  variant('StanceMarked', { person: personId, when, round: tensionKey, value: axisValue, sure }),
  /** With the last answer after the talks, which option of each question is right, in each form. */
  variant('KnowledgeAnswered', {
    person: personId,
    when,
    item: learningItem,
    option: optionPlace,
    /** Which form was asked; absent where there is one, and in rows of before, whose one form is A. */
    form: z.optional(form),
    right: z.optional(list(optionPlace, LEARNING_ITEMS)),
    rightB: z.optional(list(optionPlace, LEARNING_ITEMS)),
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
export const refusals = [
  'no-such-item', // the room asks no such question, or offers no such answer
  'answered-once', // each question is answered once before the talks and once after them
  'reading-check-over', // the reading is checked before the first phase starts, in a room that asks for it
] as const

export type StancesSlice = Readonly<{
  /** Personal stances by `person/when/round`, and reflections by `person/prompt`. */
  stances: Readonly<Record<string, AxisValue>>
  /** How sure people are of a stance, by its key. */
  sureness: Readonly<Record<string, number>>
  /** The places of answers to the questions of the evidence of learning, by `person/when/item`. */
  knowledge: Readonly<Record<string, number>>
  /** Which form somebody answered, by `person/when`; where nothing stands, it was A. */
  knowledgeForms: Readonly<Record<string, Form>>
  /** The right answers by form, for each person whom they were told. */
  knowledgeTold: Readonly<Record<PersonId, Partial<Readonly<Record<Form, readonly number[]>>>>>
  reflections: Readonly<Record<string, { no: string; text: string; at: number; handedIn: boolean }>>
  /** Of each person and question, by its place, whether they say that they knew the answer. */
  readingChecks: Readonly<Record<PersonId, Readonly<Record<number, boolean>>>>
}>

export const start = (): StancesSlice => ({
  stances: {},
  sureness: {},
  knowledge: {},
  knowledgeForms: {},
  knowledgeTold: {},
  reflections: {},
  readingChecks: {},
})
