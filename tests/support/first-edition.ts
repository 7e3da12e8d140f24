/** Plans as earlier editions stored them, without the fields added since; rooms planned then follow their rules. */
import type { PlannedRoom } from '#simulation/planning/planning'

export function firstEdition({
  plan: { edition: _edition, seating: _seating, ...plan },
  chairPlan,
  ...papers
}: PlannedRoom): PlannedRoom {
  const phases = plan.phases.map((phase, index) => ({
    ...phase,
    injects: (chairPlan?.news ?? []).flatMap(({ phase, ...inject }) => (phase === index ? [inject] : [])),
  }))
  return { ...papers, plan: { ...plan, phases, seed: chairPlan?.seed ?? 0 } }
}

/** A plan of the second edition, in whose rooms a delegation that filed nothing stands nowhere (O9). */
export const secondEdition = (planned: PlannedRoom): PlannedRoom => ({
  ...planned,
  plan: { ...planned.plan, edition: 2 },
})
