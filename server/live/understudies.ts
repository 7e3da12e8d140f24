/** Makes the understudies (scripted delegates) of a room a source of its clock. */
import { hasEnded } from '#simulation/agenda/clock'
import { understudyMove } from '#simulation/bots/understudies'
import type { Scenario } from '#simulation/scenario/scenario'
import type { Source } from './clock'

/** No move while the phase is overdue, as after a restart: the clock ends it first, and a move would count in a phase that is over. */
export const understudies = (scenario: Scenario): Source => ({
  name: 'understudy',
  next: (state, now) => (hasEnded(state, now) ? null : understudyMove(state, scenario)),
})
