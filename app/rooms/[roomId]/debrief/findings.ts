// Words the findings over the gap's charts. Which finding holds is decided in simulation/reading.
import { useFormatter, useTranslations } from 'next-intl'
import { asTopic } from '#record/words/inside-sentence.ts'
import { useWidest } from '#record/words/widest-words.ts'
import { roundOf } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import { movesKnown } from '#simulation/reading/positions/debrief'
import { linesFinding, meanFocusGap, roomFinding, shiftFinding } from '#simulation/reading/positions/findings'
import { countsOf, holds, type StoodFinding } from '#simulation/reading/record/proofs'
import type { RoomState } from '#simulation/state/room-state'
import { delegationIn, pairName, pairsIn, partiesOf } from '#ui/words/delegations.ts'
import { unsigned } from '#ui/words/signed.ts'

/** With more pairs than this, only the nearest and the furthest are named. */
const MOST_MEANS = 6

/** The delegations between whom the gap is measured: their number in words, the first and the last. */
export function gapWords({ plan }: RoomState) {
  const { members, name } = partiesOf(plan).focus
  return {
    gap: name,
    members: members.length,
    first: delegationIn(plan, members[0])?.capital ?? '',
    member: delegationIn(plan, members.at(-1))?.capital ?? '',
  }
}

/** The main finding: to whom the gap's last member stood nearer, and in how many rounds; what stands beneath it, with means called so. */
export function useHeadline(state: RoomState): { headline: string; lead: string | null; stood: StoodFinding | null } {
  const t = useTranslations('debrief.headline')
  const found = roomFinding(state)
  const stood = useStood(state, found.stood)
  const parties = partiesOf(state.plan)
  const names = gapWords(state)
  const mean = meanFocusGap(state)
  const distance = mean === null ? '' : unsigned(mean)
  const { rounds } = found
  // Where the gap is measured between all delegations, its width is the only finding.
  const everybody = parties.focus.members.length === parties.delegations.length
  const headline = found.nobodyFiled
    ? t(mean === null ? 'nobodyFiled' : 'briefsApart', { ...names, rounds, distance })
    : everybody && mean !== null
      ? t('apart', { ...names, rounds, distance })
      : (stood?.words ?? t('unknown'))
  const lead = [found.nobodyFiled ? null : stood?.beneath, ...useMeans(state)].filter((part) => part != null)
  return {
    headline,
    lead: lead.length === 0 ? null : lead.join(' '),
    stood: everybody || found.nobodyFiled ? null : found.stood,
  }
}

/** The finding in words, and what must be said beside it: whose positions nobody filed, and whether it was seen. */
function useStood(state: RoomState, finding: StoodFinding | null): { words: string; beneath: string | null } | null {
  const t = useTranslations('debrief.headline')
  const format = useFormatter()
  const names = { ...gapWords(state), outside: '' }
  if (finding === null) return null
  const { nearer, saw, byBrief } = finding
  const capital = (id: DelegationId) => delegationIn(state.plan, id)?.capital ?? ''
  names.outside = capital(finding.outside)
  const counts = countsOf(finding)
  const held = holds(counts)
  const sawAll = saw.of === counts.n && (saw.right === saw.of ? 'saw' : saw.right === 0 ? 'missed' : 'none')
  const subject = t(`subject.${nearer}`, names)
  const briefs = byBrief.map(({ delegation, rounds }) => t('byBriefOf', { capital: capital(delegation), rounds }))
  const beneath = [
    briefs.length === 0 ? null : t('byBrief', { list: format.list(briefs) }),
    saw.of === 0 || (held === 'all' && (sawAll === 'saw' || sawAll === 'missed'))
      ? null
      : t('saw', { ...names, right: saw.right, of: saw.of, known: counts.known }),
  ].filter((part) => part !== null)
  return {
    words: t(`stood.${held}`, {
      ...names,
      ...counts,
      subject,
      other: t(`subject.${nearer === 'outside' ? 'inside' : 'outside'}`, names),
      saw: sawAll || 'none',
    }),
    beneath: beneath.length === 0 ? null : beneath.join(' '),
  }
}

/** The mean distances, and the one that the first member's guesses put. */
function useMeans(state: RoomState): readonly (string | null)[] {
  const t = useTranslations('debrief.headline')
  const format = useFormatter()
  const { means, sight } = roomFinding(state)
  const names = gapWords(state)
  const drawn = pairsIn(partiesOf(state.plan))
  const far = means.map(({ pair, mean }) => {
    const found = drawn.find((each) => each.pair === pair)
    return `${found ? pairName(found.members) : ''} ${unsigned(mean)}`
  })
  const of = sight.nearer + sight.further + sight.same
  return [
    far.length === 0
      ? null
      : far.length > MOST_MEANS
        ? t('meansMany', { list: format.list(far.slice(0, MOST_MEANS / 2)), last: far.at(-1) ?? '' })
        : t('means', { list: format.list(far) }),
    sight.meanBelieved === null ? null : t('believed', { ...names, of, distance: unsigned(sight.meanBelieved) }),
  ]
}

/** The title of the chart of the gap over the rounds. */
export function useLinesTitle(state: RoomState): string {
  const t = useTranslations('debrief.lines')
  const format = useFormatter()
  const widest = useWidest(state)
  const found = linesFinding(state)
  const names = gapWords(state)
  switch (found.kind) {
    case 'judged': {
      const { ways, of } = found
      const parts = ways.map(({ way, count }, place) =>
        t(`judged.${way}`, { ...names, count, of: place === 0 ? of : 0 }),
      )
      return t('put', { ...names, list: format.list(parts) })
    }
    case 'widest':
      return widest(found.widest)
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
