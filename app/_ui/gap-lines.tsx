// The gap over the rounds: thick and numbered. The distances of the other pairs are context, each a line where there are few of them and
// else one band from the least to the greatest; the table holds every one. Dashed: what the gap was believed to be. Labels stand at the
// lines' right ends, so there is no legend.

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import type { Pair } from '#simulation/kernel/ids'
import { ChartFigure, type ChartTable, Drawing } from './chart-figure'
import { ShapeMark } from './chart-marks'
import { type Delegation, gapName, type Parties, pairName, pairsIn } from './delegations'
import styles from './gap-lines.module.css'
import {
  bandPath,
  bestSide,
  distanceY,
  LINES,
  type LinesMeasures,
  roundName,
  roundX,
  spreadLabels,
} from './gap-lines-drawing'
import { unsigned } from './signed'

export type GapRound = {
  /** "Framing". */
  name: string
  number: number
  distances: Readonly<Partial<Record<Pair, number | null>>>
  /** How wide the gap was, and how wide its first member's guesses made it. */
  gap: number | null
  believed?: number | null
}

type GapLinesProps = {
  parties: Parties
  rounds: readonly GapRound[]
  title?: ReactNode
  sub?: ReactNode
  note?: ReactNode
  heading?: 2 | 3
  size?: 'normal' | 'large' | 'stage'
}

type Series = {
  key: string
  values: readonly (number | null)[]
  look: 'subject' | 'context' | 'belief'
  /** Whose shapes stand before its label. */
  shapes: readonly Delegation[]
  label: string
  short: string
}

/** A label past this many letters would leave the drawing: the short one stands at the line, and the table has the whole. */
const LONGEST_LABEL = 30

/** More pairs than these beside the gap are drawn as one band: so many lines on whole and half steps would lie on one another. */
const MOST_LINES = 3

type ChartData = {
  lines: readonly Series[]
  /** The least and the greatest distance of the other pairs in each round. */
  band: readonly (readonly [number, number] | null)[] | null
  /** Every pair that the band stands for, for the table. */
  banded: readonly Series[]
}

function useLines(parties: Parties, rounds: readonly GapRound[], stage: boolean): ChartData {
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
      // A wall has no caption that says whose line is the thick one.
      short: stage ? gap : t('gap.lines.filedShort'),
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

const PAGE = [
  ['wide', 'wide'],
  ['half', 'half'],
  ['phone', 'phone'],
] as const
const STAGE = [['stage', 'always']] as const

export function GapLines({ parties, rounds, title, sub, note, heading, size = 'normal' }: GapLinesProps) {
  const t = useTranslations('ui')
  const drawn = useLines(parties, rounds, size === 'stage')
  const columns = [...drawn.banded, ...drawn.lines]
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
      table={size === 'stage' ? undefined : table}
    >
      {(size === 'stage' ? STAGE : PAGE).map(([name, fits]) => (
        <Drawing key={name} fits={fits}>
          <LinesDrawing m={LINES[name]} rounds={rounds} drawn={drawn} />
        </Drawing>
      ))}
    </ChartFigure>
  )
}

type LinesDrawingProps = { m: LinesMeasures; rounds: readonly GapRound[]; drawn: ChartData }

function LinesDrawing({ m, rounds, drawn: { lines, band } }: LinesDrawingProps) {
  const t = useTranslations('ui')
  const titleId = useId()
  const spoken = lines
    .map(
      (line) =>
        `${line.label} ${line.values.map((value) => (value === null ? t('gap.lines.missing') : unsigned(value))).join(', ')}`,
    )
    .join('; ')
  const last = band?.findLast((ends) => ends !== null)
  const ends = spreadLabels(m, [
    ...lines.map((line) => line.values.findLast((value) => value !== null) ?? null),
    last ? (last[0] + last[1]) / 2 : null,
  ])
  const bandEnd = ends.at(-1)
  return (
    <svg className={styles.lines} viewBox={`0 0 ${m.width} ${m.height}`} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{t('gap.lines.describe', { rows: spoken })}</title>
      {band ? <path className={styles.band} d={bandPath(m, band)} /> : null}
      <Grid m={m} rounds={rounds} />
      {bandEnd === undefined || bandEnd === null ? null : (
        <g className={styles.end}>
          <text x={m.right + 16} y={bandEnd + m.label * 0.33} fontSize={m.label}>
            {t(m.narrow ? 'gap.lines.othersShort' : 'gap.lines.others')}
          </text>
        </g>
      )}
      {lines.map((line) => (
        <PlottedLine key={line.key} m={m} line={line} count={rounds.length} />
      ))}
      <SubjectNumbers m={m} lines={lines} />
      {lines.map((line, place) => {
        const y = ends[place]
        return y === undefined || y === null ? null : <EndLabel key={line.key} m={m} line={line} y={y} />
      })}
    </svg>
  )
}

