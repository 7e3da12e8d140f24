// One SVG drawing of the gap on an axis, at one size. gap-dumbbell.tsx draws the figure around it and its table.

import { useTranslations } from 'next-intl'
import { type CSSProperties, useId } from 'react'
import { WHOLE_STEPS } from '#simulation/kernel/axis'
import { focusGap, type Values } from '#simulation/reading/log/gap'
import type { AxisWords } from '../controls/axis-value'
import { delegationColours } from '../words/delegation-colours'
import type { Delegation, Parties } from '../words/delegations'
import { signedStep } from '../words/signed'
import { AuthorMark, PlateMark, ShapeMark } from './chart-marks'
import { Bracket, BracketThen } from './gap-brackets'
import {
  axisX,
  type Belief,
  beliefLabels,
  type DrawingName,
  fitted,
  LABEL_STEP,
  MARK_HALF,
  type Measures,
  namedIn,
  type PlacedPlate,
  plateFoot,
} from './gap-drawing'
import styles from './gap-dumbbell.module.css'
import { useDescribedPositions } from './gap-finding'

/** The height of a row's label above its line, on a phone. */
const ABOVE_ROW = 34

type DrawingProps = {
  drawing: DrawingName
  parties: Parties
  axis: AxisWords
  positions: Values
  openings: Values | undefined
  beliefs: readonly Belief[] | undefined
  /** The author's own position on the axis, where the scenario gives one. */
  author: number | undefined
  /** Draws a second bracket beneath the axis, over where the gap's members opened. */
  then?: boolean | undefined
}

