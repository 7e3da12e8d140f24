// The marks charts are drawn with, as SVG: a plate, a shape filled or hollow or dashed. All take a place and a size and nothing else.
import type { DelegationId } from '#simulation/kernel/ids'
import styles from './chart-marks.module.css'
import { delegationColours } from './delegation-colours'

type MarkProps = {
  delegation: DelegationId
  x: number
  y: number
  radius: number
  look: 'filled' | 'hollow' | 'dashed' | 'letters'
}

/** A delegation's shape around a point. The three are drawn to the same weight, not to the same box. */
export function ShapeMark({ delegation, x, y, radius, look }: MarkProps) {
  const common = { className: `${styles.shape} ${delegationColours(delegation)}`, 'data-look': look }
  switch (delegation) {
    case 'us':
      return (
        <path
          {...common}
          d={`M${x} ${y - radius * 1.05}L${x + radius * 1.12} ${y + radius * 0.88}H${x - radius * 1.12}Z`}
        />
      )
    case 'jp':
      return <circle {...common} cx={x} cy={y} r={radius} />
    case 'cn':
      return <rect {...common} x={x - radius * 0.9} y={y - radius * 0.9} width={radius * 1.8} height={radius * 1.8} />
    default:
      return delegation satisfies never
  }
}

/** The author of the essay is no delegation: a diamond in ink. */
export function AuthorMark({ x, y, radius }: { x: number; y: number; radius: number }) {
  const reach = radius * 1.2
  return (
    <path className={styles.author} d={`M${x} ${y - reach}L${x + reach} ${y}L${x} ${y + reach}L${x - reach} ${y}Z`} />
  )
}

export const PLATE = { width: 50, height: 26 } as const

/** A placard whose foot's middle stands at a point. `scale` 1 is 50 × 26 units. */
export function PlateMark({
  delegation,
  letters,
  x,
  foot,
  scale,
}: {
  delegation: DelegationId
  letters: string
  x: number
  foot: number
  scale: number
}) {
  const width = PLATE.width * scale
  const height = PLATE.height * scale
  const middle = foot - height / 2
  return (
    <g className={`${styles.plate} ${delegationColours(delegation)}`}>
      <rect x={x - width / 2} y={foot - height} width={width} height={height} rx="2" />
      <ShapeMark delegation={delegation} x={x - 12 * scale} y={middle} radius={5.6 * scale} look="letters" />
      <text x={x + 8 * scale} y={middle + 5 * scale} fontSize={14 * scale}>
        {letters}
      </text>
    </g>
  )
}
