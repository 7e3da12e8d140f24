// What screens may ask of stances and reflections, as the rules themselves decide it.

import { asksForReflections, ruleOf } from '../agenda/phase-kinds'
import type { RoomPlan } from '../agenda/plan'
import type { PersonId } from '../kernel/ids'
import type { Moment } from '../kernel/moment'
import { lot } from '../kernel/seeded-random'
import type { Form } from '../shapes/stances'
import type { Rejection } from '../shapes/verdict'
import { closedTo } from '../state/clock'
import { answerKey, formKey, isRunning, phaseNow, type RoomState } from '../state/room-state'
import { timeliness } from './homework'

/** V1: whether a stance marked now counts as before or after the talks; null when none is accepted. The lobby counts as before. */
export function stanceNow(state: RoomState): 'before' | 'after' | null {
  if (state.agenda.status === 'lobby') return 'before'
  const phase = isRunning(state) ? phaseNow(state) : null
  return phase && ruleOf(phase).stance
}

/**
 * V3: the form of the questions that a person is asked: by a lot over the person and the reading, so that nothing is stored and it is the same
 * at whatever table they sit; whoever is asked A before the talks is asked B after them, and the other way about.
 */
export function formOf({ learningB, scenarioKey }: RoomPlan, person: PersonId, when: 'before' | 'after'): Form {
  if (!learningB) return 'A'
  const isFirst = lot(0, 'form', scenarioKey, person) < 0.5
  return isFirst === (when === 'before') ? 'A' : 'B'
}

/**
 * The form that a person answers at this time: the one they have begun, else the other than they had at the other time, else by lot. The lot is
 * the last resort: a record that is brought names its people anew, and what was answered must stand in it.
 */
export function formAt(state: Answered, person: PersonId, when: 'before' | 'after'): Form {
  if (!state.plan.learningB) return 'A'
  const had = formBegun(state, person, when === 'before' ? 'after' : 'before')
  return formBegun(state, person, when) ?? (had ? (had === 'A' ? 'B' : 'A') : formOf(state.plan, person, when))
}

type Answered = Pick<RoomState, 'plan' | 'knowledge' | 'knowledgeForms'>

/** The form of which a person has answered something at this time; null where they have answered nothing. */
export function formBegun({ plan, knowledge, knowledgeForms }: Answered, person: PersonId, when: 'before' | 'after') {
  const begun = plan.learning?.some((_, item) => knowledge[answerKey(person, when, item)] !== undefined)
  return begun ? (knowledgeForms[formKey(person, when)] ?? 'A') : null
}

/** The questions of a form; empty where evidence of learning is not asked for. */
export const questionsIn = ({ learning = [], learningB }: RoomPlan, form: Form) =>
  form === 'B' ? (learningB ?? learning) : learning

/** V3: the questions of the evidence of learning, by their places, that a person has not answered yet at this time. */
export const unansweredBy = (
  { plan, knowledge }: Pick<RoomState, 'plan' | 'knowledge'>,
  person: PersonId,
  when: 'before' | 'after',
): readonly number[] =>
  (plan.learning ?? []).flatMap((_, item) => (knowledge[answerKey(person, when, item)] === undefined ? [item] : []))

/** W3: whether the reading is checked now: until the first phase starts, in a room that asks for it. */
export const readingCheckNow = ({ plan, agenda, closedAt }: RoomState): boolean =>
  (plan.readingCheck?.length ?? 0) > 0 && agenda.status === 'lobby' && closedAt === null

/** W3: how many questions of the reading check a person has not answered. */
export const readingLeft = (
  { plan, readingChecks }: Pick<RoomState, 'plan' | 'readingChecks'>,
  person: PersonId,
): number => (plan.readingCheck?.length ?? 0) - Object.keys(readingChecks[person] ?? {}).length

/** Whether a later phase asks for reflections: a debrief before it is for looking back together, and asks for none (V2). */
export const reflectionAhead = ({ plan, agenda }: RoomState): boolean =>
  plan.phases.slice(agenda.index + 1).some(asksForReflections)

/** The phase whose prompts a homework debate's reflections answer; -1 where none asks for any. */
export const reflectionPhase = ({ phases }: Pick<RoomPlan, 'phases'>): number => phases.findIndex(asksForReflections)

/** Whether a reflection is accepted now, and whether as late: in a seminar while its phase or the debrief runs, in homework by H3. */
export function reflectionTime(
  state: RoomState,
  who: PersonId,
  moment: Pick<Moment, 'at'>,
): 'on-time' | 'late' | Rejection {
  if (state.plan.kind !== 'homework') return closedTo(state, moment, 'reflections') ?? 'on-time'
  return timeliness(state, reflectionPhase(state.plan), who, moment.at)
}
