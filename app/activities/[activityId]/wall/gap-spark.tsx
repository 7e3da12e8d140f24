// A sparkline of the gap by round, one line of text high, with the latest gap in figures.
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { AXIS_LENGTH } from '#simulation/kernel/axis'
import { unsigned } from '#ui/words/signed.ts'
import styles from './wall.module.css'

const WIDTH = 100
const HEIGHT = 46
const FLOOR = 42
const TOP = 6

/** The y coordinate of a gap. */
const y = (distance: number) => FLOOR - (Math.min(AXIS_LENGTH, distance) / AXIS_LENGTH) * (FLOOR - TOP)

export function GapSpark({ gap, distances }: { gap: string; distances: readonly number[] }) {
  const t = useTranslations('wall')
  const titleId = useId()
  const step = distances.length > 1 ? 52 / (distances.length - 1) : 0
  const points = distances.map((distance, index) => ({ x: 6 + index * step, y: y(distance), distance }))
  const last = points.at(-1)
  return (
    <svg className={styles.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={titleId}>
      <title id={titleId}>
        {last ? t('spark', { gap, distances: distances.map((distance) => unsigned(distance)).join(', ') }) : t('noGap')}
      </title>
      <line className={styles.sparkFloor} x1="4" x2="74" y1={FLOOR} y2={FLOOR} />
      {last ? (
        <>
          <polyline className={styles.sparkLine} points={points.map((point) => `${point.x},${point.y}`).join(' ')} />
          <circle className={styles.sparkEnd} cx={last.x} cy={last.y} r="3" />
          <text className={styles.sparkFigure} x={last.x + 8} y={last.y + 5}>
            {unsigned(last.distance)}
          </text>
        </>
      ) : null}
    </svg>
  )
}
