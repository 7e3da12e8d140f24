// Whether the parts of a plan fit together, which its schema cannot say. A plan may come from an imported record, and folds look up
// delegations by the ids in it: one that names a delegation it does not list would fail in the middle of a room.
import { delegationIds } from './parties'
import type { RoomPlan } from './plan'

/** Whether every delegation named in a plan is one that it lists, and whatever each delegation must have is there for each (R15). */
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
