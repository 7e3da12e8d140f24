// A scenario as an activity keeps its own copy of it: with the version of its shape, so that it is read after the shape has grown.
// It must not know where it is kept.
import { z } from 'zod'
import { lift, SCENARIO_VERSION, SCENARIOS } from '../kernel/versions'
import { type Scenario, scenario } from './scenario'

/** Before there were versions a scenario was kept bare, and is version 1. */
const versioned = z.strictObject({ v: z.int().min(1), scenario: z.unknown() })

export const storedScenario = (own: Scenario): unknown => ({ v: SCENARIO_VERSION, scenario: own })

/** The copy in the shape of today, not checked yet: for whoever wants only a part of it. */
export function liftedScenario(stored: unknown): unknown {
  const { v, scenario: json } = versioned.safeParse(stored).data ?? { v: 1, scenario: stored }
  return lift(SCENARIOS, v, json)
}

export const readStoredScenario = (stored: unknown): Scenario => scenario.parse(liftedScenario(stored))
