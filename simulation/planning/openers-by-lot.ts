// Which offices open a round in which no person can: a choice among those for which the scenario has an opening.

import { delegationOf } from '../agenda/parties'
import { type SeatId, seatId, type TensionKey } from '../kernel/ids'
import { lot } from '../kernel/seeded-random'
import type { Scenario } from '../scenario/scenario'

/** In steps of the axis: how far an opening may stand from its brief's value and still be the delegation's own. */
const OPENS_WITHIN = 1

/** The offices with an opening on this tension that stands near their brief's value, in an order drawn by the seed (F8). */
export function openersOf(scenario: Scenario, tension: TensionKey, seed: number): SeatId[] {
  const openings = scenario.lines.filter((line) => line.kind === 'opening' && line.tension === tension)
  const near = openings.filter(({ delegation, stance }) => {
    const value = delegationOf(scenario, delegation)?.openings[tension]?.value
    return value !== undefined && Math.abs(stance - value) <= OPENS_WITHIN
  })
  return near
    .toSorted((a, b) => lot(seed, 'opener', tension, a.seat) - lot(seed, 'opener', tension, b.seat))
    .map(({ seat }) => seatId.parse(seat))
}
