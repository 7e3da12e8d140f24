// Dots on the axis of a round, one for each table, piled up where tables agree, over their middle half and its median.
import { useId } from 'react'
import { AXIS_END } from '#simulation/kernel/axis'
import type { MiddleHalf } from '#simulation/kernel/middle-half'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import type { Delegation } from '#ui/words/delegations.ts'
import { signed, signedStep } from '#ui/words/signed.ts'
import styles from './compare.module.css'

const WIDTH = 520
const [LEFT, RIGHT] = [16, 500]
const STEP = 9
const FOOT = 24

type DotRowProps = {
  dots: readonly { table: string; value: number }[]
  middle: MiddleHalf | null
  /** Whose colour the dots have. */
  delegation: Delegation
}

export function DotRow({ dots, middle, delegation }: DotRowProps) {
  const titleId = useId()
  const x = (value: number) => LEFT + ((value + AXIS_END) / (2 * AXIS_END)) * (RIGHT - LEFT)
  const piles = new Map<number, number>()
  const placed = dots.map(({ table, value }) => {
    const under = piles.get(value) ?? 0
    piles.set(value, under + 1)
    return { table, value, under }
  })
  const line = Math.max(1, ...piles.values()) * STEP + 8
  const steps = Array.from({ length: 2 * AXIS_END + 1 }, (_, place) => place - AXIS_END)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${line + FOOT}`}
      role="img"
      aria-labelledby={titleId}
      className={delegationColours(delegation)}
    >
      <title id={titleId}>{dots.map(({ value }) => signed(value)).join(', ')}</title>
      <line className={styles.grid} x1={LEFT} x2={RIGHT} y1={line} y2={line} />
      {middle ? (
        <>
          <line className={styles.half} x1={x(middle.low) - 3} x2={x(middle.high) + 3} y1={line} y2={line} />
          <line className={styles.median} x1={x(middle.median)} x2={x(middle.median)} y1={line - 6} y2={line + 6} />
        </>
      ) : null}
      {placed.map(({ table, value, under }) => (
        <circle key={table} className={styles.side} cx={x(value)} cy={line - 8 - under * STEP} r="3.5" />
      ))}
      {steps.map((at) => (
        <text className={styles.figure} key={at} x={x(at)} y={line + FOOT - 4} textAnchor="middle">
          {signedStep(at)}
        </text>
      ))}
    </svg>
  )
}
