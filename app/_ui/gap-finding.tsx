// The finding of one axis as a sentence, for a chart's title: what the distances say, or that they say nothing.
import { useFormatter, useTranslations } from 'next-intl'
import type { Values } from '#simulation/reading/gap'
import { beginning, type Delegation, type Parties } from './delegations'
import { nearestOutside, spreadOf } from './gap-spread'
import { signed, unsigned } from './signed'

type Words = (key: string, values?: Record<string, string | number>) => string
type Lists = (names: readonly string[]) => string

/** `ui` translates that namespace, and `list` joins names as a sentence does. */
export function gapFinding(ui: Words, list: Lists, parties: Parties, positions: Values, topic: string): string {
  const { delegations, focus } = parties
  const of = (id: string | undefined): Delegation | undefined => delegations.find((each) => each.id === id)
  if (delegations.every(({ id }) => (positions[id] ?? null) === null)) return ui('gap.finding.none', { topic })
  const gap = beginning(focus.name)
  const apart = spreadOf(focus.members, positions)
  if (apart === null) {
    const absent = focus.members.filter((id) => (positions[id] ?? null) === null)
    return ui('gap.finding.incomplete', { topic, who: list(absent.flatMap((id) => of(id)?.capital ?? [])) })
  }
  if (apart === 0) {
    const all = spreadOf(
      delegations.map(({ id }) => id),
      positions,
    )
    return all === 0
      ? ui('gap.finding.allTogether', { topic, count: delegations.length })
      : ui('gap.finding.together', { topic, gap })
  }
  const near = nearestOutside(parties, positions)
  if (near && near.distance < apart)
    return ui('gap.finding.nearerOutside', {
      topic,
      member: of(near.member)?.capital ?? '',
      outside: of(near.outside)?.capital ?? '',
      first: of(focus.members[0])?.capital ?? '',
      members: focus.members.length,
      gap: focus.name,
    })
  return ui('gap.finding.apart', { topic, gap, distance: unsigned(apart) })
}

/** The same for parts that stand under the providers. */
export function useGapFinding(): (parties: Parties, positions: Values, topic: string) => string {
  const ui = useTranslations('ui')
  const format = useFormatter()
  return (parties, positions, topic) => gapFinding(ui, (names) => format.list(names), parties, positions, topic)
}

/** The numbers of a chart in words, for its accessible name: "Arnmark +2.5, …; Arnmark and Belmora 1.5 apart". */
export function describePositions(ui: Words, list: Lists, { delegations, focus }: Parties, positions: Values): string {
  const each = delegations
    .map(({ id, name }) => {
      const value = positions[id] ?? null
      return value === null ? ui('gap.notFiled', { name }) : ui('gap.position', { name, value: signed(value) })
    })
    .join(', ')
  const apart = spreadOf(focus.members, positions)
  if (apart === null) return each
  const who = list(delegations.filter(({ id }) => focus.members.includes(id)).map(({ name }) => name))
  return `${each}; ${ui('gap.whoApart', { who, distance: unsigned(apart) })}`
}

export function useDescribedPositions(): (parties: Parties, positions: Values) => string {
  const ui = useTranslations('ui')
  const format = useFormatter()
  return (parties, positions) => describePositions(ui, (names) => format.list(names), parties, positions)
}
