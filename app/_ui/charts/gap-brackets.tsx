// The brackets of the gap: over where its members stand, and beneath the axis over where they opened. Neither is drawn without both ends.
import { useTranslations } from 'next-intl'
import { unsigned } from '../words/signed'
import { axisX, clearAbove, type Measures, type PlacedPlate, plateTop } from './gap-drawing'
import styles from './gap-dumbbell.module.css'

type BracketProps = {
  m: Measures
  y: number
  stood: readonly PlacedPlate[]
  /** The delegations between whom the gap is measured, left to right; the bracket has a leg over each. */
  bracketed: readonly PlacedPlate[]
  levels: number
  apart: number | null
  /** Beside a bracket of the openings: that this one is of now, or that both are as wide. */
  now?: 'now' | 'held' | undefined
}

/** The bracket of the openings, beneath the axis, with a leg up to each end. */
export function BracketThen({
  m,
  y,
  openings,
  apart,
}: {
  m: Measures
  y: number
  openings: readonly number[]
  apart: number
}) {
  const t = useTranslations('ui')
  const k = m.scale
  const ends = [Math.min(...openings), Math.max(...openings)].map((value) => axisX(m, value))
  const [left = 0, right = 0] = ends
  const half = 50 * k
  return (
    <g className={styles.then}>
      {apart === 0 ? null : (
        <path className={styles.bracket} strokeWidth={1.5 * k} d={`M${left} ${y}V${y + 10 * k}H${right}V${y}`} />
      )}
      <text
        className={styles.margin}
        x={Math.min(Math.max((left + right) / 2, half), m.width - half)}
        y={y + 28 * k}
        textAnchor="middle"
        fontSize={Math.max(m.small, 13 * k)}
      >
        {apart === 0 ? t('gap.togetherThen') : t('gap.apartThen', { distance: unsigned(apart) })}
      </text>
    </g>
  )
}

export function Bracket({ m, y, stood, bracketed, levels, apart, now }: BracketProps) {
  const t = useTranslations('ui')
  const [left, right] = [bracketed[0]?.x, bracketed.at(-1)?.x]
  if (apart === null || left === undefined || right === undefined) return null
  const k = m.scale
  const top = plateTop(m, y, levels) - 12 * k
  const between = [...new Set(bracketed.map(({ x }) => x))].filter((x) => x !== left && x !== right)
  const leg = (x: number) => Math.max(top + 6 * k, clearAbove(m, y, stood, x) - 3 * k)
  const half = 30 * k
  const middle = Math.min(Math.max((left + right) / 2, half), m.width - half)
  return (
    <g>
      {apart === 0 ? null : (
        <path
          className={styles.bracket}
          strokeWidth={2 * k}
          d={`M${left} ${leg(left)}V${top}H${right}V${leg(right)}${between.map((x) => `M${x} ${top}V${leg(x)}`).join('')}`}
        />
      )}
      <text className={styles.distance} x={middle} y={top - 8 * k} textAnchor="middle" fontSize={17 * k}>
        {apart === 0 ? t('gap.together') : t('gap.apart', { distance: unsigned(apart), when: now ?? 'none' })}
      </text>
    </g>
  )
}
