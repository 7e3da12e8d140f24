// The distances of the three pairs over the rounds. US–Japan is the subject: thick, numbered; the other two are context. Dashed: the
// essay's reading and what a delegation believed. Labels stand at the lines' right ends, so there is no legend.

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { delegationsOf, type Pair } from '#simulation/kernel/ids'
import { ChartFigure, type ChartTable, Drawing } from './chart-figure'
import { ShapeMark } from './chart-marks'
import styles from './gap-lines.module.css'
import { bestSide, distanceY, LINES, type LinesMeasures, roundName, roundX, spreadLabels } from './gap-lines-drawing'
import { unsigned } from './signed'

export type GapRound = {
  /** "Framing". */
  name: string
  number: number
  distances: Readonly<Record<Pair, number | null>>
  /** The US–Japan distance in the essay's reading, and as one delegation's guesses imply it. */
  essay?: number | null
  believed?: number | null
}

type GapLinesProps = {
  rounds: readonly GapRound[]
  title?: ReactNode
  sub?: ReactNode
  note?: ReactNode
  heading?: 2 | 3
  size?: 'normal' | 'large' | 'stage'
  /** Whose guesses the short dashes draw. */
  believer?: 'us' | 'jp' | 'cn'
}

type Line = {
  key: string
  values: readonly (number | null)[]
  look: 'subject' | 'context' | 'essay' | 'belief'
  pair: Pair | null
  label: string
  short: string
}

function useLines(rounds: readonly GapRound[], believer: 'us' | 'jp' | 'cn', stage: boolean): readonly Line[] {
  const t = useTranslations('ui')
  const common = useTranslations('common')
  const pairLine = (pair: Pair, look: Line['look'], label: string, short: string): Line => ({
    key: pair,
    values: rounds.map((round) => round.distances[pair]),
    look,
    pair,
    label,
    short,
  })
  const capital = common(`delegations.${believer}.capital`)
  const lines: readonly Line[] = [
    pairLine('us-cn', 'context', common('pairs.us-cn'), common('pairs.us-cn')),
    pairLine('jp-cn', 'context', common('pairs.jp-cn'), common('pairs.jp-cn')),
    {
      key: 'essay',
      values: rounds.map((round) => round.essay ?? null),
      look: 'essay',
      pair: null,
      label: t('gap.lines.essay'),
      short: t('gap.lines.essayShort'),
    },
    {
      key: 'belief',
      values: rounds.map((round) => round.believed ?? null),
      look: 'belief',
      pair: null,
      label: t('gap.lines.belief', { capital }),
      short: t('gap.lines.beliefShort'),
    },
    // A wall has no caption that says whose line is the thick one.
    pairLine('us-jp', 'subject', t('gap.lines.filed'), stage ? common('pairs.us-jp') : t('gap.lines.filedShort')),
  ]
  return lines.filter((line) => line.look === 'subject' || line.values.some((value) => value !== null))
}

const PAGE = [
  ['wide', 'wide'],
  ['half', 'half'],
  ['phone', 'phone'],
] as const
const STAGE = [['stage', 'always']] as const

export function GapLines({ rounds, title, sub, note, heading, size = 'normal', believer = 'us' }: GapLinesProps) {
  const t = useTranslations('ui')
  const lines = useLines(rounds, believer, size === 'stage')
  const cell = (value: number | null | undefined) => (value === null || value === undefined ? '–' : unsigned(value))
  const table: ChartTable = {
    head: [t('gap.round'), ...lines.map((line) => line.label)],
    rows: rounds.map((round, place) => [
      `${round.number} · ${round.name}`,
      ...lines.map((line) => cell(line.values[place])),
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
          <LinesDrawing m={LINES[name]} rounds={rounds} lines={lines} />
        </Drawing>
      ))}
    </ChartFigure>
  )
}

type LinesDrawingProps = { m: LinesMeasures; rounds: readonly GapRound[]; lines: readonly Line[] }

function LinesDrawing({ m, rounds, lines }: LinesDrawingProps) {
  const t = useTranslations('ui')
  const titleId = useId()
  const spoken = lines
    .map(
      (line) =>
        `${line.label} ${line.values.map((value) => (value === null ? t('gap.lines.missing') : unsigned(value))).join(', ')}`,
    )
    .join('; ')
  const ends = spreadLabels(
    m,
    lines.map((line) => line.values.findLast((value) => value !== null) ?? null),
  )
  return (
    <svg className={styles.lines} viewBox={`0 0 ${m.width} ${m.height}`} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{t('gap.lines.describe', { rows: spoken })}</title>
      <Grid m={m} rounds={rounds} />
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

function PlottedLine({ m, line, count }: { m: LinesMeasures; line: Line; count: number }) {
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

function SubjectNumbers({ m, lines }: { m: LinesMeasures; lines: readonly Line[] }) {
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

function EndLabel({ m, line, y }: { m: LinesMeasures; line: Line; y: number }) {
  const shapes = m.narrow || line.pair === null ? [] : delegationsOf(line.pair)
  const words = m.right + (m.narrow ? 16 : 16 + shapes.length * 16)
  return (
    <g data-look={line.look} className={styles.end}>
      {shapes.map((delegation, place) => (
        <ShapeMark
          key={delegation}
          delegation={delegation}
          x={m.right + 21 + place * 14}
          y={y}
          radius={5.2}
          look="filled"
        />
      ))}
      <text x={words} y={y + m.label * 0.33} fontSize={line.look === 'subject' && !m.narrow ? 15 : m.label}>
        {m.narrow ? line.short : line.label}
      </text>
    </g>
  )
}
