// Whether the parts of a plan fit together: what a schema cannot say of it. A plan comes from the planner or out of a record's file, and
// every fold looks things up by the names that it gives.
import { delegationIds } from './parties'
import type { RoomPlan } from './plan'

/** Whether every name that a plan gives is one that it seats, and nothing that each delegation has is missing for one. */
export function isSound(plan: RoomPlan): boolean {
  const ids: readonly string[] = delegationIds(plan)
  const isOnce = (names: readonly string[]) => new Set(names).size === names.length
  const isEach = (names: readonly string[]) =>
    isOnce(names) && names.length === ids.length && names.every((name) => ids.includes(name))
  return (
    isOnce(ids) &&
    isOnce(plan.focus.members) &&
    plan.focus.members.every((member) => ids.includes(member)) &&
    plan.seats.every(({ id, delegation }) => id.startsWith(`${delegation ?? 'observer'}.`)) &&
    plan.seats.every(({ delegation }) => delegation === null || ids.includes(delegation)) &&
    plan.rounds.every(({ order }) => isEach(order)) &&
    plan.communique.clauses.every(({ brackets }) => isEach(Object.keys(brackets)))
  )
}