function Grid({ m, rounds }: { m: LinesMeasures; rounds: readonly GapRound[] }) {
  return (
    <>
      {[0, 1, 2, 3, 4, 5, 6].map((step) => (
        <g key={step}>
          <line
            className={styles.grid}
            data-zero={step === 0 || undefined}
            x1={m.left}
            x2={m.right + 10}
            y1={distanceY(m, step)}
            y2={distanceY(m, step)}
          />
          {step % 2 === 0 ? (
            <text
              className={styles.margin}
              x={m.left - 8}
              y={distanceY(m, step) + 4}
              textAnchor="end"
              fontSize={m.small}
            >
              {step}
            </text>
          ) : null}
        </g>
      ))}
      {rounds.map((round, place) => (
        <RoundFoot key={round.number} m={m} round={round} x={roundX(m, place, rounds.length)} count={rounds.length} />
      ))}
    </>
  )
}

/** Beneath the axis: the round's number and its name. */
function RoundFoot({ m, round, x, count }: { m: LinesMeasures; round: GapRound; x: number; count: number }) {
  const t = useTranslations('ui')
  const y = m.bottom + m.label * 1.45
  return (
    <g>
      <text className={styles.round} x={x} y={y} textAnchor="middle" fontSize={m.label}>
        {m.narrow ? round.number : t('gap.roundNumber', { number: round.number })}
      </text>
      {roundName(m, round.name, count).map((line, place) => (
        <text
          key={line}
          className={styles.margin}
          x={Math.max(x, line.length * m.small * 0.26)}
          y={y + m.small * 1.25 * (place + 1)}
          textAnchor="middle"
          fontSize={m.small}
        >
          {line}
        </text>
      ))}
    </g>
  )
}

function PlottedLine({ m, line, count }: { m: LinesMeasures; line: Series; count: number }) {
  const points = line.values.map((value, place) =>
    value === null ? null : { x: roundX(m, place, count), y: distanceY(m, value) },
  )
  const path = points
    .map((point, place) => (point ? `${place > 0 && points[place - 1] ? 'L' : 'M'}${point.x} ${point.y}` : ''))
    .join('')
  const marked = line.look === 'subject' || line.look === 'context'
  return (
    <g data-look={line.look} className={styles.line}>
      <path d={path} />
      {marked
        ? points.map((point) =>
            point ? <circle key={point.x} cx={point.x} cy={point.y} r={line.look === 'subject' ? 5.5 : 3.5} /> : null,
          )
        : null}
    </g>
  )
}

function SubjectNumbers({ m, lines }: { m: LinesMeasures; lines: readonly Series[] }) {
  const subject = lines.find((line) => line.look === 'subject')
  return subject?.values.map((value, place) => {
    if (value === null) return null
    const others = lines.filter((line) => line !== subject).flatMap((line) => line.values[place] ?? [])
    const side = bestSide(m, value, others)
    // The last one keeps clear of the label at the line's end.
    const shift = place === subject.values.length - 1 ? Math.max(0, m.number * 0.8 - 14) : 0
    const x = roundX(m, place, subject.values.length) - shift
    return (
      <text
        key={x}
        className={styles.number}
        x={x}
        y={distanceY(m, value) + (side === 'above' ? -13 : m.number + 7)}
        textAnchor="middle"
        fontSize={m.number}
      >
        {unsigned(value)}
      </text>
    )
  })
}

function EndLabel({ m, line, y }: { m: LinesMeasures; line: Series; y: number }) {
  const shapes = m.narrow ? [] : line.shapes
  const words = m.right + (m.narrow ? 16 : 16 + shapes.length * 16)
  return (
    <g data-look={line.look} className={styles.end}>
      {shapes.map((delegation, place) => (
        <ShapeMark
          key={delegation.id}
          delegation={delegation}
          x={m.right + 21 + place * 14}
          y={y}
          radius={5.2}
          look="filled"
        />
      ))}
      <text x={words} y={y + m.label * 0.33} fontSize={line.look === 'subject' && !m.narrow ? 15 : m.label}>
        {m.narrow || line.label.length > LONGEST_LABEL ? line.short : line.label}
      </text>
    </g>
  )
}
