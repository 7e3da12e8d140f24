/** Lets the scripted delegates of a room move when their time has come. What they do is the simulation's; when is the clock's. */
import type { Scenario } from '#simulation/scenario'
import { understudyMove } from '#simulation/understudies'
import type { Source } from './clock'

export const understudies = (scenario: Scenario): Source => ({
  name: 'understudy',
  next: (state) => understudyMove(state, scenario),
})
