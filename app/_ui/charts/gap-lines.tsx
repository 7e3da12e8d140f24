// The gap over the rounds as a thick line with numbers. The distances of the other pairs are thin lines where there are few of them, and
// else one band from the least to the greatest; the table lists every pair. Dashed: the gap as it was guessed. Labels are at the right
// ends of the lines, so there is no legend.

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Parties } from '../words/delegations'
import { unsigned } from '../words/signed'
import { ChartFigure, type ChartTable, Drawing } from './chart-figure'
import { LinesDrawing } from './gap-lines-drawing'
import { LINES } from './gap-lines-measures'
import { type GapRound, useSeries } from './gap-lines-series'

type GapLinesProps = {
  parties: Parties
  rounds: readonly GapRound[]
  title?: ReactNode
  sub?: ReactNode
  note?: ReactNode
  heading?: 2 | 3
  size?: 'normal' | 'large' | 'stage'
}

const PAGE = [
  ['wide', 'wide'],
  ['half', 'half'],
  ['phone', 'phone'],
] as const
const STAGE = [['stage', 'always']] as const

export function GapLines({ parties, rounds, title, sub, note, heading, size = 'normal' }: GapLinesProps) {
  const t = useTranslations('ui')
  const drawn = useSeries(parties, rounds, size === 'stage')
  const columns = [...drawn.banded, ...drawn.lines]
  // Where no distance is known there is no frame either: the title says so.
  const known = drawn.lines.some(({ values }) => values.some((value) => value !== null))
  const cell = (value: number | null | undefined) => (value === null || value === undefined ? '–' : unsigned(value))
  const table: ChartTable = {
    head: [t('gap.round'), ...columns.map((line) => line.label)],
    rows: rounds.map((round, place) => [
      `${round.number} · ${round.name}`,
      ...columns.map((line) => cell(line.values[place])),
    ]),
  }
  return (
    <ChartFigure
      title={title}
      sub={sub}
      note={note}
      heading={heading}
      size={size}
      table={size === 'stage' || !known ? undefined : table}
    >
      {(known ? (size === 'stage' ? STAGE : PAGE) : []).map(([name, fits]) => (
        <Drawing key={name} fits={fits}>
          <LinesDrawing m={LINES[name]} rounds={rounds} drawn={drawn} />
        </Drawing>
      ))}
    </ChartFigure>
  )
}
