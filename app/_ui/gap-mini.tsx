// The gap in a line's height, for the wall and the desk: shapes on an axis, the allies bracketed. Those on one spot split above and below.

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { Values } from '#simulation/reading/gap'
import { axisShare } from './axis-value'
import { AuthorMark, ShapeMark } from './chart-marks'
import { delegationColours } from './delegation-colours'
import { describePositions } from './gap-finding'
import styles from './gap-mini.module.css'
import { TABLE_ORDER } from './table-order'

const WIDTH = 200
const HEIGHT = 48
const LINE = 32
const EDGE = 12
const RADIUS = 6

const x = (value: number) => EDGE + axisShare(value) * (WIDTH - 2 * EDGE)

type GapMiniProps = { positions: Values; openings?: Values; author?: number }

export function GapMini({ positions, openings = {}, author }: GapMiniProps) {
  const ui = useTranslations('ui')
  const common = useTranslations('common')
  const titleId = useId()
  const placed = TABLE_ORDER.flatMap((delegation) => {
    const value = positions[delegation] ?? null
    return value === null ? [] : [{ delegation, value }]
  })
  const yOf = (delegation: (typeof placed)[number]) => {
    const same = placed.filter((other) => other.value === delegation.value)
    return LINE + (same.indexOf(delegation) - (same.length - 1) / 2) * 11
  }
  const allies = placed.filter(({ delegation }) => delegation !== 'cn')
  const [one, other] = allies
  return (
    <svg className={styles.mini} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{describePositions(ui, common, positions)}</title>
      <line className={styles.axis} x1={EDGE} x2={WIDTH - EDGE} y1={LINE} y2={LINE} />
      <line className={styles.axis} x1={WIDTH / 2} x2={WIDTH / 2} y1={LINE - 5} y2={LINE + 5} />
      {one && other && one.value !== other.value ? (
        <path className={styles.bracket} d={`M${x(one.value)} 19V11H${x(other.value)}V19`} />
      ) : null}
      {placed.map(({ delegation, value }) => {
        const opening = openings[delegation] ?? null
        return opening === null || opening === value ? null : (
          <g key={delegation} className={delegationColours(delegation)}>
            <line className={styles.moved} x1={x(opening)} x2={x(value)} y1={LINE} y2={LINE} />
            <ShapeMark delegation={delegation} x={x(opening)} y={LINE} radius={4} look="hollow" />
          </g>
        )
      })}
      {author === undefined ? null : <AuthorMark x={x(author)} y={LINE} radius={4} />}
      {placed.map((one) => (
        <ShapeMark
          key={one.delegation}
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
