// Which tension a line of a debate over days is about. It must not know how the line is drawn.
import type { Translate } from '#format/translate'
import { type RoomPlan, roundOf } from '#simulation/agenda/plan'
import type { Paragraph } from '#simulation/reading/transcript'

/** In a debate over days all tensions are debated at once: what is posted says on which. */
export function onTension(
  { round }: Pick<Paragraph, 'round'>,
  { plan, oneTension }: { plan: RoomPlan; oneTension?: boolean },
  record: Translate,
): string | null {
  if (plan.kind !== 'homework' || oneTension || round === null) return null
  return record('on', { round: roundOf(plan, round)?.title ?? round })
}
