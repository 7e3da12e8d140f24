// The name of a phase in a record; a homework debate names some phases differently.
import type { Translate } from '#format/translate'
import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import type { RoomPlan } from '#simulation/agenda/plan'

/** `record` translates the namespace `record`. */
export const phaseName = (record: Translate<'record'>, plan: Pick<RoomPlan, 'kind'>, phase: PhaseKind): string =>
  record(`${plan.kind === 'homework' ? 'homeworkPhases' : 'phases'}.${phase}`)
