/** A room as the first edition planned it, for what must go on by its rules: it had everything that was decided ahead in the open. */
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
