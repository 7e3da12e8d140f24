// One delegation on a round's axis: hollow where it opened, filled where it stands, dashed where the others believed it. The values stand in
// words beside it, so it is a drawing alone.
import { axisShare, WHOLE_STEPS } from '#simulation/kernel/axis'
import { type AxisWords, poleName } from '../controls/axis-value'
import type { Delegation } from '../words/delegations'
import { AxisEnds } from './axis-ends'
import { ShapeMark } from './chart-marks'
import styles from './position-axis.module.css'

const WIDTH = 320
const EDGE = 12
const LINE = 14
const GUESS = 34
const RADIUS = 7

const x = (value: number) => EDGE + axisShare(value) * (WIDTH - 2 * EDGE)

type PositionAxisProps = {
  delegation: Delegation
  opening: number | null
  closing: number | null
  /** Where the others believed it, by their letters. */
  guesses: readonly { value: number; by: string }[]
  /** "by JP, CN" */
  by: (letters: string) => string
  axis?: AxisWords | undefined
}

export function PositionAxis({ delegation, opening, closing, guesses, by, axis }: PositionAxisProps) {
  const stands = closing ?? opening
  const values = [...new Set(guesses.map(({ value }) => value))]
  return (
    <div className={styles.axis}>
      <svg viewBox={`0 0 ${WIDTH} ${values.length > 0 ? 42 : 22}`} aria-hidden="true">
        <line className={styles.line} x1={EDGE} x2={WIDTH - EDGE} y1={LINE} y2={LINE} />
        {WHOLE_STEPS.map((step) => (
          <line
            key={step}
            className={styles.tick}
            x1={x(step)}
            x2={x(step)}
            y1={LINE}
            y2={LINE + (step === 0 ? 8 : 5)}
          />
        ))}
        {opening !== null && closing !== null && opening !== closing ? (
          <>
            <line className={styles.moved} x1={x(opening)} x2={x(closing)} y1={LINE} y2={LINE} />
            <ShapeMark delegation={delegation} x={x(opening)} y={LINE} radius={RADIUS - 1} look="hollow" />
          </>
        ) : null}
        {stands === null ? null : (
          <ShapeMark delegation={delegation} x={x(stands)} y={LINE} radius={RADIUS} look="filled" />
        )}
        {values.map((value) => {
          const letters = guesses.flatMap((guess) => (guess.value === value ? [guess.by] : [])).join(', ')
          const left = x(value) > WIDTH / 2
          return (
            <g key={value}>
              <ShapeMark delegation={delegation} x={x(value)} y={GUESS} radius={5} look="dashed" />
              <text
                className={styles.by}
                x={x(value) + (left ? -9 : 9)}
                y={GUESS + 4}
                textAnchor={left ? 'end' : 'start'}
              >
                {by(letters)}
              </text>
            </g>
          )
        })}
      </svg>
      {axis ? <AxisEnds axis={{ minus: poleName(axis.minus), plus: poleName(axis.plus) }} /> : null}
    </div>
  )
}
