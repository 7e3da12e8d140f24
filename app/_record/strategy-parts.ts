// The parts of a strategy sheet in their order, with the words that name each: the form, the page, the print and every file say the same.
import type { Translate } from '#format/translate'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import type { StrategySheet } from '#simulation/shapes/strategy'
import { capitalOf } from './names-in-plan'

/** One part: what it is called, its words, and of whom it is expected, where it is of somebody. */
export type StrategyPart = Readonly<{ key: string; label: string; text: string; of: DelegationId | null }>

/** Every part of a sheet, empty ones too; `others` are the delegations beside the writer's own. */
export function strategyParts(
  sheet: StrategySheet,
  others: readonly DelegationId[],
  plan: RoomPlan,
  record: Translate<'record'>,
): readonly StrategyPart[] {
  const own = (key: 'aim' | 'canSpare' | 'noDeal' | 'question'): StrategyPart => ({
    ...{ key, label: record(`strategy.${key}`), text: sheet[key], of: null },
  })
  return [
    ...(['aim', 'canSpare', 'noDeal'] as const).map(own),
    ...others.map((of) => ({
      ...{ key: `say-${of}`, label: record('strategy.theySay', { capital: capitalOf(plan, of) }), of },
      text: sheet.theySay[of] ?? '',
    })),
    own('question'),
  ]
}
