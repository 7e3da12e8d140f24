// Which tension an entry of a homework debate is about, in words.
import type { Translate } from '#format/translate'
import { type RoomPlan, roundOf } from '#simulation/agenda/plan'
import type { Paragraph } from '#simulation/reading/log/transcript'

/** A homework debate runs all tensions at once, so every post names its own. */
export function onTension(
  { round }: Pick<Paragraph, 'round'>,
  { plan, oneTension }: { plan: RoomPlan; oneTension?: boolean },
  record: Translate<'record'>,
): string | null {
  if (plan.kind !== 'homework' || oneTension || round === null) return null
  return record('on', { round: roundOf(plan, round)?.title ?? round })
}
