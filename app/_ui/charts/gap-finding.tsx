// The finding on one axis as a sentence for a chart's title: what the distances show, or that they show nothing.

import { useFormatter, useTranslations } from 'next-intl'
import type { Translate } from '#format/translate'
import { focusGap, type Values } from '#simulation/reading/log/gap'
import { roundFinding } from '#simulation/reading/positions/findings'
import { beginning, type Parties } from '../words/delegations'
import { signed, unsigned } from '../words/signed'

type Lists = (names: readonly string[]) => string

/** `ui` translates the namespace `ui`; `list` joins names as in a sentence ("A, B and C"). */
export function gapFinding(
  ui: Translate<'ui'>,
  list: Lists,
  parties: Parties,
  positions: Values,
  topic: string,
): string {
  const { delegations, focus } = parties
  const capital = (id: string | undefined) => delegations.find((each) => each.id === id)?.capital ?? ''
  const gap = beginning(focus.name)
  const found = roundFinding(parties, positions)
  switch (found.kind) {
    case 'nothing':
      return ui('gap.finding.none', { topic })
    case 'incomplete':
      return ui('gap.finding.incomplete', { topic, who: list(found.absent.map(capital)) })
    case 'together':
      return found.everybody
        ? ui('gap.finding.allTogether', { topic, count: delegations.length })
        : ui('gap.finding.together', { topic, gap })
    case 'nearer-outside':
      return ui('gap.finding.nearerOutside', {
        topic,
        member: capital(found.member),
        outside: capital(found.outside),
        first: capital(focus.members[0]),
        members: focus.members.length,
        gap: focus.name,
      })
    case 'apart':
      return ui('gap.finding.apart', { topic, gap, distance: unsigned(found.gap) })
    default:
      return found satisfies never
  }
}

/** The same as a hook, for components inside the message provider. */
export function useGapFinding(): (parties: Parties, positions: Values, topic: string) => string {
  const ui = useTranslations('ui')
  const format = useFormatter()
  return (parties, positions, topic) => gapFinding(ui, (names) => format.list(names), parties, positions, topic)
}

/** The numbers of a chart in words, for its accessible name: "Arnmark +2.5, …; Arnmark and Belmora 1.5 apart". */
export function describePositions(ui: Translate<'ui'>, list: Lists, parties: Parties, positions: Values): string {
  const { delegations, focus } = parties
  const each = delegations
    .map(({ id, name }) => {
      const value = positions[id] ?? null
      return value === null ? ui('gap.notFiled', { name }) : ui('gap.position', { name, value: signed(value) })
    })
    .join(', ')
  const apart = focusGap(parties, positions)
  if (apart === null) return each
  const who = list(delegations.filter(({ id }) => focus.members.includes(id)).map(({ name }) => name))
  return `${each}; ${ui('gap.whoApart', { who, distance: unsigned(apart) })}`
}

export function useDescribedPositions(): (parties: Parties, positions: Values) => string {
  const ui = useTranslations('ui')
  const format = useFormatter()
  return (parties, positions) => describePositions(ui, (names) => format.list(names), parties, positions)
}
