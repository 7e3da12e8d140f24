// One drawing of the gap, at one size. Its place on the page and its table are the figure's.

import { useTranslations } from 'next-intl'
import { type CSSProperties, useId } from 'react'
import { type DelegationId, delegationsOf } from '#simulation/kernel/ids'
import { distance, type Values } from '#simulation/reading/gap'
import { type AxisWords, WHOLE_STEPS } from './axis-value'
import { AuthorMark, PlateMark, ShapeMark } from './chart-marks'
import { delegationColours } from './delegation-colours'
import {
  axisX,
  type Belief,
  beliefLabels,
  clearAbove,
  type DrawingName,
  type Measures,
  measures,
  plateFoot,
  plateTop,
  type StoodPlate,
  standPlates,
} from './gap-drawing'
import styles from './gap-dumbbell.module.css'
import { describePositions } from './gap-finding'
import { signedStep, unsigned } from './signed'
import { TABLE_ORDER } from './table-order'

type DrawingProps = {
  drawing: DrawingName
  axis: AxisWords
  positions: Values
  openings: Values | undefined
  beliefs: readonly Belief[] | undefined
  essay: Values | number | undefined
}

export function GapDumbbellDrawing({ drawing, axis, positions, openings, beliefs = [], essay }: DrawingProps) {
  const ui = useTranslations('ui')
  const common = useTranslations('common')
  const titleId = useId()
  const believedOf = drawing === 'stage' ? [] : TABLE_ORDER.filter((of) => beliefs.some((belief) => belief.of === of))
  const withEssay = essay !== undefined && drawing !== 'stage'
  const m = measures(drawing, believedOf.length > 0 || withEssay)
  const stood = standPlates(m, positions)
  const levels = Math.max(0, ...stood.map((plate) => plate.level))
  const apart = distance(positions, 'us-jp')
  const axisY = (apart === null ? 38 : 74) * m.scale + levels * 30 * m.scale
  const rowStep = m.labels === 'above' ? 42 : 28
  const firstRow = axisY + (m.labels === 'above' ? 58 : 51) * (m.labels === 'above' ? 1 : m.scale)
  const rows = believedOf.length + (withEssay ? 1 : 0)
  const height = rows === 0 ? axisY + (m.stepNumbers ? 26 : 10) * m.scale : firstRow + (rows - 1) * rowStep + 16
  return (
    <>
      <svg viewBox={`0 0 ${m.width} ${height}`} role="img" aria-labelledby={titleId} className={styles.drawing}>
        <title id={titleId}>{describePositions(ui, common, positions)}</title>
        <AxisLine m={m} y={axisY} />
        {openings ? <Movement m={m} y={axisY} openings={openings} positions={positions} /> : null}
        {stood.map((plate) => (
          <Stem key={plate.delegation} m={m} y={axisY} plate={plate} />
        ))}
        {stood.map((plate) => (
          <PlateMark
            key={plate.delegation}
            delegation={plate.delegation}
            letters={common(`delegations.${plate.delegation}.letters`)}
            x={plate.x}
            foot={plateFoot(m, axisY, plate.level)}
            scale={m.scale}
          />
        ))}
        <Bracket m={m} y={axisY} stood={stood} levels={levels} apart={apart} />
        {believedOf.map((of, place) => (
          <BeliefRow
            key={of}
            m={m}
            y={firstRow + place * rowStep}
            of={of}
            actual={positions[of] ?? null}
            beliefs={beliefs.filter((belief) => belief.of === of)}
          />
        ))}
        {withEssay ? <EssayRow m={m} y={firstRow + believedOf.length * rowStep} essay={essay} /> : null}
      </svg>
      <div
        className={styles.ends}
        data-drawing={drawing}
        style={
          {
            '--from': drawing === 'stage' ? '0%' : `${((m.labels === 'above' ? 0 : m.from) / m.width) * 100}%`,
            '--to': drawing === 'stage' ? '0%' : `${(m.labels === 'above' ? 0 : 1 - m.to / m.width) * 100}%`,
          } as CSSProperties
        }
      >
        <span>{axis.minus}</span>
        <span>{axis.plus}</span>
      </div>
    </>
  )
}

function AxisLine({ m, y }: { m: Measures; y: number }) {
  const k = m.scale
  return (
    <>
      <line className={styles.axis} x1={m.from} x2={m.to} y1={y} y2={y} />
      {WHOLE_STEPS.map((step) => {
        const x = axisX(m, step)
        const zero = step === 0
        return (
          <g key={step}>
            <line
              className={styles.tick}
              data-zero={zero || undefined}
              x1={x}
              x2={x}
              y1={zero ? y - 7 * k : y}
              y2={y + (zero ? 7 : 5) * k}
            />
            {m.stepNumbers ? (
              <text
                className={styles.margin}
                x={x}
                y={y + (m.labels === 'above' ? 21 : 20) * k}
                textAnchor="middle"
                fontSize={m.small}
              >
                {signedStep(step)}
              </text>
            ) : null}
          </g>
        )
      })}
    </>
  )
}

