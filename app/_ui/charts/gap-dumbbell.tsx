// The gap on one axis: the placards on a line, with a bracket over the delegations between whom it is measured; beneath, dashed, the
// guesses at each position and the author's. Drawn for a page, half a page, a phone and the stage; the size that fits is shown.

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DelegationId } from '#simulation/kernel/ids'
import type { Values } from '#simulation/reading/log/gap'
import type { AxisWords } from '../controls/axis-value'
import type { Parties } from '../words/delegations'
import { signed } from '../words/signed'
import { ChartFigure, type ChartTable, Drawing } from './chart-figure'
import type { Belief, DrawingName } from './gap-drawing'
import { GapDumbbellDrawing } from './gap-dumbbell-drawing'
import { useGapFinding } from './gap-finding'

export type GapOnAxis = {
  parties: Parties
  axis: AxisWords
  /** The filed positions; the closing ones when `openings` are given. */
  positions: Values
  openings?: Values | undefined
  beliefs?: readonly Belief[] | undefined
  /** The author's own position on the axis, where the scenario gives one. */
  author?: number | undefined
}

type GapDumbbellProps = GapOnAxis & {
  /** The finding; by default it is derived from the positions and `topic`. */
  title?: ReactNode
  topic?: string
  sub?: ReactNode
  note?: ReactNode
  heading?: 2 | 3
  size?: 'normal' | 'large'
  /** The largest drawing to offer. */
  widest?: DrawingName
  table?: boolean
  /** Draws where the gap's members opened as a second bracket. */
  then?: boolean
}

const FITTING: Record<
  DrawingName,
  readonly (readonly [DrawingName, 'wide' | 'half' | 'halfOnly' | 'phone' | 'always'])[]
> = {
  wide: [
    ['wide', 'wide'],
    ['half', 'half'],
    ['phone', 'phone'],
  ],
  half: [
    ['half', 'halfOnly'],
    ['phone', 'phone'],
  ],
  phone: [['phone', 'always']],
  stage: [['stage', 'always']],
}

export function GapDumbbell(props: GapDumbbellProps) {
  const {
    parties,
    axis,
    positions,
    openings,
    beliefs,
    author,
    title,
    topic,
    sub,
    note,
    heading,
    size,
    widest = 'wide',
    table = true,
    then,
  } = props
  const finding = useGapFinding()
  const numbers = useGapTable(props)
  return (
    <ChartFigure
      title={title ?? (topic === undefined ? undefined : finding(parties, positions, topic))}
      sub={sub}
      note={note}
      heading={heading}
      size={widest === 'stage' ? 'stage' : (size ?? 'normal')}
      table={table && widest !== 'stage' ? numbers : undefined}
    >
      {FITTING[widest].map(([name, fits]) => (
        <Drawing key={name} fits={fits}>
          <GapDumbbellDrawing
            drawing={name}
            parties={parties}
            axis={axis}
            positions={positions}
            openings={openings}
            beliefs={beliefs}
            author={author}
            then={then}
          />
        </Drawing>
      ))}
    </ChartFigure>
  )
}

function useGapTable({ parties: { delegations }, positions, openings, beliefs = [], author }: GapOnAxis): ChartTable {
  const t = useTranslations('ui')
  const cell = (value: number | null | undefined) => (value === null || value === undefined ? '–' : signed(value))
  const believed = (of: DelegationId, by: DelegationId) =>
    beliefs.find((belief) => belief.of === of && belief.by === by)?.value
  const byWhom = beliefs.length > 0 ? delegations : []
  const head = [
    t('gap.delegation'),
    ...(openings ? [t('gap.opening'), t('gap.closing')] : [t('gap.filed')]),
    ...byWhom.map(({ capital }) => t('gap.believedBy', { capital })),
  ]
  const rows = delegations.map(({ id: of, name }) => [
    name,
    ...(openings ? [cell(openings[of])] : []),
    cell(positions[of]),
    ...byWhom.map(({ id: by }) => (by === of ? '' : cell(believed(of, by)))),
  ])
  const last = author === undefined ? [] : [[t('gap.author'), ...head.slice(2).map(() => ''), cell(author)]]
  return { head, rows: [...rows, ...last] }
}
