/** A room as the first edition planned it, for what must go on by its rules. */
import type { Planned } from '#simulation/planning'

export function firstEdition({ plan: { edition: _edition, ...plan }, ...papers }: Planned): Planned {
  return { ...papers, plan }
}
