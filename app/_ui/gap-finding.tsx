// The finding of one axis as a sentence, for a chart's title: what the distances say, or that they say nothing.
import { useTranslations } from 'next-intl'
import { distance, type Values } from '#simulation/reading/gap'
import { signed, unsigned } from './signed'
import { TABLE_ORDER } from './table-order'

type Words = (key: string, values?: Record<string, string | number>) => string

/** `ui` and `common` are the translators of those namespaces. */
export function gapFinding(ui: Words, common: Words, positions: Values, topic: string): string {
  const absent = TABLE_ORDER.filter((delegation) => (positions[delegation] ?? null) === null)
  if (absent.length === TABLE_ORDER.length) return ui('gap.finding.none', { topic })
  const allies = distance(positions, 'us-jp')
  if (allies === null) {
    const names = absent
      .filter((delegation) => delegation !== 'cn')
      .map((delegation) => common(`delegations.${delegation}.capital`))
    return ui('gap.finding.incomplete', { topic, first: names[0] ?? '', second: names[1] ?? 'none' })
  }
  const tokyoBeijing = distance(positions, 'jp-cn')
  if (allies === 0) return ui(tokyoBeijing === 0 ? 'gap.finding.allTogether' : 'gap.finding.alliesTogether', { topic })
  if (tokyoBeijing !== null && tokyoBeijing < allies)
    return ui('gap.finding.nearerBeijing', { topic, distance: unsigned(allies) })
  return ui('gap.finding.allies', { topic, distance: unsigned(allies) })
}

/** The same for parts that stand under the providers. */
export function useGapFinding(): (positions: Values, topic: string) => string {
  const ui = useTranslations('ui')
  const common = useTranslations('common')
  return (positions, topic) => gapFinding(ui, common, positions, topic)
}

/** The numbers of a chart in words, for its accessible name: "United States +2.5, …; United States and Japan 1.5 apart". */
export function describePositions(ui: Words, common: Words, positions: Values): string {
  const each = TABLE_ORDER.map((delegation) => {
    const value = positions[delegation] ?? null
    const country = common(`delegations.${delegation}.name`)
    return value === null ? ui('gap.notFiled', { country }) : ui('gap.position', { country, value: signed(value) })
  }).join(', ')
  const allies = distance(positions, 'us-jp')
  return allies === null ? each : `${each}; ${ui('gap.alliesApart', { distance: unsigned(allies) })}`
}
