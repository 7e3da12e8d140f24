// Where each side closed at each table, on the axis of each round: it tells which of them stands elsewhere where a gap differs.
import { useTranslations } from 'next-intl'
import type { AxisAcross, PlayedTable, SideAcross } from '#simulation/reading/positions/compared-tables'
import { AxisEnds } from '#ui/charts/axis-ends'
import { ChartFigure, Drawing } from '#ui/charts/chart-figure'
import { Placard } from '#ui/charts/placard'
import { type Delegation, delegationsIn } from '#ui/words/delegations.ts'
import { signed } from '#ui/words/signed.ts'
import styles from './compare.module.css'
import { DotRow } from './dot-row'

export function SidesSpread({ axes, tables }: { axes: readonly AxisAcross[]; tables: readonly PlayedTable[] }) {
  const t = useTranslations('compare')
  const plan = tables[0]?.played
  if (!plan || axes.length === 0) return null
  const delegations = delegationsIn(plan)
  const sideOf = ({ sides }: AxisAcross, { id }: Delegation) => sides.find(({ delegation }) => delegation === id)
  const closedAt = (side: SideAcross | undefined, table: string) => {
    const value = side?.closings.find((one) => one.table === table)?.value
    return value === undefined ? t('none') : signed(value)
  }
  return (
    <section className={styles.section}>
      <ChartFigure
        heading={2}
        title={t('sides.title')}
        sub={t('sides.how')}
        table={{
          head: [
            t('sides.table'),
            ...axes.flatMap(({ round }) => delegations.map(({ short }) => `${short}: ${round.title}`)),
          ],
          rows: tables.map(({ id, name }) => [
            name,
            ...axes.flatMap((axis) => delegations.map((one) => closedAt(sideOf(axis, one), id))),
          ]),
        }}
      >
        <div className={styles.axes}>
          {axes.map((axis) => (
            <Drawing key={axis.round.key} fits="always">
              <h3 className={styles.axis}>{t('sides.round', { number: axis.number, title: axis.round.title })}</h3>
              {delegations.map((delegation) => (
                <Side key={delegation.id} delegation={delegation} side={sideOf(axis, delegation)} />
              ))}
              <div className={styles.dots}>
                <p />
                <AxisEnds axis={axis.round.axis} />
              </div>
            </Drawing>
          ))}
        </div>
      </ChartFigure>
    </section>
  )
}

function Side({ delegation, side }: { delegation: Delegation; side: SideAcross | undefined }) {
  const t = useTranslations('compare')
  if (!side) return null
  const shown = (value: number | null | undefined) => (value == null ? t('none') : signed(value))
  return (
    <div className={styles.dots}>
      <p>
        <Placard delegation={delegation} size="xs" silent /> <b>{delegation.short}</b>{' '}
        <small>{t('sides.medians', { median: shown(side.middle?.median), opened: shown(side.opened) })}</small>
      </p>
      <DotRow dots={side.closings} middle={side.middle} delegation={delegation} />
    </div>
  )
}
