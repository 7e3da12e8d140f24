// The findings that stand as titles over the gap, put into the words of the messages. Which finding holds is the reading's to say.
import { useFormatter, useTranslations } from 'next-intl'
import { roundOf } from '#simulation/agenda/plan'
import type { RoomState } from '#simulation/kernel/room-state'
import { linesFinding, roomFinding, shiftFinding } from '#simulation/reading/findings'
import { unsigned } from '../../../_ui/signed'
import { asTopic } from '../transcript/transcript-words'

/** Where the member that is weighed stood over the whole room, and whether the first one saw it. */
export function useHeadline(state: RoomState): { headline: string; lead: string | null } {
  const t = useTranslations('debrief.headline')
  const common = useTranslations('common')
  const format = useFormatter()
  const { stood, rounds, means, sight, judged } = roomFinding(state)
  const lead = [
    means.length === 0
      ? null
      : t('means', {
          list: format.list(means.map(({ pair, mean }) => `${common(`pairs.${pair}`)} ${unsigned(mean)}`)),
        }),
    sight.meanBelieved === null ? null : t('believed', { distance: unsigned(sight.meanBelieved) }),
  ].filter((part) => part !== null)
  return {
    headline: t(STOOD[stood.kind], { rounds, washington: judged }),
    lead: lead.length === 0 ? null : lead.join(' '),
  }
}
const STOOD = {
  'nearer-outside': 'nearer-beijing',
  'nearer-inside': 'nearer-washington',
  between: 'between',
  unknown: 'unknown',
} as const

/** The title over the gap of all rounds. */
export function useLinesTitle(state: RoomState): string {
  const t = useTranslations('debrief.lines')
  const found = linesFinding(state)
  switch (found.kind) {
    case 'nearer':
    case 'further':
      return t(found.kind, { count: found.count, of: found.of })
    case 'widest':
      return t('furthest', {
        topic: asTopic(roundOf(state.plan, found.round)?.title ?? found.round),
        distance: unsigned(found.gap),
      })
    case 'unknown':
      return t('unknown')
    default:
      return found satisfies never
  }
}

/** What talk did to the gap, round by round. */
export function useShiftTitle(state: RoomState): string {
  const t = useTranslations('debrief.shift')
  const format = useFormatter()
  const topic = (round: string) => asTopic(roundOf(state.plan, round)?.title ?? round)
  const parts = shiftFinding(state).map(({ shift, rounds }) => ({ shift, list: format.list(rounds.map(topic)) }))
  const [first, ...others] = parts
  if (!first) return t('unknown')
  return [t(`first.${first.shift}`, { list: first.list }), ...others.map(({ shift, list }) => t(shift, { list }))].join(
    '; ',
  )
}
