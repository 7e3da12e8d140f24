/** A plan as the first edition stored it, without the fields added since; rooms planned then follow its rules. */
import type { PlannedRoom } from '#simulation/agenda/planning'

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
