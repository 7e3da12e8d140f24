// What people say of themselves, out of role: a stance on each axis before and after the talks, reflections, and
// whether they knew what they were to have read (rules V1–V2, W3, H3). It
// belongs to the person, whatever seat they hold.

import type { PersonId } from '../../kernel/ids'
import type { Moment } from '../../kernel/moment'
import { readingCheckNow, reflectionTime, stanceNow } from '../../questions/stances'
import { person } from '../../shapes/record'
import type { CommandOf } from '../../shapes/room-command'
import type { Verdict } from '../../shapes/verdict'
import { accept, refuse } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { closedTo } from '../../state/clock'
import { reflectionNumber } from '../../state/private-numbers'
import type { RoomState } from '../../state/room-state'

export function markStance(
  state: RoomState,
  command: CommandOf<'markStance'>,
  who: ActorRole,
  moment: Moment,
): Verdict {
  const self = personOf(who)
  if (!self) return refuse('not-seated')
  if (!state.plan.rounds.some((round) => round.key === command.round)) return refuse('no-such-round')
  const closed = state.agenda.status === 'lobby' ? null : closedTo(state, moment, 'stance')
  if (closed) return refuse(closed)
  const when = stanceNow(state) ?? 'after'
  return accept(person(self, { type: 'StanceMarked', person: self, when, round: command.round, value: command.value }))
}

export function checkReading(state: RoomState, { question, knew }: CommandOf<'checkReading'>, who: ActorRole): Verdict {
  const self = personOf(who)
  if (!self) return refuse('not-seated')
  if (!readingCheckNow(state) || !state.plan.readingCheck?.[question]) return refuse('reading-check-over')
  if (state.readingChecks[self]?.[question] === knew) return refuse('nothing-changed')
  return accept(person(self, { type: 'ReadingChecked', person: self, question, knew }))
}

export function writeReflection(
  state: RoomState,
  command: CommandOf<'writeReflection'>,
  who: ActorRole,
  moment: Moment,
): Verdict {
  const self = personOf(who)
  if (!self) return refuse('not-seated')
  const time = reflectionTime(state, self, moment)
  if (time !== 'on-time' && time !== 'late') return refuse(time)
  if (command.prompt >= state.plan.reflectionPrompts.length) return refuse('no-such-entry')
  const no = reflectionNumber(state, self, command.prompt, moment)
  return accept(
    person(self, { type: 'ReflectionWritten', no, person: self, prompt: command.prompt, text: command.text }),
  )
}

const personOf = (who: ActorRole): PersonId | null =>
  who.kind === 'seat' ? who.person : who.kind === 'unseated' ? who.person : null
