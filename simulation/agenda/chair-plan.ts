// What is decided ahead and only the chair may know (rules I5, U3): the seed of every lot and the news that are planned. A room of
// the first edition has both in its open plan. It must not know what is drawn, nor when news are due.

import type { NewRow } from '../kernel/record'
import { everyone } from '../kernel/record'
import type { RoomState } from '../kernel/room-state'
import type { ChairPlan, RoomPlan } from './plan'

/** The plan as whoever holds it reads it; for anybody else there is none, and no news in it. */
const heldIn = ({ chairPlan, plan }: RoomState): ChairPlan =>
  chairPlan ?? { seed: plan.seed ?? 0, news: newsInTheOpen(plan) }

const newsInTheOpen = ({ phases }: RoomPlan): ChairPlan['news'] =>
  phases.flatMap(({ injects = [] }, phase) => injects.map((inject) => ({ phase, ...inject })))

export const seedOf = (state: RoomState): number => heldIn(state).seed

/** The news that the agenda sends by itself, in its order. */
export const plannedNews = (state: RoomState): ChairPlan['news'] => heldIn(state).news

/** R8: what unseals the record opens the chair's plan with it, in a row of its own that everyone hears. */
export function unsealing(state: RoomState): NewRow[] {
  const { chairPlan } = state
  return [
    everyone({ type: 'RecordUnsealed' }),
    ...(chairPlan ? [everyone({ type: 'ChairPlanIssued', plan: chairPlan })] : []),
  ]
}
