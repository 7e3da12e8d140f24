// Words the findings over the gap's charts. Which finding holds is decided in simulation/reading.
import { useFormatter, useTranslations } from 'next-intl'
import { asTopic } from '#record/as-topic.ts'
import { roundOf } from '#simulation/agenda/plan'
import { movesKnown } from '#simulation/reading/debrief'
import { linesFinding, meanFocusGap, roomFinding, shiftFinding } from '#simulation/reading/findings'
import type { RoomState } from '#simulation/state/room-state'
import { beginning, delegationIn, pairName, pairsIn, partiesOf } from '#ui/delegations.ts'
import { unsigned } from '#ui/signed.ts'

/** With more pairs than this, only the nearest and the furthest are named. */
const MOST_MEANS = 6

/** The delegations between whom the gap is measured: their number in words, the first and the last. */
function gapWords({ plan }: RoomState) {
  const { members, name } = partiesOf(plan).focus
  return {
    gap: name,
    members: members.length,
    first: delegationIn(plan, members[0])?.capital ?? '',
    member: delegationIn(plan, members.at(-1))?.capital ?? '',
  }
}

/** The main finding: the mean position of one focus member, and whether the first member guessed it. */
export function useHeadline(state: RoomState): { headline: string; lead: string | null } {
  const t = useTranslations('debrief.headline')
  const format = useFormatter()
  const { stood, rounds, means, sight, judged } = roomFinding(state)
  const parties = partiesOf(state.plan)
  const names = gapWords(state)
  const drawn = pairsIn(parties)
  const far = means.map(({ pair, mean }) => {
    const found = drawn.find((each) => each.pair === pair)
    return `${found ? pairName(found.members) : ''} ${unsigned(mean)}`
  })
  const lead = [
    far.length === 0
      ? null
      : far.length > MOST_MEANS
        ? t('meansMany', { list: format.list(far.slice(0, MOST_MEANS / 2)), last: far.at(-1) ?? '' })
        : t('means', { list: format.list(far) }),
    sight.meanBelieved === null ? null : t('believed', { ...names, distance: unsigned(sight.meanBelieved) }),
  ].filter((part) => part !== null)
  const mean = meanFocusGap(state)
  // Where the gap is measured between all delegations, its width is the only finding.
  const everybody = parties.focus.members.length === parties.delegations.length
  return {
    headline:
      everybody && mean !== null
        ? t('apart', { ...names, rounds, judged, distance: unsigned(mean) })
        : t(stood.kind, {
            ...names,
            outside: stood.kind === 'unknown' ? '' : (delegationIn(state.plan, stood.outside)?.capital ?? ''),
            rounds,
            judged,
          }),
    lead: lead.length === 0 ? null : lead.join(' '),
  }
}

/** The title of the chart of the gap over the rounds. */
export function useLinesTitle(state: RoomState): string {
  const t = useTranslations('debrief.lines')
  const found = linesFinding(state)
  const names = gapWords(state)
  switch (found.kind) {
    case 'nearer':
    case 'further':
      return t(found.kind, { ...names, count: found.count, of: found.of })
    case 'widest':
      return t('furthest', {
        gap: beginning(names.gap),
        topic: asTopic(roundOf(state.plan, found.round)?.title ?? found.round),
        distance: unsigned(found.gap),
      })
    case 'unknown':
      return t('unknown')
    default:
      return found satisfies never
  }
}

/** How the gap changed between opening and closing positions, round by round. */
export function useShiftTitle(state: RoomState): string {
  const t = useTranslations('debrief.shift')
  const format = useFormatter()
  const topic = (round: string) => asTopic(roundOf(state.plan, round)?.title ?? round)
  const parts = shiftFinding(state).map(({ shift, rounds }) => ({ shift, list: format.list(rounds.map(topic)) }))
  const [first, ...others] = parts
  if (!first) return t(movesKnown(state).kind === 'awaited' ? 'awaited' : 'unknown')
  return [
    t(`first.${first.shift}`, { ...gapWords(state), list: first.list }),
    ...others.map(({ shift, list }) => t(shift, { list })),
  ].join('; ')
}
