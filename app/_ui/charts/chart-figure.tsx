// The figure around every chart: its finding as the title, how to read it, the drawing in the size that fits, and the numbers as a table.
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { ScrollRegion } from '../page/scroll-region'
import styles from './chart-figure.module.css'

export type ChartTable = { head: readonly string[]; rows: readonly (readonly string[])[] }

type ChartFigureProps = {
  title?: ReactNode
  sub?: ReactNode
  note?: ReactNode
  /** The heading level of the title; without one the title is plain text. */
  heading?: 2 | 3 | undefined
  size?: 'normal' | 'large' | 'stage'
  table?: ChartTable | undefined
  children: ReactNode
}

export function ChartFigure({ title, sub, note, heading, size = 'normal', table, children }: ChartFigureProps) {
  const titleId = useId()
  const Title = heading ? (`h${heading}` as const) : 'p'
  return (
    <figure className={styles.figure} data-size={size}>
      {title || sub ? (
        <figcaption>
          {title ? (
            <Title id={titleId} className={styles.title}>
              {title}
            </Title>
          ) : null}
          {sub ? <p className={`note ${styles.sub}`}>{sub}</p> : null}
        </figcaption>
      ) : null}
      {children}
      {note || table ? (
        <div className={`acts hint ${styles.foot}`}>
          {note ? <p className="dim">{note}</p> : null}
          {table ? <AsTable table={table} titledBy={title ? titleId : undefined} /> : null}
        </div>
      ) : null}
    </figure>
  )
}

function AsTable({ table, titledBy }: { table: ChartTable; titledBy: string | undefined }) {
  const t = useTranslations('ui')
  const [first, ...others] = table.head
  return (
    <details className={`unprinted ${styles.details}`}>
      <summary>{t('table.show')}</summary>
      <ScrollRegion className={styles.scroll} {...(titledBy ? { labelledBy: titledBy } : { label: t('table.show') })}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {others.map((name) => (
                <th key={name} scope="col" data-number="">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  <td key={place} data-number="">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  )
}

/** One of a figure's drawings; container queries show the one that fits the width. */
export function Drawing({
  fits,
  children,
}: {
  fits: 'wide' | 'half' | 'halfOnly' | 'phone' | 'always'
  children: ReactNode
}) {
  return (
    <div className={styles.drawing} data-fits={fits}>
      {children}
    </div>
  )
}
