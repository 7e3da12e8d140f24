// The SVG marks of the charts: placards, and shapes that are filled, hollow or dashed.

import { delegationColours } from '../words/delegation-colours'
import type { Delegation } from '../words/delegations'
import styles from './chart-marks.module.css'
import { shapePath } from './shape-path'

type MarkProps = {
  delegation: Pick<Delegation, 'shape' | 'hue'>
  x: number
  y: number
  radius: number
  look: 'filled' | 'hollow' | 'dashed' | 'letters'
}

/** A delegation's shape, centred on a point. */
export function ShapeMark({ delegation, x, y, radius, look }: MarkProps) {
  return (
    <path
      className={`${styles.shape} ${delegationColours(delegation)}`}
      data-look={look}
      d={shapePath(delegation.shape, x, y, radius)}
    />
  )
}

/** The author of a source: a diamond in ink, since an author is no delegation. */
export function AuthorMark({ x, y, radius }: { x: number; y: number; radius: number }) {
  const reach = radius * 1.2
  return (
    <path className={styles.author} d={`M${x} ${y - reach}L${x + reach} ${y}L${x} ${y + reach}L${x - reach} ${y}Z`} />
  )
}

export const PLATE = { width: 50, height: 26 } as const

/** The width of a placard: one with three letters is wider. */
export const plateWidth = (letter: string): number => PLATE.width + Math.max(0, letter.length - 2) * 11

/** A placard with the middle of its lower edge at a point. `scale` 1 is 50 × 26 units. */
export function PlateMark({
  delegation,
  x,
  foot,
  scale,
}: {
  delegation: Delegation
  x: number
  foot: number
  scale: number
}) {
  const width = plateWidth(delegation.letter) * scale
  const height = PLATE.height * scale
  const middle = foot - height / 2
  const left = x - width / 2
  return (
    <g className={`${styles.plate} ${delegationColours(delegation)}`}>
      <rect x={left} y={foot - height} width={width} height={height} rx="2" />
      <ShapeMark delegation={delegation} x={left + 13 * scale} y={middle} radius={5.6 * scale} look="letters" />
      <text x={left + (width + 16 * scale) / 2} y={middle + 5 * scale} fontSize={14 * scale}>
        {delegation.letter}
      </text>
    </g>
  )
}
