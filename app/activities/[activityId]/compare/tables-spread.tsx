// How far apart the tables ended in each round: a dot for each table over the middle half, and all distances as a table.
import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { andList } from '#format/lists'
import type { Comparison, RoundAcross } from '#simulation/reading/compared-tables'
import { ChartFigure, Drawing } from '#ui/chart-figure'
import { unsigned } from '#ui/signed.ts'
import styles from './compare.module.css'

const WIDTH = 520
const [LEFT, RIGHT] = [16, 500]
const STEP = 9
const FOOT = 20

const x = (distance: number) => LEFT + (distance / 6) * (RIGHT - LEFT)

export function TablesSpread({ compared }: { compared: Comparison }) {
  const t = useTranslations('compare')
  const locale = useLocale()
  const { rounds, widest, tables } = compared
  const [first] = widest?.at ?? []
  const shown = (distance: number | null | undefined) => (distance == null ? t('none') : unsigned(distance))
  if (!widest || !first?.ends) return null
  return (
    <section className={styles.section}>
      <ChartFigure
        heading={2}
        title={
          widest.value === 0
            ? t('spread.alike')
            : widest.stands === 'many'
              ? t('spread.even', { distance: unsigned(widest.value) })
              : t('spread.widest', {
                  rounds: andList(
                    locale,
                    widest.at.map(({ title }) => title),
                  ),
                  apart: unsigned(widest.value),
                })
        }
        sub={t('spread.how')}
        table={{
          head: [t('spread.table'), ...rounds.map(({ title }) => title)],
          rows: [
            ...tables.map(({ name, rounds: own }) => [
              name,
              ...rounds.map(({ round }) => {
                const at = own.find((one) => one.round === round)
                return t('spread.cell', { opening: shown(at?.opening), closing: shown(at?.closing) })
              }),
            ]),
            [
              t('spread.median'),
              ...rounds.map(({ opened, middle }) =>
                t('spread.cell', { opening: shown(opened), closing: shown(middle?.median) }),
              ),
            ],
          ],
        }}
      >
        {rounds.map((round) => (
          <Drawing key={round.round} fits="always">
            <Dots round={round} />
          </Drawing>
        ))}
      </ChartFigure>
    </section>
  )
}

function Dots({ round: { title, number, closings, middle, opened } }: { round: RoundAcross }) {
  const t = useTranslations('compare')
  const titleId = useId()
  const stacks = new Map<number, number>()
  const dots = closings.map(({ table, distance }) => {
    const under = stacks.get(distance) ?? 0
    stacks.set(distance, under + 1)
    return { table, distance, under }
  })
  const line = Math.max(1, ...stacks.values()) * STEP + 8
  const median = middle ? unsigned(middle.median) : t('none')
  return (
    <div className={styles.dots}>
      <p>
        <b>{t('spread.round', { number, title })}</b>{' '}
        <span>{t('spread.medians', { median, opened: opened === null ? t('none') : unsigned(opened) })}</span>
      </p>
      <svg viewBox={`0 0 ${WIDTH} ${line + FOOT}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{closings.map(({ distance }) => unsigned(distance)).join(', ')}</title>
        <line className={styles.grid} x1={LEFT} x2={RIGHT} y1={line} y2={line} />
        {middle ? (
          <>
            <line className={styles.half} x1={x(middle.low) - 3} x2={x(middle.high) + 3} y1={line} y2={line} />
            <line className={styles.median} x1={x(middle.median)} x2={x(middle.median)} y1={line - 6} y2={line + 6} />
          </>
        ) : null}
        {dots.map(({ table, distance, under }) => (
          <circle className={styles.closing} key={table} cx={x(distance)} cy={line - 8 - under * STEP} r="3.5" />
        ))}
        {[0, 1, 2, 3, 4, 5, 6].map((step) => (
          <text className={styles.figure} key={step} x={x(step)} y={line + FOOT - 2} textAnchor="middle">
            {step}
          </text>
        ))}
      </svg>
    </div>
  )
}
