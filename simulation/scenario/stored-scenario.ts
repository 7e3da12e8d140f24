// An activity's own copy of a scenario as it is stored: with its format's version, so that later servers can lift and read it.
import { z } from 'zod'
import { lift, SCENARIO_VERSION, SCENARIOS } from '../engine/versions'
import { type Scenario, scenario } from './scenario'

/** Version 1 was stored without this wrapper. */
const versioned = z.strictObject({ v: z.int().min(1), scenario: z.unknown() })

export const storedScenario = (own: Scenario): unknown => ({ v: SCENARIO_VERSION, scenario: own })

/** The copy in today's format, not validated: a caller that needs only a part parses only that. */
export function liftedScenario(stored: unknown): unknown {
  const { v, scenario: json } = versioned.safeParse(stored).data ?? { v: 1, scenario: stored }
  return lift(SCENARIOS, v, json)
}

/** The whole copy in today's format; throws where it is no scenario. */
export const readStoredScenario = (stored: unknown): Scenario => scenario.parse(liftedScenario(stored))
