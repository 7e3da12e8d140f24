// The findings that stand as titles over the gap: what the counts of the simulation say, as keys and values the messages put into words.
// It must not know a drawing.
import { useFormatter, useTranslations } from 'next-intl'
import { roundOf } from '#simulation/agenda/plan'
import { PAIRS } from '#simulation/kernel/ids'
import type { RoomState } from '#simulation/kernel/room-state'
import { type Shift, type Standing, shiftOf, standing } from '#simulation/reading/debrief'
import { gapByRound } from '#simulation/reading/gap'
import { unsigned } from '../../../_ui/signed'
import { asTopic } from '../transcript/transcript-words'

/** Where Tokyo stood over the whole room, and whether Washington saw it. */
export function useHeadline(state: RoomState): { headline: string; lead: string | null } {
  const t = useTranslations('debrief.headline')
  const common = useTranslations('common')
  const format = useFormatter()
  const found = standing(state)
  const means = PAIRS.flatMap((pair) => {
    const mean = found.means[pair]
    return mean === null ? [] : [{ pair: common(`pairs.${pair}`), mean }]
  }).sort((a, b) => a.mean - b.mean)
  const { meanBelieved } = found.washington
  const lead = [
    means.length === 0
      ? null
      : t('means', { list: format.list(means.map(({ pair, mean }) => `${pair} ${unsigned(mean)}`)) }),
    meanBelieved === null ? null : t('believed', { distance: unsigned(meanBelieved) }),
  ].filter((part) => part !== null)
  return {
    headline: t(found.tokyo, { rounds: found.rounds, washington: sightOf(found) }),
    lead: lead.length === 0 ? null : lead.join(' '),
  }
}

/** How Washington judged its distance from Tokyo in more than half of the rounds that tell. */
function sightOf({ washington: { nearer, further, right } }: Standing): 'nearer' | 'further' | 'right' | 'unknown' {
  const half = (nearer + further + right) / 2
  return nearer > half ? 'nearer' : further > half ? 'further' : right > half ? 'right' : 'unknown'
}

/** The title over the distances of all rounds. */
export function useLinesTitle(state: RoomState): string {
  const t = useTranslations('debrief.lines')
  const { nearer, further, right } = standing(state).washington
  const of = nearer + further + right
  if (of > 0 && nearer * 2 >= of) return t('nearer', { count: nearer, of })
  if (of > 0 && further * 2 >= of) return t('further', { count: further, of })
  const known = gapByRound(state).flatMap(({ round, distances }) => {
    const apart = distances['us-jp']
    return apart === null ? [] : [{ round, apart }]
  })
  const [widest] = known.sort((a, b) => b.apart - a.apart)
  if (!widest) return t('unknown')
  return t('furthest', {
    topic: asTopic(roundOf(state.plan, widest.round)?.title ?? widest.round),
    distance: unsigned(widest.apart),
  })
}

/** What talk did to the allies' distance, round by round. */
export function useShiftTitle(state: RoomState): string {
  const t = useTranslations('debrief.shift')
  const format = useFormatter()
  const topics = (shift: Shift) =>
    state.plan.rounds.flatMap(({ key, title }) => (shiftOf(state, key, 'us-jp') === shift ? [asTopic(title)] : []))
  const parts = (['narrowed', 'widened', 'held'] as const).flatMap((shift) => {
    const list = topics(shift)
    return list.length === 0 ? [] : [{ shift, list: format.list(list) }]
  })
  const [first, ...others] = parts
  if (!first) return t('unknown')
  return [t(`first.${first.shift}`, { list: first.list }), ...others.map(({ shift, list }) => t(shift, { list }))].join(
    '; ',
  )
}
