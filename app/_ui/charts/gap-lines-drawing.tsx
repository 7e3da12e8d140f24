// One SVG drawing of the gap over the rounds, at one size. The figure around it and its table are drawn by gap-lines.tsx.
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { WHOLE_DISTANCES } from '#simulation/kernel/axis'
import { unsigned } from '../words/signed'
import { ShapeMark } from './chart-marks'
import styles from './gap-lines.module.css'
import {
  bandPath,
  bestSide,
  distanceY,
  type LinesMeasures,
  roundName,
  roundX,
  spreadLabels,
} from './gap-lines-measures'
import type { ChartData, GapRound, Series } from './gap-lines-series'

/** A label with more letters would leave the drawing: the short label is drawn, and the table has the full one. */
const LONGEST_LABEL = 30

type LinesDrawingProps = { m: LinesMeasures; rounds: readonly GapRound[]; drawn: ChartData }

export function LinesDrawing({ m, rounds, drawn: { lines, band } }: LinesDrawingProps) {
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
      {WHOLE_DISTANCES.map((step) => (
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

/** The number and name of a round, beneath the axis. */
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
  // A point without a neighbour has no line to lie on: without a mark nothing of it would be seen.
  const alone = (place: number) => !points[place - 1] && !points[place + 1]
  return (
    <g data-look={line.look} className={styles.line}>
      <path d={path} />
      {points.map((point, place) =>
        point && (marked || alone(place)) ? (
          <circle key={point.x} cx={point.x} cy={point.y} r={line.look === 'subject' ? 5.5 : 3.5} />
        ) : null,
      )}
    </g>
  )
}

function SubjectNumbers({ m, lines }: { m: LinesMeasures; lines: readonly Series[] }) {
  const subject = lines.find((line) => line.look === 'subject')
  return subject?.values.map((value, place) => {
    if (value === null) return null
    const others = lines.filter((line) => line !== subject).flatMap((line) => line.values[place] ?? [])
    const side = bestSide(m, value, others)
    // The last number would overlap the label at the line's end.
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
