/** The built-in scenario, loaded as the server loads it. */
import { loadShelf } from '#server/store/scenarios/shelf'
import type { Scenario } from '#simulation/scenario/scenario'

let loaded: Scenario | undefined

export function chinaGap(): Scenario {
  loaded ??= loadShelf(['simulation/scenarios']).find('china-gap', 'en')
  if (!loaded) throw new Error('The shelf does not hold the built-in scenario.')
  return loaded
}