function Stem({ m, y, plate }: { m: Measures; y: number; plate: StoodPlate }) {
  return (
    <line
      className={`${styles.stem} ${delegationColours(plate.delegation)}`}
      x1={plate.x}
      x2={plate.x}
      y1={y}
      y2={plateFoot(m, y, plate.level)}
    />
  )
}

function Movement({ m, y, openings, positions }: { m: Measures; y: number; openings: Values; positions: Values }) {
  return TABLE_ORDER.map((delegation) => {
    const from = openings[delegation] ?? null
    const to = positions[delegation] ?? null
    if (from === null || from === to) return null
    return (
      <g key={delegation} className={delegationColours(delegation)}>
        {to === null ? null : <line className={styles.moved} x1={axisX(m, from)} x2={axisX(m, to)} y1={y} y2={y} />}
        <ShapeMark delegation={delegation} x={axisX(m, from)} y={y} radius={5.2} look="hollow" />
      </g>
    )
  })
}

type BracketProps = { m: Measures; y: number; stood: readonly StoodPlate[]; levels: number; apart: number | null }

function Bracket({ m, y, stood, levels, apart }: BracketProps) {
  const t = useTranslations('ui')
  const [one, other] = delegationsOf('us-jp').map(
    (delegation) => stood.find((plate) => plate.delegation === delegation)?.x,
  )
  if (apart === null || one === undefined || other === undefined) return null
  const k = m.scale
  const top = plateTop(m, y, levels) - 12 * k
  const [left, right] = [Math.min(one, other), Math.max(one, other)]
  const leg = (x: number) => Math.max(top + 6 * k, clearAbove(m, y, stood, x) - 3 * k)
  const half = 30 * k
  const middle = Math.min(Math.max((left + right) / 2, half), m.width - half)
  return (
    <g className={styles.apart}>
      {apart === 0 ? null : (
        <path
          className={styles.bracket}
          strokeWidth={2 * k}
          d={`M${left} ${leg(left)}V${top}H${right}V${leg(right)}`}
        />
      )}
      <text className={styles.distance} x={middle} y={top - 8 * k} textAnchor="middle" fontSize={17 * k}>
        {apart === 0 ? t('gap.together') : t('gap.apart', { distance: unsigned(apart) })}
      </text>
    </g>
  )
}

function RowLabel({ m, y, children }: { m: Measures; y: number; children: string }) {
  const above = m.labels === 'above'
  return (
    <text x={above ? m.from : 0} y={above ? y - 16 : y + 4} fontSize={m.label}>
      {children}
    </text>
  )
}

type BeliefRowProps = { m: Measures; y: number; of: DelegationId; actual: number | null; beliefs: readonly Belief[] }

function BeliefRow({ m, y, of, actual, beliefs }: BeliefRowProps) {
  const t = useTranslations('ui')
  const common = useTranslations('common')
  const stood = actual === null ? null : axisX(m, actual)
  return (
    <g className={delegationColours(of)}>
      <RowLabel m={m} y={y}>
        {t('gap.believedOf', { capital: common(`delegations.${of}.capital`) })}
      </RowLabel>
      <line className={styles.row} x1={m.from} x2={m.to} y1={y} y2={y} />
      {stood === null ? null : <line className={styles.stood} x1={stood} x2={stood} y1={y - 6} y2={y + 6} />}
      {stood === null
        ? null
        : beliefs.map(({ by, value }) => (
            <line key={by} className={styles.believed} x1={stood} x2={axisX(m, value)} y1={y} y2={y} />
          ))}
      {beliefLabels(m, beliefs, actual).map((label) => {
        const who = t('gap.by', { who: label.by.map((by) => common(`delegations.${by}.letters`)).join(', ') })
        return (
          <text
            key={`${label.side} ${label.x}`}
            className={styles.by}
            x={label.x + label.side * 12}
            y={y + 4}
            fontSize={m.small}
            textAnchor={label.side === 1 ? 'start' : 'end'}
          >
            {who}
          </text>
        )
      })}
      {beliefs.map(({ by, value }) => (
        <ShapeMark key={by} delegation={of} x={axisX(m, value)} y={y} radius={6.5} look="dashed" />
      ))}
    </g>
  )
}

function EssayRow({ m, y, essay }: { m: Measures; y: number; essay: Values | number }) {
  const t = useTranslations('ui')
  const values = typeof essay === 'number' ? {} : essay
  const placed = TABLE_ORDER.flatMap((delegation) => {
    const value = values[delegation] ?? null
    return value === null ? [] : [{ delegation, value }]
  })
  return (
    <g>
      <RowLabel m={m} y={y}>
        {t('gap.essay')}
      </RowLabel>
      <line className={styles.row} data-dashed="" x1={m.from} x2={m.to} y1={y} y2={y} />
      {typeof essay === 'number' ? <AuthorMark x={axisX(m, essay)} y={y} radius={6.5} /> : null}
      {placed.map(({ delegation, value }) => {
        const same = placed.filter((other) => other.value === value)
        const shift = (same.findIndex((other) => other.delegation === delegation) - (same.length - 1) / 2) * 13
        return (
          <ShapeMark
            key={delegation}
            delegation={delegation}
            x={axisX(m, value)}
            y={y + shift}
            radius={6.5}
            look="dashed"
          />
        )
      })}
    </g>
  )
}
