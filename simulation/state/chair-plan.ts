// The chair's plan (rules I5, U3): the seed of the room's random draws and the planned injects, which only the chair may know before the
// debrief. A room of the first edition has both in its public plan instead.

import type { ChairPlan } from '../agenda/chair-papers'
import type { RoomPlan } from '../agenda/plan'
import { everyone, type NewRow } from '../shapes/record'
import type { RoomState } from './room-state'

/** The chair's plan; in the first edition from the public plan. In the state of a reader who may not hear it: seed 0 and no injects. */
const chairPlanIn = ({ chairPlan, plan }: RoomState): ChairPlan =>
  chairPlan ?? { seed: plan.seed ?? 0, news: newsInTheOpen(plan) }

const newsInTheOpen = ({ phases }: RoomPlan): ChairPlan['news'] =>
  phases.flatMap(({ injects = [] }, phase) => injects.map((inject) => ({ phase, ...inject })))

export const seedOf = (state: RoomState): number => chairPlanIn(state).seed

/** The injects that the agenda sends by itself while it is on autopilot (P13), in order. */
export const plannedNews = (state: RoomState): ChairPlan['news'] => chairPlanIn(state).news

/** The rows that unseal the record. R8, I5: the chair's plan is repeated in a row that everyone hears. */
export function unsealing(state: RoomState): NewRow[] {
  const { chairPlan } = state
  return [
    everyone({ type: 'RecordUnsealed' }),
    ...(chairPlan ? [everyone({ type: 'ChairPlanIssued', plan: chairPlan })] : []),
  ]
}
