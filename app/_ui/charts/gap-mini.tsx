// The gap in the height of one line, for the wall and the desk: shapes on an axis, with a bracket between the focus delegations. Shapes
// with the same value are drawn above and below one another.

import { useId } from 'react'
import { axisShare } from '#simulation/kernel/axis'
import { focusGap, type Values } from '#simulation/reading/log/gap'
import { delegationColours } from '../words/delegation-colours'
import type { Parties } from '../words/delegations'
import { AuthorMark, ShapeMark } from './chart-marks'
import { useDescribedPositions } from './gap-finding'
import styles from './gap-mini.module.css'

const WIDTH = 200
const HEIGHT = 48
const LINE = 32
/** The distance between shapes with the same value; three fit into the usual height. */
const STEP = 11
const ROOM = 3
const EDGE = 12
const RADIUS = 6

const x = (value: number) => EDGE + axisShare(value) * (WIDTH - 2 * EDGE)

type GapMiniProps = { parties: Parties; positions: Values; openings?: Values; author?: number }

export function GapMini({ parties, positions, openings = {}, author }: GapMiniProps) {
  const described = useDescribedPositions()
  const titleId = useId()
  const { delegations, focus } = parties
  const placed = delegations.flatMap((delegation) => {
    const value = positions[delegation.id] ?? null
    return value === null ? [] : [{ delegation, value }]
  })
  const together = ({ value }: (typeof placed)[number]) => placed.filter((other) => other.value === value)
  const over = (Math.max(0, ...placed.map((one) => together(one).length - ROOM)) * STEP) / 2
  const line = LINE + over
  const yOf = (one: (typeof placed)[number]) => {
    const same = together(one)
    return line + (same.indexOf(one) - (same.length - 1) / 2) * STEP
  }
  const stood = focus.members.flatMap((id) => positions[id] ?? [])
  const [low = 0, high = 0] = [Math.min(...stood), Math.max(...stood)]
  const bracketed = focusGap(parties, positions) !== null && low < high
  return (
    <svg className={styles.mini} viewBox={`0 0 ${WIDTH} ${HEIGHT + 2 * over}`} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{described(parties, positions)}</title>
      <line className={styles.axis} x1={EDGE} x2={WIDTH - EDGE} y1={line} y2={line} />
      <line className={styles.axis} x1={WIDTH / 2} x2={WIDTH / 2} y1={line - 5} y2={line + 5} />
      {bracketed ? <path className={styles.bracket} d={`M${x(low)} 19V11H${x(high)}V19`} /> : null}
      {delegations.map((delegation) => {
        const opening = openings[delegation.id] ?? null
        const value = positions[delegation.id] ?? null
        return opening === null || opening === value ? null : (
          <g key={delegation.id} className={delegationColours(delegation)}>
            {value === null ? null : (
              <line className={styles.moved} x1={x(opening)} x2={x(value)} y1={line} y2={line} />
            )}
            <ShapeMark delegation={delegation} x={x(opening)} y={line} radius={4} look="hollow" />
          </g>
        )
      })}
      {author === undefined ? null : <AuthorMark x={x(author)} y={line} radius={4} />}
      {placed.map((one) => (
        <ShapeMark
          key={one.delegation.id}
          delegation={one.delegation}
          x={x(one.value)}
          y={yOf(one)}
          radius={RADIUS}
          look="filled"
        />
      ))}
    </svg>
  )
}
