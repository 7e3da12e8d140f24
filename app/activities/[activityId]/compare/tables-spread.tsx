// How far apart the tables ended in each round: a dot for each table over the middle half, and all distances as a table.
import { useLocale, useTranslations } from 'next-intl'
import { andList } from '#format/lists'
import { AXIS_LENGTH } from '#simulation/kernel/axis'
import type { RoundAcross } from '#simulation/reading/compared-tables'
import { ChartFigure, Drawing } from '#ui/chart-figure'
import { unsigned } from '#ui/signed.ts'
import styles from './compare.module.css'
import { type ComparedProofProps, SpreadProof } from './compared-proofs'
import { DotRow } from './dot-row'

export function TablesSpread(proven: ComparedProofProps) {
  const { compared } = proven
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
      {widest.value === 0 || widest.stands === 'many' ? null : <SpreadProof {...proven} />}
    </section>
  )
}

function Dots({ round: { title, number, closings, middle, opened } }: { round: RoundAcross }) {
  const t = useTranslations('compare')
  const median = middle ? unsigned(middle.median) : t('none')
  return (
    <div className={styles.dots}>
      <p>
        <b>{t('spread.round', { number, title })}</b>{' '}
        <small>{t('spread.medians', { median, opened: opened === null ? t('none') : unsigned(opened) })}</small>
      </p>
      <DotRow
        dots={closings.map(({ table, distance }) => ({ table, value: distance }))}
        middle={middle}
        {...{ from: 0, to: AXIS_LENGTH, shown: unsigned, step: String }}
      />
    </div>
  )
}
