// One table of the comparison: its distances over the rounds before the middle half of all tables, drawn and in words.
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { debriefPath } from '#paths'
import { AXIS_END, AXIS_LENGTH } from '#simulation/kernel/axis'
import type { RoundAcross, TableGaps } from '#simulation/reading/positions/compared-tables'
import { bandPath, distanceY, roundX } from '#ui/charts/gap-lines-measures.ts'
import { unsigned } from '#ui/words/signed.ts'
import styles from './compare.module.css'
import { type OwnTable, RecordLink } from './record-link'

/** Where the plot lies in the drawing. */
const AREA = { left: 0, right: 196, top: 8, bottom: 92 }
const WIDTH = 240
const HEIGHT = 112
const y = (distance: number) => distanceY(AREA, distance)

type TableTileProps = OwnTable & { table: TableGaps; across: readonly RoundAcross[]; isApart: boolean }

export function TableTile({ own, table, across, isApart }: TableTileProps) {
  const t = useTranslations('compare')
  return (
    <li className={styles.tile} data-furthest={isApart || undefined}>
      <h2>
        <RecordLink own={own} table={table.id} href={debriefPath(table.id)}>
          {table.name}
        </RecordLink>
        {table.fromMiddle === null ? null : <small>{t('fromMiddle', { distance: unsigned(table.fromMiddle) })}</small>}
      </h2>
      <Drawing table={table} across={across} />
      <p>{t('shifts', table.shifts)}</p>
    </li>
  )
}

function Drawing({ table: { rounds }, across }: Pick<TableTileProps, 'table' | 'across'>) {
  const t = useTranslations('compare')
  const titleId = useId()
  const points = across.flatMap(({ round, number }, place) => {
    const found = rounds.find((one) => one.round === round)
    return found ? [{ ...found, number, x: roundX(AREA, place, across.length) }] : []
  })
  const shown = (distance: number | null) => (distance === null ? t('none') : unsigned(distance))
  const line = points.flatMap(({ x, closing }) => (closing === null ? [] : [`${x},${y(closing)}`]))
  const last = points.findLast(({ closing }) => closing !== null)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={titleId}>
      <title id={titleId}>
        {points
          .map(({ number, opening, closing }) =>
            t('point', { number, opening: shown(opening), closing: shown(closing) }),
          )
          .join('; ')}
      </title>
      {[0, AXIS_END, AXIS_LENGTH].map((step) => (
        <g key={step}>
          <line className={styles.grid} x1={14} x2={AREA.right + 8} y1={y(step)} y2={y(step)} />
          <text className={styles.figure} x={10} y={y(step) + 4} textAnchor="end">
            {step}
          </text>
        </g>
      ))}
      <path
        className={styles.band}
        d={bandPath(
          AREA,
          across.map(({ middle }) => middle && [middle.low, middle.high]),
        )}
      />
      {points.map(({ number, opening, closing, x }) => (
        <g key={number}>
          {opening === null || closing === null ? null : (
            <line className={styles.shift} x1={x} x2={x} y1={y(opening)} y2={y(closing)} />
          )}
          {opening === null ? null : <circle className={styles.opening} cx={x} cy={y(opening)} r="4" />}
          <text className={styles.figure} x={x} y={HEIGHT - 4} textAnchor="middle">
            {number}
          </text>
        </g>
      ))}
      <polyline className={styles.line} points={line.join(' ')} />
      {points.map(({ number, closing, x }) =>
        closing === null ? null : <circle className={styles.closing} key={number} cx={x} cy={y(closing)} r="3.5" />,
      )}
      {last && last.closing !== null ? (
        <text className={styles.end} x={last.x + 10} y={y(last.closing) + 5}>
          {unsigned(last.closing)}
        </text>
      ) : null}
    </svg>
  )
}
