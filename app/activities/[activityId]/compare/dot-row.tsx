// Dots on a scale of whole steps, one for each table, piled up where tables agree, over their middle half and its median.
import { useId } from 'react'
import type { MiddleHalf } from '#simulation/kernel/middle-half'
import { delegationColours } from '#ui/delegation-colours.ts'
import type { Delegation } from '#ui/delegations.ts'
import styles from './compare.module.css'

const WIDTH = 520
const [LEFT, RIGHT] = [16, 500]
const STEP = 9
const FOOT = 24

type DotRowProps = {
  dots: readonly { table: string; value: number }[]
  middle: MiddleHalf | null
  /** The first and the last step of the scale. */
  from: number
  to: number
  /** A value in words, and a whole step as the scale writes it. */
  shown: (value: number) => string
  step: (value: number) => string
  /** Whose colour the dots have; ink without one. */
  delegation?: Delegation
}

export function DotRow({ dots, middle, from, to, shown, step, delegation }: DotRowProps) {
  const titleId = useId()
  const x = (value: number) => LEFT + ((value - from) / (to - from)) * (RIGHT - LEFT)
  const piles = new Map<number, number>()
  const placed = dots.map(({ table, value }) => {
    const under = piles.get(value) ?? 0
    piles.set(value, under + 1)
    return { table, value, under }
  })
  const line = Math.max(1, ...piles.values()) * STEP + 8
  const steps = Array.from({ length: to - from + 1 }, (_, place) => from + place)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${line + FOOT}`}
      role="img"
      aria-labelledby={titleId}
      className={delegationColours(delegation)}
    >
      <title id={titleId}>{dots.map(({ value }) => shown(value)).join(', ')}</title>
      <line className={styles.grid} x1={LEFT} x2={RIGHT} y1={line} y2={line} />
      {middle ? (
        <>
          <line className={styles.half} x1={x(middle.low) - 3} x2={x(middle.high) + 3} y1={line} y2={line} />
          <line className={styles.median} x1={x(middle.median)} x2={x(middle.median)} y1={line - 6} y2={line + 6} />
        </>
      ) : null}
      {placed.map(({ table, value, under }) => (
        <circle
          key={table}
          className={delegation ? styles.side : styles.closing}
          cx={x(value)}
          cy={line - 8 - under * STEP}
          r="3.5"
        />
      ))}
      {steps.map((at) => (
        <text className={styles.figure} key={at} x={x(at)} y={line + FOOT - 4} textAnchor="middle">
          {step(at)}
        </text>
      ))}
    </svg>
  )
}