export function GapDumbbellDrawing({
  drawing,
  parties,
  axis,
  positions,
  openings,
  beliefs = [],
  author,
  then = false,
}: DrawingProps) {
  const described = useDescribedPositions()
  const titleId = useId()
  const { delegations, focus } = parties
  const believedOf =
    drawing === 'stage' ? [] : delegations.filter(({ id }) => beliefs.some((belief) => belief.of === id))
  const withAuthor = author !== undefined && drawing !== 'stage'
  const { m, stood } = fitted(drawing, believedOf.length > 0 || withAuthor, delegations, positions)
  const levels = Math.max(0, ...stood.map((plate) => plate.level))
  const apart = focusGap(parties, positions)
  const axisY = (apart === null ? 38 : 74) * m.scale + levels * 30 * m.scale
  const rowStep = m.labels === 'above' ? 42 : 28
  const firstRow = axisY + (m.labels === 'above' ? 58 : 51) * (m.labels === 'above' ? 1 : m.scale)
  const rows = believedOf.length + (withAuthor ? 1 : 0)
  const foot = axisY + (m.stepNumbers ? 26 : 10) * m.scale
  const opened = then && openings ? focusGap(parties, openings) : null
  const rowsEnd = firstRow + (rows - 1) * rowStep + 16
  // On a phone the rows are a drawing of their own beneath the ends, so that the first screen holds where everybody stands.
  const apartRows = rows > 0 && m.labels === 'above'
  const height = rows > 0 && !apartRows ? rowsEnd : opened === null || rows > 0 ? foot : foot + 44 * m.scale
  const beneath = (
    <>
      {believedOf.map((of, place) => (
        <BeliefRow
          key={of.id}
          m={m}
          y={firstRow + place * rowStep}
          of={of}
          delegations={delegations}
          actual={positions[of.id] ?? null}
          beliefs={beliefs.filter((belief) => belief.of === of.id)}
        />
      ))}
      {withAuthor ? <AuthorRow m={m} y={firstRow + believedOf.length * rowStep} author={author} /> : null}
    </>
  )
  return (
    <>
      <svg viewBox={`0 0 ${m.width} ${height}`} role="img" aria-labelledby={titleId} className={styles.drawing}>
        <title id={titleId}>{described(parties, positions)}</title>
        <AxisLine m={m} y={axisY} />
        {openings ? (
          <Movement m={m} y={axisY} delegations={delegations} openings={openings} positions={positions} />
        ) : null}
        {stood.map((plate) => (
          <Stem key={plate.delegation.id} m={m} y={axisY} plate={plate} />
        ))}
        {stood.map((plate) => (
          <PlateMark
            key={plate.delegation.id}
            delegation={plate.delegation}
            x={plate.x}
            foot={plateFoot(m, axisY, plate.level)}
            scale={m.scale}
          />
        ))}
        <Bracket
          m={m}
          y={axisY}
          stood={stood}
          bracketed={stood.filter(({ delegation }) => focus.members.includes(delegation.id))}
          levels={levels}
          apart={apart}
          now={then && openings !== undefined ? (opened === apart ? 'held' : 'now') : undefined}
        />
        {opened === null || openings === undefined || rows > 0 ? null : (
          <BracketThen m={m} y={foot} openings={focus.members.flatMap((id) => openings[id] ?? [])} apart={opened} />
        )}
        {apartRows ? null : beneath}
      </svg>
      <div
        className={`hint ${styles.ends}`}
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
      {apartRows ? (
        // Its numbers are in the table: the title above speaks of the positions alone.
        <svg
          viewBox={`0 ${firstRow - ABOVE_ROW} ${m.width} ${rowsEnd - firstRow + ABOVE_ROW}`}
          aria-hidden="true"
          className={styles.drawing}
        >
          {beneath}
        </svg>
      ) : null}
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

function Stem({ m, y, plate }: { m: Measures; y: number; plate: PlacedPlate }) {
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

type MovementProps = {
  m: Measures
  y: number
  delegations: readonly Delegation[]
  openings: Values
  positions: Values
}

function Movement({ m, y, delegations, openings, positions }: MovementProps) {
  return delegations.map((delegation) => {
    const from = openings[delegation.id] ?? null
    const to = positions[delegation.id] ?? null
    // Of a delegation that has not closed, its opening is all that is known, and it is drawn alone.
    if (from === null || from === to) return null
    return (
      <g key={delegation.id} className={delegationColours(delegation)}>
        {to === null ? null : <line className={styles.moved} x1={axisX(m, from)} x2={axisX(m, to)} y1={y} y2={y} />}
        <ShapeMark delegation={delegation} x={axisX(m, from)} y={y} radius={5.2} look="hollow" />
      </g>
    )
  })
}

function RowLabel({ m, y, children }: { m: Measures; y: number; children: string }) {
  const above = m.labels === 'above'
  return (
    <text x={above ? m.from : 0} y={above ? y - 16 : y + 4} fontSize={m.label}>
      {children}
    </text>
  )
}

type BeliefRowProps = {
  m: Measures
  y: number
  of: Delegation
  delegations: readonly Delegation[]
  actual: number | null
  beliefs: readonly Belief[]
}

function BeliefRow({ m, y, of, delegations, actual, beliefs }: BeliefRowProps) {
  const t = useTranslations('ui')
  const stood = actual === null ? null : axisX(m, actual)
  const longest = Math.max(2, ...delegations.map(({ letter }) => letter.length))
  return (
    <g className={delegationColours(of)}>
      <RowLabel m={m} y={y}>
        {t('gap.believedOf', { capital: of.capital })}
      </RowLabel>
      <line className={styles.row} x1={m.from} x2={m.to} y1={y} y2={y} />
      {stood === null ? null : <line className={styles.stood} x1={stood} x2={stood} y1={y - 6} y2={y + 6} />}
      {stood === null
        ? null
        : beliefs.map(({ by, value }) => (
            <line key={by} className={styles.believed} x1={stood} x2={axisX(m, value)} y1={y} y2={y} />
          ))}
      {beliefLabels(m, beliefs, actual, longest).map((label) => {
        const { named, rest } = namedIn(label.by)
        const letters = named.flatMap((by) => delegations.find(({ id }) => id === by)?.letter ?? [])
        const who = t('gap.by', { who: letters.join(', '), rest })
        return (
          <text
            key={`${label.side} ${label.x}`}
            className={styles.by}
            x={label.x + label.side * LABEL_STEP}
            y={y + 4}
            fontSize={m.small}
            textAnchor={label.side === 1 ? 'start' : 'end'}
          >
            {who}
          </text>
        )
      })}
      {beliefs.map(({ by, value }) => (
        <ShapeMark key={by} delegation={of} x={axisX(m, value)} y={y} radius={MARK_HALF} look="dashed" />
      ))}
    </g>
  )
}

function AuthorRow({ m, y, author }: { m: Measures; y: number; author: number }) {
  const t = useTranslations('ui')
  return (
    <g>
      <RowLabel m={m} y={y}>
        {t('gap.author')}
      </RowLabel>
      <line className={styles.row} data-dashed="" x1={m.from} x2={m.to} y1={y} y2={y} />
      <AuthorMark x={axisX(m, author)} y={y} radius={6.5} />
    </g>
  )
}
