/** Lets the scripted delegates of a room move when their time has come. What they do is the simulation's; when is the clock's. */
import { hasEnded } from '#simulation/agenda/clock'
import { understudyMove } from '#simulation/bots/understudies'
import type { Scenario } from '#simulation/scenario/scenario'
import type { Source } from './clock'

/** A phase whose end has come while nobody watched over it is ended first: nothing of it is due any more. */
export const understudies = (scenario: Scenario): Source => ({
  name: 'understudy',
  next: (state, now) => (hasEnded(state, now) ? null : understudyMove(state, scenario)),
})
