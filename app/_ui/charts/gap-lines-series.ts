// What the chart of the gap over the rounds plots: its lines with their labels, and the band that stands in for many pairs.
import { useTranslations } from 'next-intl'
import type { Pair } from '#simulation/kernel/ids'
import { type Delegation, gapName, type Parties, pairName, pairsIn } from '../words/delegations'

export type GapRound = {
  /** "Framing". */
  name: string
  number: number
  distances: Readonly<Partial<Record<Pair, number | null>>>
  /** The width of the gap, and its width by the first member's guesses. */
  gap: number | null
  believed?: number | null
}

export type Series = {
  key: string
  values: readonly (number | null)[]
  look: 'subject' | 'context' | 'belief'
  /** The delegations whose shapes are drawn before the label. */
  shapes: readonly Delegation[]
  label: string
  short: string
}

/** More pairs than this are drawn as one band: distances are multiples of a half, so many lines would overlap. */
const MOST_LINES = 3

export type ChartData = {
  lines: readonly Series[]
  /** The least and the greatest distance of the other pairs in each round. */
  band: readonly (readonly [number, number] | null)[] | null
  /** Every pair inside the band, for the table. */
  banded: readonly Series[]
}

/** The series of the chart; `stage` shortens the labels for the projector. */
export function useSeries(parties: Parties, rounds: readonly GapRound[], stage: boolean): ChartData {
  const t = useTranslations('ui')
  const { delegations, focus } = parties
  const members = delegations.filter(({ id }) => focus.members.includes(id))
  const gap = gapName(parties)
  const others = pairsIn(parties)
    .filter(({ members: two }) => members.length > 2 || !two.every((one) => members.includes(one)))
    .map(
      ({ pair, members: two }): Series => ({
        key: pair,
        values: rounds.map((round) => round.distances[pair] ?? null),
        look: 'context',
        shapes: two,
        label: pairName(two),
        short: pairName(two),
      }),
    )
    .filter(({ values }) => values.some((value) => value !== null))
  const few = others.length <= MOST_LINES
  const first = delegations.find(({ id }) => id === focus.members[0])
  const lines: readonly Series[] = [
    ...(few ? others : []),
    {
      key: 'belief',
      values: rounds.map((round) => round.believed ?? null),
      look: 'belief',
      shapes: [],
      label: t('gap.lines.belief', { gap, capital: first?.capital ?? '' }),
      short: t('gap.lines.beliefShort'),
    },
    {
      key: 'gap',
      values: rounds.map((round) => round.gap),
      look: 'subject',
      shapes: members.length > 3 ? [] : members,
      label: t('gap.lines.filed', { gap }),
      // The other lines are named by their pair: so is this one. The name of more than two has room on the stage, where no caption says it.
      short: stage || members.length === 2 ? gap : t('gap.lines.filedShort'),
    },
  ]
  return {
    lines: lines.filter((line) => line.look === 'subject' || line.values.some((value) => value !== null)),
    band: few ? null : rounds.map((_, place) => range(others.flatMap(({ values }) => values[place] ?? []))),
    banded: few ? [] : others,
  }
}

const range = (values: readonly number[]): readonly [number, number] | null =>
  values.length === 0 ? null : [Math.min(...values), Math.max(...values)]
