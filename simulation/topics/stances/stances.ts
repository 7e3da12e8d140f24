// What people say of themselves, out of role: a stance on each axis before and after the talks, the evidence of learning that goes with it,
// reflections, and whether they knew what they were to have read (rules V1–V3, W3, H3). It belongs to the person, whatever seat they hold.

import type { PersonId } from '../../kernel/ids'
import type { Moment } from '../../kernel/moment'
import { lengthRefused, reflectionBounds } from '../../questions/lengths'
import {
  formAt,
  formBegun,
  questionsIn,
  readingCheckNow,
  reflectionTime,
  stanceNow,
  unansweredBy,
} from '../../questions/stances'
import { person } from '../../shapes/record'
import { accept, refuse } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { closedTo } from '../../state/clock'
import { reflectionNumber } from '../../state/private-numbers'
import { answerKey, type RoomState } from '../../state/room-state'
import { briefsForAnswer } from '../seats/briefing'
import type { Rule } from '../topic'

export const markStance: Rule<'markStance'> = (state, command, who, moment) => {
  const self = personOf(who)
  if (!self) return refuse('not-seated')
  if (!state.plan.rounds.some((round) => round.key === command.round)) return refuse('no-such-round')
  const closed = stancesClosed(state, moment)
  if (closed) return refuse(closed)
  const when = stanceNow(state) ?? 'after'
  const { round, value } = command
  const sure = state.plan.learning && command.sure ? { sure: command.sure } : {}
  return accept(person(self, { type: 'StanceMarked', person: self, when, round, value, ...sure }))
}

export const answerKnowledge: Rule<'answerKnowledge'> = (state, { item, option, form: named }, who, moment) => {
  const self = personOf(who)
  if (!self) return refuse('not-seated')
  const when = stanceNow(state) ?? 'after'
  const asked = formAt(state, self, when)
  const form = named ?? asked
  // What is begun is gone on with; before that, whoever names a form has seen it.
  if (form !== asked && (!state.plan.learningB || formBegun(state, self, when))) return refuse('no-such-item')
  if (questionsIn(state.plan, form)[item]?.options[option] === undefined) return refuse('no-such-item')
  const closed = stancesClosed(state, moment)
  if (closed) return refuse(closed)
  if (state.knowledge[answerKey(self, when, item)] !== undefined) return refuse('answered-once')
  const last = when === 'after' && unansweredBy(state, self, when).length === 1
  const { learning: right, learningB: rightB } = (last ? state.papers : null) ?? {}
  return accept(
    person(self, {
      ...{ type: 'KnowledgeAnswered', person: self, when, item, option },
      ...(state.plan.learningB ? { form } : {}),
      ...(right ? { right } : {}),
      ...(rightB ? { rightB } : {}),
    }),
  )
}

/** Why nothing is marked or answered now; the lobby counts as before the talks. */
const stancesClosed = (state: RoomState, moment: Moment) =>
  state.agenda.status === 'lobby' ? null : closedTo(state, moment, 'stance')

export const checkReading: Rule<'checkReading'> = (state, { question, knew }, who) => {
  const self = personOf(who)
  if (!self) return refuse('not-seated')
  if (!readingCheckNow(state) || !state.plan.readingCheck?.[question]) return refuse('reading-check-over')
  if (state.readingChecks[self]?.[question] === knew) return refuse('nothing-changed')
  return accept(
    person(self, { type: 'ReadingChecked', person: self, question, knew }),
    ...briefsForAnswer(state, self, question),
  )
}

export const writeReflection: Rule<'writeReflection'> = (state, command, who, moment) => {
  const self = personOf(who)
  if (!self) return refuse('not-seated')
  const time = reflectionTime(state, self, moment)
  if (time !== 'on-time' && time !== 'late') return refuse(time)
  if (command.prompt >= state.plan.reflectionPrompts.length) return refuse('no-such-entry')
  const length = lengthRefused(command.text, reflectionBounds(state.plan), who)
  if (length) return refuse(length)
  const no = reflectionNumber(state, self, command.prompt, moment)
  return accept(
    person(self, { type: 'ReflectionWritten', no, person: self, prompt: command.prompt, text: command.text }),
  )
}

const personOf = (who: ActorRole): PersonId | null =>
  who.kind === 'seat' ? who.person : who.kind === 'unseated' ? who.person : null
