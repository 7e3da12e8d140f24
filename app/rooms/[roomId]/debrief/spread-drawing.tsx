// The number of people at each value of an axis: before the talks above the line, hollow; after them beneath it, filled. Ticks mark the
// means. While those after are awaited there is no line for them.
import { useId } from 'react'
import { AXIS_END, AXIS_LENGTH, WHOLE_STEPS } from '#simulation/kernel/axis'
import { signedStep } from '#ui/words/signed.ts'
import styles from './stances-section.module.css'

type Counted = { mean: number; counts: readonly { value: number; people: number }[] }
type SpreadDrawingProps = { before: Counted | null; after: Counted | 'awaited' | null; label: string }

const WIDTH = 340
const LEFT = 20
const STEP = (WIDTH - 2 * LEFT) / AXIS_LENGTH
const TALLEST = 44
const BAR = 16
/** The height between the two rows, for the axis's numbers. */
const BAND = 22
const TOP = 16

const xOf = (value: number) => LEFT + (value + AXIS_END) * STEP

export function SpreadDrawing({ before, after: told, label }: SpreadDrawingProps) {
  const id = useId()
  const after = told === 'awaited' ? null : told
  const most = Math.max(1, ...[before, after].flatMap((each) => each?.counts.map(({ people }) => people) ?? []))
  const upper = TOP + TALLEST
  const lower = upper + BAND
  const height = (people: number) => (people / most) * TALLEST
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${WIDTH} ${told === 'awaited' ? lower : lower + TALLEST + TOP}`}
      role="img"
      aria-labelledby={id}
    >
      <title id={id}>{label}</title>
      <line className={styles.axis} x1={LEFT - 10} x2={WIDTH - LEFT + 10} y1={upper} y2={upper} />
      {told === 'awaited' ? null : (
        <line className={styles.axis} x1={LEFT - 10} x2={WIDTH - LEFT + 10} y1={lower} y2={lower} />
      )}
      {WHOLE_STEPS.map((step) => (
        <text key={step} className={styles.step} x={xOf(step)} y={upper + 16} textAnchor="middle">
          {signedStep(step)}
        </text>
      ))}
      {before?.counts.map(({ value, people }) => (
        <g key={value} className={styles.before}>
          <rect x={xOf(value) - BAR / 2} y={upper - height(people)} width={BAR} height={height(people)} />
          <text x={xOf(value)} y={upper - height(people) - 4} textAnchor="middle">
            {people}
          </text>
        </g>
      ))}
      {after?.counts.map(({ value, people }) => (
        <g key={value} className={styles.after}>
          <rect x={xOf(value) - BAR / 2} y={lower} width={BAR} height={height(people)} />
          <text x={xOf(value)} y={lower + height(people) + 13} textAnchor="middle">
            {people}
          </text>
        </g>
      ))}
      {before ? <Mean x={xOf(before.mean)} from={upper} to={upper + 6} /> : null}
      {after ? <Mean x={xOf(after.mean)} from={lower} to={lower - 6} /> : null}
    </svg>
  )
}

/** A tick at the mean, on the side of the axis's numbers. */
function Mean({ x, from, to }: { x: number; from: number; to: number }) {
  return <path className={styles.mean} d={`M${x} ${from}L${x - 4} ${to}H${x + 4}Z`} />
}
