// How far people have marked their own view before and after the talks (V1, V3): one person their own axes and questions, and for the desk
// how many have marked at all. The desk is given numbers of people and never a value (N4).

import { ruleOf } from '../../agenda/phase-kinds'
import type { PersonId, TensionKey } from '../../kernel/ids'
import { stanceNow, unansweredBy } from '../../questions/stances'
import { isRunning, phaseNow, type RoomState, stanceKey } from '../../state/room-state'
import { heldSeats } from '../homework/attendance'

export type When = 'before' | 'after'

/** The rounds on which a person has not marked their own view yet, in the plan's order. */
export const unmarkedBy = (state: RoomState, person: PersonId, when: When): readonly TensionKey[] =>
  state.plan.rounds.flatMap(({ key }) => (state.stances[stanceKey(person, when, key)] === undefined ? [key] : []))

/** How many axes and questions are left to a person, of how many. */
export const viewLeft = (state: RoomState, person: PersonId, when: When): { left: number; of: number } => ({
  left: unmarkedBy(state, person, when).length + unansweredBy(state, person, when).length,
  of: state.plan.rounds.length + (state.plan.learning?.length ?? 0),
})

type Marking = { when: When; marked: number; of: number }

/** How many of the people at the table have marked every axis, and answered every question, at the time that is asked for now or was asked for last; null where none was. */
export function ownViewsMarked(state: RoomState): Marking | null {
  const when = stanceNow(state) ?? lastAsked(state)
  if (when === null || state.plan.rounds.length === 0) return null
  const people = heldSeats(state).flatMap(({ holder }) => holder ?? [])
  const marked = people.filter((person) => viewLeft(state, person, when).left === 0)
  return { when, marked: marked.length, of: people.length }
}

function lastAsked(state: RoomState): When | null {
  const reached = isRunning(state) || phaseNow(state) ? state.agenda.index : -1
  const asked = state.plan.phases.slice(0, reached + 1).findLast((phase) => ruleOf(phase).stance !== null)
  return asked ? ruleOf(asked).stance : null
}
